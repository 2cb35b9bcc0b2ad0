import { keepNotices, notice, unnotice } from './notice.script.ts'
import { base, countText, formToken, savedAt, text } from './page-data.script.ts'
import { add, forgetQueue, send, sendWaiting, waiting, type Outcome, type Said } from './queue.script.ts'
import { startReading } from './read-aloud.script.ts'
import { searchSavedPlan } from './search.script.ts'

/**
 * Makes the page quicker and keeps it without a connection. Everything here also works without it, by plain forms and links.
 */

const goneHeader = 'Kase-Link'

/** Forms that tick: the square changes at once, the answer comes when it comes. */
document.addEventListener('submit', (event) => {
  const form = event.target
  if (!(form instanceof HTMLFormElement) || !base) return
  if (form.matches('[data-forget]')) {
    event.preventDefault()
    void forgetPhone().then(() => form.submit())
  } else if (form.matches('[data-tick], [data-queue]')) {
    event.preventDefault()
    void say(form, event.submitter)
  }
})

async function say(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  const fields = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields.append(name, value)
  if (submitter instanceof HTMLButtonElement && submitter.name) fields.append(submitter.name, submitter.value)
  const task = form.dataset['tick']
  if (fields.has('once')) fields.set('once', crypto.randomUUID())
  const said: Said = { url: form.action, body: fields.toString(), ...(task !== undefined && { task }) }
  if (task !== undefined) turn(task, form.action)
  // What waits goes first: the order in which things were said counts.
  const outcome = waiting().length > 0 ? ({ kind: 'unreachable' } as const) : await send(said)
  if (outcome.kind !== 'unreachable') return show(outcome)
  later(said)
  if (task === undefined) form.reset()
}

/** Keeps something for later and says so. */
function later(said: Said): void {
  add({ ...said, body: `${said.body}&queued=1` })
  tellOffline()
  plan()
}

/** Whether what is seen comes from this phone rather than from the server. */
let isSaved = savedAt !== undefined

/** One note for everything that the missing connection means just now. */
function tellOffline(): void {
  const { length } = waiting()
  const lines = [...(isSaved ? [savedLine()] : []), ...(length > 0 ? [countText('queued', length)] : [])]
  if (lines.length > 0) notice('offline', { icon: 'off', title: text('offline-title'), lines })
  else unnotice('offline')
}

function savedLine(): string {
  const when = new Intl.DateTimeFormat(`${document.documentElement.lang}-u-ca-gregory-nu-latn-hc-h23`, {
    dateStyle: 'medium',
    timeStyle: 'short',
  })
  return `${text('offline-saved')}: ${when.format(new Date(savedAt ?? 0))}`
}

/** Turns the squares of a task over before the server has answered. */
function turn(task: string, action: string): void {
  const isDone = /\/done(\?|$)/.test(action)
  for (const form of document.querySelectorAll<HTMLFormElement>(`form[data-tick="${task}"]`)) {
    const box = form.querySelector('.box')
    box?.classList.toggle('box--on', isDone)
    if (box)
      box.innerHTML = isDone
        ? (document.querySelector<HTMLTemplateElement>('#words')?.content.querySelector('[data-tick-icon]')
            ?.innerHTML ?? '')
        : ''
    form.closest('.row')?.classList.toggle('row--done', isDone)
    form.action = form.action.replace(/\/(done|undo)(?=\?|$)/, isDone ? '/undo' : '/done')
    const button = form.querySelector('button')
    button?.setAttribute('aria-pressed', String(isDone))
  }
}

/** Exchanges the content of the page for what the server made of it. */
async function show({ response }: Extract<Outcome, { response: Response }>): Promise<void> {
  if (isGone(response)) return startOver()
  const html = await response.text()
  const path = new URL(response.url).pathname
  isSaved &&= response.headers.has('Kase-Saved')
  tellOffline()
  const page = new DOMParser().parseFromString(html, 'text/html')
  if (response.ok) keepPage(path, page)
  const [next] = page.getElementsByTagName('main')
  const [main] = document.getElementsByTagName('main')
  if (!next || !main) return
  const focus = document.activeElement?.closest('[data-task]')?.getAttribute('data-task')
  const open = [...main.querySelectorAll('details')].map(({ open: isOpen }) => isOpen)
  const isSamePage = path === location.pathname
  main.replaceWith(next)
  if (isSamePage)
    next.querySelectorAll('details').forEach((details, index) => {
      details.open = open[index] ?? details.open
    })
  else history.pushState(null, '', response.url)
  if (isSamePage && focus) next.querySelector<HTMLElement>(`[data-task="${focus}"] button`)?.focus()
  else {
    scrollTo(0, 0)
    next.tabIndex = -1
    next.focus({ preventScroll: true })
  }
  keepNotices()
  dress()
}

