/**
 * Lighthouse's mobile scores of the worker's home and task page, entered by the link as a phone would, and their largest
 * contentful paint beside that of the same plan in the staff app. The pages take turns within one run, each time in a browser of
 * its own, with Lighthouse's own settings: a slow phone on slow 4G, simulated. Needs a build and no network.
 */
import lighthouse from 'lighthouse'
import { chromium } from 'playwright-core'
import { chromiumFlags, findChromium } from '../../e2e/harness/chromium.ts'
import { findFreePort, startServer } from '../../e2e/harness/server.ts'
import { median, report } from '../figures.ts'
import { signInAsHr } from '../plan-read/session.ts'

const rounds = Number(process.argv[2] ?? 5)
const worker = 'Olena'
const scores = ['performance', 'accessibility', 'best-practices'] as const

interface Subject {
  readonly name: string
  readonly url: string
  /** What the browser already has, as a `Cookie` header. */
  readonly cookie?: string
}

interface Visit {
  readonly scores: Readonly<Record<string, number>>
  readonly paintMs: number
  /** What cost points, as Lighthouse names it. */
  readonly findings: readonly string[]
}

const server = await startServer({ LOG_LEVEL: 'silent' })
try {
  const subjects = [...(await workerPages()), await staffPage()]
  const visits = subjects.map((): Visit[] => [])
  for (let round = 0; round < rounds; round += 1)
    for (const [index, subject] of subjects.entries()) visits[index]?.push(await visit(subject))

  console.log(`Lighthouse mobile, median of ${rounds}\n`)
  for (const [index, { name }] of subjects.entries()) print(name, visits[index] ?? [])
  const [home = 0, task = 0, , staff = 0] = visits.map(medianPaint)
  report('\nLCP of the home page to that of the staff app', `${(home / staff).toFixed(2)}×`, 'at most 0.65×')
  report('LCP of the task page to that of the staff app', `${(task / staff).toFixed(2)}×`, 'at most 0.65×')
} finally {
  await server.stop()
}

function print(name: string, visits: readonly Visit[]): void {
  const isWorkers = !name.startsWith('staff')
  const figure = (score: string): string => median(visits.map(({ scores: all }) => all[score] ?? 0)).toFixed(0)
  const asked: Record<string, string> = { performance: 'at least 95' }
  for (const score of scores)
    report(`${name}: ${score}`, figure(score), isWorkers ? (asked[score] ?? 'asked: 100') : '')
  report(`${name}: LCP`, `${(medianPaint(visits) / 1_000).toFixed(2)} s`, isWorkers ? 'at most 1.5 s, aim 0.9 s' : '')
  const findings = isWorkers ? visits.flatMap((each) => each.findings) : []
  for (const finding of new Set(findings)) console.log(`  lost points by: ${finding}`)
}

function medianPaint(visits: readonly Visit[]): number {
  return median(visits.map(({ paintMs }) => paintMs))
}

/** Links and codes lead through a redirect that sets the cookie: it is part of what the worker waits for. */
async function workerPages(): Promise<Subject[]> {
  const link = server.demo.workerLinks.find(({ participant }) => participant.startsWith(worker))
  if (!link) throw new Error(`the demo has no link for ${worker}`)
  const [task] = /\/task\/[\w-]+/.exec(await (await fetch(link.url)).text()) ?? []
  if (task === undefined) throw new Error(`the page of ${worker} has no task`)
  return [{ name: 'home', url: link.url }, { name: 'task', url: link.url + task }, await homeOpenedAgain(link.url)]
}

/** With the cookie that the first time left, at the address that the browser remembers. */
async function homeOpenedAgain(link: string): Promise<Subject> {
  const { headers } = await fetch(link, { headers: { accept: 'text/html' }, redirect: 'manual' })
  const cookie = headers.getSetCookie().map((line) => line.split(';')[0])
  return {
    name: 'home, opened again',
    url: new URL(headers.get('location') ?? '', link).href,
    cookie: cookie.join('; '),
  }
}

/** The page of the same plan for HR. */
async function staffPage(): Promise<Subject> {
  const { headers, call } = await signInAsHr(server)
  const { plans } = await call<{ plans: readonly { id: string; workerName: string }[] }>('plan.list', {
    language: 'fi',
  })
  const plan = plans.find(({ workerName }) => workerName.startsWith(worker))
  if (!plan) throw new Error(`HR has no plan of ${worker}`)
  const { cookie = '', 'x-organisation': slug = '' } = headers
  return { name: 'staff app', url: `${server.url}/o/${slug}/plans/${plan.id}`, cookie }
}

async function visit({ url, cookie }: Subject): Promise<Visit> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('No Chromium: install the package chromium, or set CHROMIUM_PATH.')
  const port = await findFreePort()
  const browser = await chromium.launch({
    executablePath,
    args: [...chromiumFlags, `--remote-debugging-port=${port}`],
  })
  try {
    const session = await browser.newBrowserCDPSession()
    await session.send('Storage.setCookies', { cookies: readCookies(cookie).map((each) => ({ ...each, url })) })
    const result = await lighthouse(url, {
      port,
      logLevel: 'error',
      onlyCategories: [...scores],
    })
    if (!result || result.lhr.runtimeError) throw new Error(`${url}: ${result?.lhr.runtimeError?.message}`)
    const { categories, audits } = result.lhr
    return {
      scores: Object.fromEntries(scores.map((score) => [score, (categories[score]?.score ?? 0) * 100])),
      paintMs: audits['largest-contentful-paint']?.numericValue ?? Number.NaN,
      findings: Object.values(categories)
        .flatMap(({ auditRefs }) => auditRefs)
        .filter(({ weight }) => weight > 0)
        .flatMap(({ id }) => audits[id] ?? [])
        .filter(({ score }) => score !== null && score < 0.9)
        .map(({ id, title, displayValue }) => [id, title, displayValue].filter(Boolean).join(' · ')),
    }
  } finally {
    await browser.close()
  }
}

function readCookies(cookie = ''): { name: string; value: string }[] {
  return [...cookie.matchAll(/([^=; ]+)=([^;]*)/g)].map(([, name = '', value = '']) => ({ name, value }))
}
