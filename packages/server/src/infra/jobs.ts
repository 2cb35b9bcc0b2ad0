import { CompiledQuery } from 'kysely'
import pg from 'pg'
import { PgBoss, type Db, type Queue, type WorkOptions } from 'pg-boss'
import type { TenantDb } from '../db/scope.ts'

/** Background work: pg-boss queues in PostgreSQL. Delivery may repeat, so every handler is idempotent. */

/** Every queue with what its jobs carry; a job names rows, it never carries what a tenant wrote. */
export interface JobData {
  mail: { readonly tenantId: string; readonly mailId: string }
  'document-batch': BatchJob
  /** Batches whose job was given up, with its data. */
  'document-batch-lost': BatchJob
  /** Waits until the batch's archive may go. */
  'document-batch-expiry': BatchJob
}
interface BatchJob {
  readonly tenantId: string
  readonly batchId: string
}
type QueueName = keyof JobData

const schema = 'pgboss'
type QueueOptions = Omit<Queue, 'name'>
/** A queue stands after the one that takes what it gives up. */
const queues: Record<QueueName, QueueOptions> = {
  mail: { retryLimit: 8, retryDelay: 20, retryBackoff: true, expireInSeconds: 120 },
  'document-batch-lost': { retryLimit: 8, retryDelay: 20, retryBackoff: true, expireInSeconds: 120 },
  'document-batch': {
    retryLimit: 4,
    retryDelay: 5,
    retryBackoff: true,
    expireInSeconds: 3600,
    // A server that was killed is missed after this, not only when the hour is over.
    heartbeatSeconds: 20,
    deadLetter: 'document-batch-lost',
  },
  'document-batch-expiry': { retryLimit: 8, retryDelay: 600, retryBackoff: true, expireInSeconds: 120 },
}
/** How a worker of a queue differs from one that looks every second and does one job at a time. */
const workers: Partial<Record<QueueName, { localConcurrency?: number; pollingIntervalSeconds?: number }>> = {
  // A large batch does not keep everybody else's waiting.
  'document-batch': { localConcurrency: 2 },
  'document-batch-expiry': { pollingIntervalSeconds: 15 },
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
  /** The same, but the job waits until a moment has come. */
  enqueueAt: <Q extends QueueName>(
    db: TenantDb,
    queue: Q,
    job: { readonly data: JobData[Q]; readonly at: Date },
  ) => Promise<void>
  /** Starts a worker; a throwing handler is retried with growing pauses, then the job is kept as failed. */
  work: <Q extends QueueName>(
    queue: Q,
    handler: (data: JobData[Q], attempt: { readonly isLast: boolean }) => Promise<void>,
  ) => Promise<void>
  stop: () => Promise<void>
}

const workOptions = { includeMetadata: true } as const satisfies WorkOptions

interface JobsOptions {
  /** A direct connection as the application role: pg-boss listens and locks, which a transaction pooler cannot carry. */
  readonly connectionString: string
  readonly onError: (error: Error) => void
}

export async function startJobs({ connectionString, onError }: JobsOptions): Promise<Jobs> {
  const boss = new PgBoss({
    connectionString,
    schema,
    migrate: false,
    createSchema: false,
    schedule: false,
    max: 3,
    // How soon the work of a server that was killed is given to another.
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 10,
  })
  boss.on('error', onError)
  await boss.start()
  return {
    enqueue: async (db, queue, data) => {
      await boss.send(queue, data, { db: inTransaction(db) })
    },
    enqueueAt: async (db, queue, { data, at }) => {
      await boss.send(queue, data, { startAfter: at, db: inTransaction(db) })
    },
    work: async (queue, handler) => {
      const options: typeof workOptions & WorkOptions = { ...workOptions, pollingIntervalSeconds: 1, ...workers[queue] }
      await boss.work<JobData[typeof queue], void, typeof options>(queue, options, async (jobs) => {
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
