import { mkdir } from 'node:fs/promises'
import type { Server } from 'node:http'
import { join } from 'node:path'
import type pg from 'pg'
import { pino } from 'pino'
import { createApp } from './app.ts'
import { ConfigError, readConfig, type Config } from './config.ts'
import { createPool } from './db/pool.ts'
import { createDatabase } from './db/scope.ts'
import { createVersionCache } from './features/catalogue/catalogue.service.ts'
import type { DemoGuide } from './features/demo/demo.service.ts'
import { startBatchWorkers } from './features/documents/document-batch.job.ts'
import { openDocumentRenderer } from './features/documents/documents.service.ts'
import { createAuth } from './features/identity/auth.ts'
import { startMailWorker } from './features/mail/mail.job.ts'
import { createMailTransport } from './features/mail/mail.transport.ts'
import { ClusterError } from './infra/cluster/cluster-error.ts'
import type { Dependencies } from './infra/dependencies.ts'
import { startJobs } from './infra/jobs.ts'
import { createRateLimits } from './infra/rate-limit.ts'
import { createSecrets } from './infra/secrets.ts'
import { prepareDatabase, StartupError } from './startup/database.ts'
import { startDemo } from './startup/demo.ts'
import { publishContent } from './startup/publish-content.ts'
import { findSecret } from './startup/secret.ts'

/** The composition root: makes every part once, starts the service, and ends it in the reverse order. */

const say = (text: string): void => void process.stdout.write(`${text}\n`)

/** What is to be ended, the last started first. */
const endings: (() => Promise<unknown>)[] = []

async function start(): Promise<void> {
  const config = readConfig()
  await mkdir(config.dataDir, { recursive: true })
  const log = pino({ level: config.logLevel })
  const secrets = createSecrets(await findSecret(config.secret, config.dataDir))
  const database = await prepareDatabase(config, secrets, say)
  endings.push(database.stop)
  const onError = (error: Error): void => log.warn({ err: error }, 'a database connection was lost')
  const pool = createPool(database.appUrl, { max: 12, onError })
  const authPool = createPool(database.authUrl, { max: 6, onError })
  endings.push(
    () => pool.end(),
    () => authPool.end(),
  )
  const jobs = await startJobs({
    connectionString: database.appUrl,
    onError: (error) => log.warn({ err: error }, 'a job failed'),
  })
  endings.push(() => jobs.stop())
  const transport = createMailTransport({
    ...config.mail,
    folder: join(config.dataDir, 'mail'),
    publicUrl: config.publicUrl,
  })
  const documents = openDocumentRenderer({
    directory: join(config.dataDir, 'documents'),
    ...(config.renderThreads && { threads: config.renderThreads }),
    onCacheFault: (error) => log.warn({ err: error }, 'a finished document could not be kept'),
  })
  endings.push(() => documents.close())
  const deps: Dependencies = {
    db: createDatabase(pool),
    jobs,
    secrets,
    log,
    documents,
    limits: createRateLimits(pool),
    versions: createVersionCache(),
    publicUrl: config.publicUrl,
    mailDelivery: transport.delivery,
    now: () => new Date(),
  }
  const auth = createAuth({ pool: authPool, deps })
  say('Publishing the content packs')
  await publishContent(deps)
  await startMailWorker(deps, transport)
  await startBatchWorkers(deps)
  const guide = config.isDemo ? await prepareGuide(deps, auth, config) : undefined
  const app = createApp({ deps, auth, trustedProxies: config.trustedProxies, isReady: () => answers(pool) })
  const server = await listen(app, config)
  endings.push(() => close(server))
  announce(config, deps, guide)
}

function prepareGuide(
  deps: Dependencies,
  auth: Parameters<typeof startDemo>[1],
  { dataDir }: Config,
): Promise<DemoGuide> {
  say('Preparing the demo')
  return startDemo(deps, auth, dataDir)
}

const answers = (pool: pg.Pool): Promise<boolean> =>
  pool.query('select 1').then(
    () => true,
    () => false,
  )

function listen(app: ReturnType<typeof createApp>, { port, host }: Config): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = app.listen(port, host, (error?: NodeJS.ErrnoException) => {
      if (!error) return resolve(server)
      const isBusy = error.code === 'EADDRINUSE'
      reject(
        isBusy ? new StartupError(`Port ${port} is in use by another program. Choose another with PORT=3001.`) : error,
      )
    })
  })
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), 3_000).unref()
  })
}

function announce({ dataDir, mail }: Config, { publicUrl }: Dependencies, guide: DemoGuide | undefined): void {
  say(`\nKASE Welcome is at ${publicUrl}`)
  if (mail.smtpUrl === undefined)
    say(`No SMTP_URL is set: mail is not sent, it lands as files in ${join(dataDir, 'mail')}.`)
  if (!guide) return
  say('\nSign in to the demo with:')
  for (const { email, password, organisation, role } of guide.accounts)
    say(`  ${email}  ${password}  (${organisation}, ${role})`)
  say("\nA worker's page:")
  for (const { url, participant, language } of guide.workerLinks.slice(0, 3))
    say(`  ${url}?lang=${language}  (${participant})`)
  say(`\nAll of them stand in ${join(dataDir, 'demo.json')}. Ctrl-C ends everything.`)
}

let ending: Promise<never> | undefined

/** Ends everything once: a repeated signal (Ctrl-C comes from the terminal and from npm) leaves no database behind. */
const end = (exitCode: number): Promise<never> => (ending ??= endAll(exitCode))

async function endAll(exitCode: number): Promise<never> {
  await starting.catch(() => undefined) // what a start under way has begun can be ended only when it is there
  for (const ending of endings.toReversed())
    await ending().catch((error: unknown) =>
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`),
    )
  process.exit(exitCode)
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0))

const starting = start()
try {
  await starting
} catch (error) {
  process.stderr.write(`\n${explain(error)}\n`)
  await end(1)
}

/** One sentence for what a person can mend; the whole error for what only a programmer can. */
function explain(error: unknown): string {
  if (error instanceof ConfigError) return `The settings are wrong: ${error.message}`
  if (error instanceof StartupError || error instanceof ClusterError) return error.message
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined
  if (code === 'ENOSPC') return 'The disk is full. Nothing was lost; make room and start again.'
  if (code === 'EACCES' || code === 'EROFS') return `A file cannot be written: ${(error as Error).message}`
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
