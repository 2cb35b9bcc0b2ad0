import { CompiledQuery } from 'kysely'
import pg from 'pg'
import { PgBoss, type Db, type WorkOptions } from 'pg-boss'
import type { TenantDb } from '../db/scope.ts'

/** Background work: pg-boss queues in PostgreSQL. Delivery may repeat, so every handler is idempotent. */

/** Every queue with what its jobs carry; a job names rows, it never carries what a tenant wrote. */
export interface JobData {
  mail: { readonly tenantId: string; readonly mailId: string }
}
type QueueName = keyof JobData

const schema = 'pgboss'
const queues: Record<
  QueueName,
  { retryLimit: number; retryDelay: number; retryBackoff: boolean; expireInSeconds: number }
> = {
  mail: { retryLimit: 8, retryDelay: 20, retryBackoff: true, expireInSeconds: 120 },
}

/** Makes the queues and lets the application role use them. Run by the owner, after the migrations. */
export async function prepareJobs(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, schema, supervise: false, schedule: false, max: 2 })
  boss.on('error', () => undefined) // start() rejects with it
  await boss.start()
  for (const [name, options] of Object.entries(queues)) {
    await boss.createQueue(name, options)
    await boss.updateQueue(name, options)
  }
  await boss.stop({ graceful: false })
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  await client.query(`
    grant usage on schema ${schema} to kase_app;
    grant select, insert, update, delete on all tables in schema ${schema} to kase_app;
    grant execute on all functions in schema ${schema} to kase_app;
  `)
  await client.end()
}

export interface Jobs {
  /** Puts a job on its queue inside the caller's transaction: it runs only if that commits. */
  enqueue: <Q extends QueueName>(db: TenantDb, queue: Q, data: JobData[Q]) => Promise<void>
  /** Starts a worker; a throwing handler is retried with growing pauses, then the job is kept as failed. */
  work: <Q extends QueueName>(
    queue: Q,
    handler: (data: JobData[Q], attempt: { readonly isLast: boolean }) => Promise<void>,
  ) => Promise<void>
  stop: () => Promise<void>
}

const workOptions = { includeMetadata: true, pollingIntervalSeconds: 1 } as const satisfies WorkOptions

interface JobsOptions {
  /** A direct connection as the application role: pg-boss listens and locks, which a transaction pooler cannot carry. */
  readonly connectionString: string
  readonly onError: (error: Error) => void
}

export async function startJobs({ connectionString, onError }: JobsOptions): Promise<Jobs> {
  const boss = new PgBoss({ connectionString, schema, migrate: false, createSchema: false, schedule: false, max: 3 })
  boss.on('error', onError)
  await boss.start()
  return {
    enqueue: async (db, queue, data) => {
      await boss.send(queue, data, { db: inTransaction(db) })
    },
    work: async (queue, handler) => {
      await boss.work<JobData[typeof queue], void, typeof workOptions>(queue, workOptions, async (jobs) => {
        for (const job of jobs) await handler(job.data, { isLast: job.retryCount >= job.retryLimit })
      })
    },
    stop: () => boss.stop({ graceful: true, timeout: 5_000 }),
  }
}

/** pg-boss's own SQL, run through the caller's scoped transaction. */
const inTransaction = (db: TenantDb): Db => ({
  executeSql: async (text: string, values: unknown[] = []) =>
    db.executeQuery<object>(CompiledQuery.raw(text, [...values])),
})
