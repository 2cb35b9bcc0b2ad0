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

/** Files whose names carry a hash never change. */
async function assetFor(request: Request): Promise<Response> {
  const cache = await caches.open(pages)
  const kept = await cache.match(request)
  if (kept) return kept
  const response = await fetch(request)
  if (response.ok) await cache.put(request, response.clone())
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
  if (!isPage || url.search.includes('q=')) return
  await keep(url.pathname, await response.text())
}

/** A link that was revoked or has expired takes with it everything that was saved of it. */
async function empty(): Promise<void> {
  await caches.delete(pages)
  await worker.registration.unregister()
}

async function keep(path: string, html: string): Promise<void> {
  const marked = html.replace('<html ', `<html data-saved="${new Date().toISOString()}" `)
  const headers = {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': policy,
    'Referrer-Policy': 'no-referrer',
  }
  await (await caches.open(pages)).put(keyOf(path), new Response(marked, { headers }))
}

const policy =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'"

const keyOf = (path: string): string => new URL(path.replace(/\/$/, '') || '/', location.origin).href

const saved = async (url: URL): Promise<Response | undefined> => (await caches.open(pages)).match(keyOf(url.pathname))

async function notSaved(): Promise<Response> {
  const shell = await (await caches.open(pages)).match(keyOf(`${base}/not-saved`))
  return shell ?? Response.error()
}

interface WholePlan {
  readonly shells: readonly { readonly before: string; readonly after: string }[]
  readonly pages: Readonly<Record<string, readonly [shell: number, title: string, main: string]>>
  readonly assets: readonly string[]
}

/** Fetches every page of the plan in one answer and keeps each under its own address. */
async function savePlan(): Promise<void> {
  const response = await fetch(`${base}/whole-plan.json`)
  if (response.headers.get('Kase-Link') === 'gone') return empty()
  if (!response.ok) return
  const { shells, pages: all, assets } = (await response.json()) as WholePlan
  for (const [path, [index, title, main]] of Object.entries(all)) {
    const shell = shells[index]
    if (shell) await keep(base + path, shell.before.replace('{title}', () => title) + main + shell.after)
  }
  const home = await fetch(`${base}/`, { headers: { Accept: 'text/html' } })
  await remember(new URL(`${base}/`, location.origin), home)
  const cache = await caches.open(pages)
  for (const asset of assets) if (!(await cache.match(asset))) await cache.add(asset)
}
