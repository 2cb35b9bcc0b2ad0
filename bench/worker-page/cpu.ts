/**
 * The CPU that the server spends on a page of a worker's plan, against a bare express + pg handler that runs the same SQL and
 * sends a page of the same length that it has at hand. Both serve in processes of their own and take turns; CPU is what
 * `/proc/PID/stat` counts. Nothing is compressed on either side. Needs Linux and a build.
 */
import { startServer, type RunningServer } from '../../e2e/harness/server.ts'
import { median, report } from '../figures.ts'
import { startBare } from '../plan-read/bare.ts'
import { readCpuMs } from '../plan-read/cpu.ts'
import { recordStatements } from '../plan-read/statements.ts'

const rounds = 9
const requestsPerRound = 60
const warmUp = 300

interface Page {
  readonly name: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
}

const server = await startServer({ LOG_LEVEL: 'silent' })
try {
  for (const page of await findPages(server)) await compare(page)
} finally {
  await server.stop()
}

async function compare({ name, url, headers }: Page): Promise<void> {
  const request = async (): Promise<void> => void (await get(url, headers))
  const { ownerUrl, statements } = await recordStatements(server.dataDir, request)
  const html = await get(url, headers)
  const bare = await startBare({ ownerUrl, statements, html })
  const together = await startBare({ ownerUrl, statements, html, isTogether: true })
  try {
    const contestants = [
      { pid: server.pid, send: request, cpu: [] as number[] },
      { pid: bare.pid, send: async () => void (await get(bare.url, {})), cpu: [] as number[] },
      { pid: together.pid, send: async () => void (await get(together.url, {})), cpu: [] as number[] },
    ]
    for (const { send } of contestants) await repeat(send, warmUp)
    for (let round = 0; round < rounds; round += 1)
      for (const { pid, send, cpu } of contestants) {
        const before = readCpuMs(pid)
        await repeat(send, requestsPerRound)
        cpu.push((readCpuMs(pid) - before) / requestsPerRound)
      }
    const [own = 0, plain = 0, pipelined = 0] = contestants.map(({ cpu }) => median(cpu))
    console.log(`\n${name}, ${html.length} characters, ${statements.length} statements`)
    report('CPU per page, KASE Welcome', `${own.toFixed(3)} ms`, `median of ${rounds} × ${requestsPerRound}`)
    report('CPU per page, bare express + pg', `${plain.toFixed(3)} ms`)
    report('CPU per page, bare, all statements sent together', `${pipelined.toFixed(3)} ms`)
    report('ratio to bare express + pg', `${(own / plain).toFixed(2)}×`, 'at most 1.6×')
    report('ratio where the bare handler sends them together too', `${(own / pipelined).toFixed(2)}×`)
  } finally {
    bare.stop()
    together.stop()
  }
}

/** The home page of the demo's first worker and the first task on it, as a phone with the link's cookie asks for them. */
async function findPages({ demo }: RunningServer): Promise<Page[]> {
  const [link] = demo.workerLinks
  if (!link) throw new Error('the demo has no worker')
  const arrival = await fetch(link.url, { redirect: 'manual', headers: { accept: 'text/html' } })
  const cookie = arrival.headers.getSetCookie().map((line) => line.split(';')[0])
  const headers = { accept: 'text/html', cookie: cookie.join('; ') }
  const home = new URL(arrival.headers.get('location') ?? '', link.url).href
  const task = /href="([^"]*\/task\/[a-z0-9-]+)"/.exec(await get(home, headers))?.[1]
  if (task === undefined) throw new Error('the plan has no task')
  return [
    { name: 'home', url: home, headers },
    { name: 'task', url: new URL(task, home).href, headers },
  ]
}

async function get(url: string, headers: Readonly<Record<string, string>>): Promise<string> {
  const response = await fetch(url, { headers: { ...headers, 'accept-encoding': 'identity' } })
  const text = await response.text()
  if (!response.ok) throw new Error(`${response.status} ${url}: ${text.slice(0, 200)}`)
  return text
}

async function repeat(request: () => Promise<void>, times: number): Promise<void> {
  for (let done = 0; done < times; done += 1) await request()
}
