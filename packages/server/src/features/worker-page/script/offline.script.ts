/**
 * The service worker of one link: it keeps the plan for times without a connection and gives nothing else away. Its scope is
 * `/p/me/<ref>/`, so it sees the pages of this link only.
 */

interface WorkerScope {
  readonly registration: { readonly scope: string; unregister: () => Promise<boolean> }
  readonly skipWaiting: () => Promise<void>
  readonly clients: { claim: () => Promise<void> }
  addEventListener: <K extends keyof Events>(name: K, listener: (event: Events[K]) => void) => void
}

interface Waiting extends Event {
  readonly waitUntil: (work: Promise<unknown>) => void
}

interface Events {
  readonly install: Waiting
  readonly activate: Waiting
  readonly message: Waiting & { readonly data: unknown }
  readonly fetch: Waiting & { readonly request: Request; readonly respondWith: (response: Promise<Response>) => void }
}

const worker = self as unknown as WorkerScope
const base = new URL(worker.registration.scope).pathname.replace(/\/$/, '')
const pages = `kw ${base}`
/** How long a slow network may take before the saved page is shown instead. */
const patienceMs = 5_000

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()))
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()))
worker.addEventListener('message', (event) => {
  const { data } = event
  if (data === 'save') event.waitUntil(savePlan())
  // The page has exchanged its content for this answer to a form.
  else if (isKept(data)) event.waitUntil(keep(data.path, data.html))
})

const isKept = (data: unknown): data is { path: string; html: string } =>
  typeof data === 'object' && data !== null && 'path' in data && 'html' in data

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (url.origin !== location.origin || request.method !== 'GET') return
  if (url.pathname.startsWith('/p/assets/')) event.respondWith(assetFor(request))
  else if (request.mode === 'navigate' || request.headers.get('accept')?.includes('text/html'))
    event.respondWith(pageFor(request, url))
})

/** Files whose names carry a hash never change. Nothing is kept once the link is gone. */
async function assetFor(request: Request): Promise<Response> {
  const kept = await caches.match(request, { cacheName: pages })
  if (kept) return kept
  const response = await fetch(request)
  if (response.ok && (await caches.has(pages))) await (await caches.open(pages)).put(request, response.clone())
  return response
}

/** The page as it is now; without a connection, or when that takes too long, as it was saved. */
async function pageFor(request: Request, url: URL): Promise<Response> {
  const live = fetch(request).then(async (response) => {
    await remember(url, response.clone())
    return response
  })
  live.catch(() => undefined)
  const slow = new Promise<undefined>((resolve) => setTimeout(resolve, patienceMs))
  const first = await Promise.race([live.catch(() => undefined), slow])
  return first ?? (await saved(url)) ?? live.catch(() => notSaved())
}

async function remember(url: URL, response: Response): Promise<void> {
  if (response.headers.get('Kase-Link') === 'gone') return empty()
  const isPage = response.ok && !response.redirected && response.headers.get('content-type')?.includes('text/html')
  if (!isPage) return
  // An address with more than a language in it shows an answer or a search: true only once. What was kept of the page before
  // is true no more: a question that was deleted, say. The home page stands in no other file, and holds nothing of the kind.
  if (/^(\?lang=[\w-]+)?$/.test(url.search)) await keep(url.pathname, await response.text())
  else if (url.pathname !== `${base}/`) await (await caches.open(pages)).delete(keyOf(url.pathname))
}

/** A link that was revoked or has expired takes with it everything that was saved of it. */
async function empty(): Promise<void> {
  await caches.delete(pages)
  await worker.registration.unregister()
}

const keep = async (path: string, html: string): Promise<void> =>
  (await caches.open(pages)).put(keyOf(path), asPage(html, new Date().toISOString()))

/** A kept page says since when it is kept; it has the same rights as one from the server. */
const asPage = (html: string, savedAt: string): Response =>
  new Response(html.replace('<html ', `<html data-saved="${savedAt}" `), {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': policy,
      'Referrer-Policy': 'no-referrer',
      'Kase-Saved': savedAt,
    },
  })

const policy =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'"

const keyOf = (path: string): string => new URL(path.replace(/\/$/, '') || '/', location.origin).href

/** The newer of the page as it was last seen and as it stands in the whole plan. */
async function saved(url: URL): Promise<Response | undefined> {
  const seen = await (await caches.open(pages)).match(keyOf(url.pathname))
  const whole = await fromWholePlan(url.pathname)
  if (whole === 'expired') {
    await empty()
    return undefined
  }
  const age = (page: Response | undefined): string => page?.headers.get('Kase-Saved') ?? ''
  return age(whole) > age(seen) ? whole : (seen ?? whole)
}

async function notSaved(): Promise<Response> {
  const page = await fromWholePlan(`${base}/not-saved`)
  return page === undefined || page === 'expired' ? Response.error() : page
}

interface WholePlan {
  readonly shells: readonly { readonly before: string; readonly after: string }[]
  readonly pages: Readonly<Record<string, readonly [shell: number, title: string, main: string]>>
  readonly assets: readonly string[]
  readonly expiresAt: string
}

const wholePlan = `${base}/whole-plan.json`

/** A page of the plan as it was kept; a link that has expired meanwhile opens nothing, with or without a connection. */
async function fromWholePlan(path: string): Promise<Response | 'expired' | undefined> {
  const kept = await (await caches.open(pages)).match(wholePlan)
  if (!kept) return undefined
  const savedAt = kept.headers.get('Kase-Saved') ?? ''
  const plan = (await kept.json()) as WholePlan
  if (Date.parse(plan.expiresAt) <= Date.now()) return 'expired'
  const [index = -1, title = '', main = ''] = plan.pages[path.slice(base.length)] ?? []
  const shell = plan.shells[index]
  return shell && asPage(shell.before.replace('{title}', () => title) + main + shell.after, savedAt)
}

/** Fetches every page of the plan in one answer, and what they are drawn with. */
async function savePlan(): Promise<void> {
  const home = await fetch(`${base}/`, { headers: { Accept: 'text/html' } })
  await remember(new URL(`${base}/`, location.origin), home)
  const response = await fetch(wholePlan)
  if (response.headers.get('Kase-Link') === 'gone') return empty()
  if (!response.ok) return
  const cache = await caches.open(pages)
  const plan = await response.text()
  for (const asset of (JSON.parse(plan) as WholePlan).assets) if (!(await cache.match(asset))) await cache.add(asset)
  await cache.put(wholePlan, new Response(plan, { headers: { 'Kase-Saved': new Date().toISOString() } }))
}
