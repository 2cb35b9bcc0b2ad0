import { pino } from 'pino'
import { afterAll } from 'vitest'
import { createPool } from '../src/db/pool.ts'
import { openDocumentRenderer } from '../src/features/documents/documents.service.ts'
import { createVersionCache } from '../src/features/catalogue/catalogue.service.ts'
import type { Dependencies } from '../src/infra/dependencies.ts'
import { startJobs } from '../src/infra/jobs.ts'
import { createRateLimits } from '../src/infra/rate-limit.ts'
import { createSecrets } from '../src/infra/secrets.ts'
import type { Person, RequestContext } from '../src/trpc/context.ts'
import { createCallerFactory } from '../src/trpc/procedures.ts'
import { appRouter } from '../src/trpc/router.ts'
import { openTestDatabase, type TestDatabase } from './database.ts'

export interface TestService extends TestDatabase {
  readonly deps: Dependencies
  /** What `deps.now` says: a test may move it. */
  readonly clock: { now: Date }
  /** Calls the procedures as a person (or nobody) with the web app open at an organisation (or none). */
  readonly callerFor: (as?: { readonly person?: Person; readonly slug?: string }) => Caller
}

const createCaller = createCallerFactory(appRouter)
export type Caller = ReturnType<typeof createCaller>

/** A database of one's own with everything that the services need around it; no worker runs. Call it once, at the top of the file. */
export async function openTestService(): Promise<TestService> {
  const database = await openTestDatabase()
  const clock = { now: new Date() }
  const jobs = await startJobs({ connectionString: database.appUrl, onError: () => undefined })
  const pool = createPool(database.appUrl, { max: 2, onError: () => undefined })
  const documents = openDocumentRenderer({ threads: 1 })
  afterAll(async () => {
    await jobs.stop()
    await pool.end()
    await documents.close()
  })
  const deps: Dependencies = {
    db: database.database,
    jobs,
    secrets: createSecrets('a secret of tests, of more than 32 characters'),
    log: pino({ level: 'silent' }),
    versions: createVersionCache(),
    documents,
    limits: createRateLimits(pool),
    publicUrl: 'http://localhost:3000',
    mailDelivery: 'files',
    now: () => clock.now,
  }
  const callerFor: TestService['callerFor'] = ({ person, slug } = {}) =>
    createCaller({ deps, person, slug, address: '127.0.0.1' } satisfies RequestContext)
  return { ...database, deps, clock, callerFor }
}
