import type { BatchProblem } from '@kase/shared/documents/document-batch.schema.ts'
import type { StoredBatchFailure, StoredBatchFile } from '../../db/schema.ts'
import type { TenantDb } from '../../db/scope.ts'

/**
 * What the maker of an archive writes. Each write names its attempt and says whether that is still the newest of a running
 * batch: of two makers of one batch, the one who began last goes on and the other stops.
 */

export interface AttemptKey {
  readonly tenantId: string
  readonly batchId: string
  readonly attempt: number
}

export interface BegunAttempt {
  readonly attempt: number
  readonly files: StoredBatchFile[]
  readonly requestedBy: string
  readonly requestedAt: Date
}

/** Begins a batch anew, without what earlier attempts left; undefined when there is nothing to make any more. */
export async function insertAttempt(
  db: TenantDb,
  { tenantId, batchId }: Omit<AttemptKey, 'attempt'>,
): Promise<BegunAttempt | undefined> {
  const begun = await db
    .updateTable('documentBatch')
    .set((eb) => ({
      state: 'running',
      attempt: eb('attempt', '+', 1),
      done: 0,
      failures: '[]',
      bytes: 0,
      chunks: 0,
    }))
    .where('tenantId', '=', tenantId)
    .where('id', '=', batchId)
    .where('state', 'in', ['queued', 'running'])
    .returning(['attempt', 'files', 'requestedBy', 'requestedAt'])
    .executeTakeFirst()
  if (begun) await deleteChunks(db, { tenantId, batchId })
  return begun
}

const deleteChunks = (db: TenantDb, { tenantId, batchId }: Omit<AttemptKey, 'attempt'>) =>
  db.deleteFrom('documentBatchChunk').where('tenantId', '=', tenantId).where('batchId', '=', batchId).execute()

interface AttemptChange {
  readonly state?: 'queued' | 'done' | 'failed'
  readonly done?: number
  readonly failures?: readonly StoredBatchFailure[]
  readonly problem?: BatchProblem
  readonly bytes?: number
  readonly chunks?: number
  readonly settledAt?: Date
}

/** Whether it was written: false when another attempt has begun, or the batch is gone. */
export async function updateAttempt(
  db: TenantDb,
  { tenantId, batchId, attempt }: AttemptKey,
  { failures, ...change }: AttemptChange,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('documentBatch')
    .set({ ...change, ...(failures && { failures: JSON.stringify(failures) }) })
    .where('tenantId', '=', tenantId)
    .where('id', '=', batchId)
    .where('attempt', '=', attempt)
    .where('state', '=', 'running')
    .executeTakeFirst()
  if (numUpdatedRows === 1n && change.state === 'failed') await deleteChunks(db, { tenantId, batchId })
  return numUpdatedRows === 1n
}

/** Adds a piece of the archive. Whether the attempt still counts: nothing is written otherwise. */
export async function insertChunk(
  db: TenantDb,
  { tenantId, batchId, attempt }: AttemptKey,
  { position, data }: { position: number; data: Buffer },
): Promise<boolean> {
  // The lock keeps a newer attempt from beginning between the question and the answer.
  const current = await db
    .selectFrom('documentBatch')
    .select('id')
    .where('tenantId', '=', tenantId)
    .where('id', '=', batchId)
    .where('attempt', '=', attempt)
    .where('state', '=', 'running')
    .forUpdate()
    .executeTakeFirst()
  if (!current) return false
  await db.insertInto('documentBatchChunk').values({ tenantId, batchId, attempt, position, data }).execute()
  return true
}

/** A piece of a finished archive; undefined when the archive has been removed or made anew. */
export async function findChunk(
  db: TenantDb,
  { tenantId, batchId, attempt }: AttemptKey,
  position: number,
): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom('documentBatchChunk')
    .select('data')
    .where('tenantId', '=', tenantId)
    .where('batchId', '=', batchId)
    .where('attempt', '=', attempt)
    .where('position', '=', position)
    .executeTakeFirst()
  return row?.data
}

/** Ends a batch whose job has been given up; whether there was one to end. */
export async function failBatch(
  db: TenantDb,
  { tenantId, batchId }: Omit<AttemptKey, 'attempt'>,
  settledAt: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('documentBatch')
    .set((eb) => ({ state: 'failed', problem: 'unexpected', settledAt, attempt: eb('attempt', '+', 1) }))
    .where('tenantId', '=', tenantId)
    .where('id', '=', batchId)
    .where('state', 'in', ['queued', 'running'])
    .executeTakeFirst()
  if (numUpdatedRows === 1n) await deleteChunks(db, { tenantId, batchId })
  return numUpdatedRows === 1n
}