/** Lets the phone keep a page, without what it says of this moment. */
function keepPage(path: string, page: Document): void {
  const kept = page.documentElement.cloneNode(true) as HTMLElement
  for (const news of kept.querySelectorAll('main .note[role=status]')) news.remove()
  navigator.serviceWorker?.controller?.postMessage({ path, html: `<!doctype html>${kept.outerHTML}` }, [])
}

addEventListener('popstate', () => location.reload())

/** Sends what waits whenever there is a chance; says how it went. */
async function flush(): Promise<void> {
  if (!base || waiting().length === 0) return
  let last: Outcome | undefined
  let hasConflict = false
  const isDone = await sendWaiting((_, outcome) => {
    last = outcome
    pause = shortestPauseMs
    hasConflict ||=
      outcome.kind === 'refused' || /[?&]conflict=/.test(outcome.kind === 'sent' ? outcome.response.url : '')
  })
  if (!isDone) return plan()
  tellOffline()
  if (last && 'response' in last && isGone(last.response)) return startOver()
  // Words that the server would not take are shown again, to be put right.
  if (last?.kind === 'refused' && last.response.status === 422) return show(last)
  const page = await fetch(location.href, { headers: { Accept: 'text/html' } }).catch(() => undefined)
  if (page?.ok) await show({ kind: 'sent', response: page })
  notice('sent', { icon: hasConflict ? 'off' : 'tick', title: text(hasConflict ? 'conflict' : 'sent') })
}

const shortestPauseMs = 2_000
const longestPauseMs = 60_000
let pause = shortestPauseMs
let timer: ReturnType<typeof setTimeout> | undefined

/** Tries again after a while. Only tries make the while longer: much said at once is not much tried. */
function plan(): void {
  timer ??= setTimeout(() => {
    timer = undefined
    pause = Math.min(pause * 2, longestPauseMs)
    void flush()
  }, pause)
}

const isGone = (response: Response): boolean => response.headers.get(goneHeader) === 'gone'

/** Removes everything of this link from the phone. */
async function emptyPhone(): Promise<void> {
  forgetQueue()
  localStorage.removeItem(savedKey)
  for (const name of await caches.keys()) if (name.endsWith(base)) await caches.delete(name)
}

/** The link works no more: nothing of it stays, and the server says what there is to say. */
async function startOver(): Promise<void> {
  await emptyPhone()
  location.reload()
}

async function forgetPhone(): Promise<void> {
  await emptyPhone().catch(() => undefined)
  const registration = await navigator.serviceWorker?.getRegistration(`${base}/`)
  await registration?.unregister()
}

const savedKey = `kw-saved ${base}`
const freshForMs = 10 * 60_000

/** Keeps the whole plan on the phone, once in a while and when nothing else is going on. */
async function savePlan(): Promise<void> {
  if (!base || !navigator.serviceWorker || !window.isSecureContext) return
  const registration = await navigator.serviceWorker.register(`${base}/sw.js`, { scope: `${base}/` })
  const { active } = await navigator.serviceWorker.ready.then(() => registration)
  if (savedAt === undefined && Date.now() - Number(localStorage.getItem(savedKey) ?? 0) > freshForMs) {
    active?.postMessage('save', [])
    localStorage.setItem(savedKey, String(Date.now()))
  }
  reveal('[data-when-saved]')
}

function sayOpened(): void {
  const body = new URLSearchParams({ form: formToken })
  void fetch(`${base}/opened`, { method: 'POST', body, keepalive: true }).catch(() => undefined)
}

const reveal = (selector: string): void => {
  for (const element of document.querySelectorAll<HTMLElement>(selector)) element.hidden = false
}

interface InstallPrompt extends Event {
  readonly prompt: () => Promise<void>
}

let installPrompt: InstallPrompt | undefined
addEventListener('beforeinstallprompt', (event) => {
  event.preventDefault()
  installPrompt = event as InstallPrompt
  reveal('[data-install]')
})

/** Gives the buttons that only a script can serve their work; called again when the content is exchanged. */
function dress(): void {
  reveal('[data-print]')
  document.querySelector('[data-print] button')?.addEventListener('click', () => print())
  document.querySelector('[data-install] button')?.addEventListener('click', () => void installPrompt?.prompt())
  if (installPrompt) reveal('[data-install]')
  if (localStorage.getItem(savedKey) !== null) reveal('[data-when-saved]')
  startReading()
}

dress()
tellOffline()
if (savedAt !== undefined) void searchSavedPlan()
for (const said of waiting()) if (said.task !== undefined) turn(said.task, said.url)
void flush()
addEventListener('online', () => {
  pause = shortestPauseMs
  void flush()
})
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') void flush()
})
if (base && savedAt === undefined) {
  const idle = window.requestIdleCallback ?? ((work: () => void) => setTimeout(work, 1_500))
  // The page itself goes first, and a tab that nobody has looked at has not been opened.
  requestAnimationFrame(() =>
    idle(() => {
      sayOpened()
      void savePlan().catch(() => undefined)
    }),
  )
}
