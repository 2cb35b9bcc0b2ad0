/**
 * The CPU that the server spends on one plan read (session, tRPC, Kysely, transaction under row-level security), against a
 * bare express + pg handler that runs the same SQL and sends the rows as JSON. Both serve in processes of their own and take
 * turns; CPU is what `/proc/PID/stat` counts. Nothing is compressed: the bare handler would not, a proxy may. Needs Linux and
 * a build.
 */
import { startServer } from '../e2e/harness/server.ts'
import { median, report } from './figures.ts'
import { startBare } from './plan-read/bare.ts'
import { readCpuMs } from './plan-read/cpu.ts'
import { recordStatements, type Statement } from './plan-read/statements.ts'
import { signInAsHr } from './plan-read/session.ts'

const rounds = 9
const requestsPerRound = 500
const warmUp = 1_500

const server = await startServer({ LOG_LEVEL: 'silent' })
try {
  const read = await findPlanRead()
  const { ownerUrl, statements } = await recordStatements(server.dataDir, read)
  const isOfPlan = ({ text }: Statement) => !/^(begin|commit|rollback|set)\b|from "?(auth"?\.|member)/.test(text)
  const bare = await startBare({ ownerUrl, statements: statements.filter(isOfPlan) })
  const withSession = await startBare({ ownerUrl, statements })
  try {
    const contestants = [
      { name: 'KASE Welcome', pid: server.pid, request: read },
      { name: 'bare, SQL of the plan', pid: bare.pid, request: () => get(bare.url) },
      { name: 'bare, all SQL of the request', pid: withSession.pid, request: () => get(withSession.url) },
    ]
    for (const { request } of contestants) await repeat(request, warmUp)
    const cpu = contestants.map((): number[] => [])
    for (let round = 0; round < rounds; round += 1)
      for (const [index, { pid, request }] of contestants.entries()) {
        const before = readCpuMs(pid)
        await repeat(request, requestsPerRound)
        cpu[index]?.push((readCpuMs(pid) - before) / requestsPerRound)
      }
    const [own = 0, plain = 0, all = 0] = cpu.map(median)
    console.log(
      `CPU per plan read, median of ${rounds} × ${requestsPerRound} requests; ${statements.length} statements\n`,
    )
    for (const [index, { name }] of contestants.entries()) report(name, `${median(cpu[index] ?? []).toFixed(3)} ms`)
    report('ratio to bare express + pg, same SQL', `${(own / plain).toFixed(2)}×`, 'at most 2.2×, aim 1.6×')
    report('ratio when the bare handler runs the session’s SQL too', `${(own / all).toFixed(2)}×`)
  } finally {
    bare.stop()
    withSession.stop()
  }
} finally {
  await server.stop()
}

async function findPlanRead(): Promise<() => Promise<void>> {
  const { headers, call } = await signInAsHr(server)
  const { plans } = await call<{ plans: readonly { id: string; launchedAt: string | null; total: number }[] }>(
    'plan.list',
    { language: 'fi' },
  )
  const plan = plans.filter(({ launchedAt }) => launchedAt !== null).toSorted((a, b) => b.total - a.total)[0]
  if (!plan) throw new Error('the demo has no launched plan')
  const input = encodeURIComponent(JSON.stringify({ planId: plan.id, language: 'fi' }))
  return () => get(`${server.url}/trpc/plan.get?input=${input}`, headers)
}

async function get(url: string, headers: Readonly<Record<string, string>> = {}): Promise<void> {
  const response = await fetch(url, { headers: { ...headers, 'accept-encoding': 'identity' } })
  const text = await response.text()
  if (!response.ok) throw new Error(`${response.status} ${url}: ${text.slice(0, 200)}`)
}

async function repeat(request: () => Promise<void>, times: number): Promise<void> {
  for (let done = 0; done < times; done += 1) await request()
}
