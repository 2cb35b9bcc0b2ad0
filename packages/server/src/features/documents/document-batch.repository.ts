import { sql } from 'kysely'
import type { BatchKind, BatchProblem, BatchState } from '@kase/shared/documents/document-batch.schema.ts'
import type { Language } from '@kase/shared/locales.ts'
import type { StoredBatchFailure, StoredBatchFile } from '../../db/schema.ts'
import type { TenantDb } from '../../db/scope.ts'

/** A batch without its files and its archive. */
export interface BatchRow {
  readonly id: string
  readonly requestedBy: string
  readonly requestedAt: Date
  readonly kinds: BatchKind[]
  readonly languages: Language[]
  /** How many people the documents are for. */
  readonly people: number
  readonly total: number
  readonly state: BatchState
  readonly attempt: number
  readonly done: number
  readonly failures: StoredBatchFailure[]
  readonly problem: BatchProblem | null
  readonly bytes: number
  readonly chunks: number
  readonly settledAt: Date | null
  readonly expiresAt: Date
}

interface BatchKey {
  readonly tenantId: string
  readonly id: string
}

const columns = [
  'id',
  'requestedBy',
  'requestedAt',
  'kinds',
  'languages',
  'people',
  'total',
  'state',
  'attempt',
  'done',
  'failures',
  'problem',
  'bytes',
  'chunks',
  'settledAt',
  'expiresAt',
] as const

export interface NewBatch {
  readonly tenantId: string
  readonly requestKey: string
  readonly requestedBy: string
  readonly requestedAt: Date
  readonly expiresAt: Date
  readonly files: readonly StoredBatchFile[]
}

/** The id of the new batch; undefined when the same request has made one already. */
export async function insertBatch(db: TenantDb, { files, ...batch }: NewBatch): Promise<string | undefined> {
  const row = await db
    .insertInto('documentBatch')
    .values({
      ...batch,
      files: JSON.stringify(files),
      total: files.length,
      kinds: distinct(files, 'kind'),
      languages: distinct(files, 'language'),
      people: distinct(files, 'participantId').length,
    })
    .onConflict((conflict) => conflict.columns(['tenantId', 'requestKey']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!row) return undefined
  const { tenantId } = batch
  const plans = distinct(files, 'planId').map((planId) => ({ tenantId, batchId: row.id, planId }))
  await db.insertInto('documentBatchPlan').values(plans).execute()
  return row.id
}

const distinct = <K extends keyof StoredBatchFile>(files: readonly StoredBatchFile[], key: K): StoredBatchFile[K][] => [
  ...new Set(files.map((file) => file[key])),
]

export const findBatchByRequest = (
  db: TenantDb,
  tenantId: string,
  requestKey: string,
): Promise<{ id: string } | undefined> =>
  db
    .selectFrom('documentBatch')
    .select('id')
    .where('tenantId', '=', tenantId)
    .where('requestKey', '=', requestKey)
    .executeTakeFirst()

export const findBatch = (db: TenantDb, { tenantId, id }: BatchKey, now: Date): Promise<BatchRow | undefined> =>
  db
    .selectFrom('documentBatch')
    .select(columns)
    .where('tenantId', '=', tenantId)
    .where('id', '=', id)
    .where('expiresAt', '>', now)
    .executeTakeFirst()

export interface BatchList {
  readonly tenantId: string
  /** Only batches that are about this plan. */
  readonly planId: string | null
  readonly now: Date
  readonly limit: number
}

/** Batches that have not expired, the newest first. */
export function listBatches(db: TenantDb, { tenantId, planId, now, limit }: BatchList): Promise<BatchRow[]> {
  const query = db
    .selectFrom('documentBatch')
    .select(columns)
    .where('tenantId', '=', tenantId)
    .where('expiresAt', '>', now)
    .orderBy('requestedAt', 'desc')
    .orderBy('id')
    .limit(limit)
  if (planId === null) return query.execute()
  return query
    .where('id', 'in', (about) =>
      about
        .selectFrom('documentBatchPlan')
        .select('batchId')
        .where('tenantId', '=', tenantId)
        .where('planId', '=', planId),
    )
    .execute()
}

/** The plans that some batches are about, by the worker's name. */
export const listBatchPlans = (
  db: TenantDb,
  tenantId: string,
  batchIds: readonly string[],
): Promise<{ batchId: string; planId: string; workerName: string }[]> =>
  batchIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('documentBatchPlan')
        .innerJoin('plan', (join) =>
          join
            .onRef('plan.tenantId', '=', 'documentBatchPlan.tenantId')
            .onRef('plan.id', '=', 'documentBatchPlan.planId'),
        )
        .select(['batchId', 'planId', 'workerName'])
        .where('documentBatchPlan.tenantId', '=', tenantId)
        .where('batchId', 'in', [...batchIds])
        .orderBy('workerName')
        .execute()

export interface BatchLoad {
  /** Batches that are not settled. */
  readonly waiting: number
  /** Bytes of all archives that are kept. */
  readonly bytes: number
}

export const getBatchLoad = (db: TenantDb, tenantId: string): Promise<BatchLoad> =>
  db
    .selectFrom('documentBatch')
    .select([
      sql<number>`(count(*) filter (where state in ('queued', 'running')))::int`.as('waiting'),
      sql<number>`coalesce(sum(bytes), 0)::float8`.as('bytes'),
    ])
    .where('tenantId', '=', tenantId)
    .executeTakeFirstOrThrow()

/** Puts a settled batch back on the way; false when it is not settled. */
export async function requeueBatch(db: TenantDb, { tenantId, id }: BatchKey, expiresAt: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('documentBatch')
    .set({ state: 'queued', done: 0, failures: '[]', problem: null, settledAt: null, expiresAt })
    .where('tenantId', '=', tenantId)
    .where('id', '=', id)
    .where('state', 'in', ['done', 'failed'])
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function deleteBatch(db: TenantDb, { tenantId, id }: BatchKey): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('documentBatch')
    .where('tenantId', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

export async function deleteExpiredBatches(db: TenantDb, tenantId: string, now: Date): Promise<void> {
  await db.deleteFrom('documentBatch').where('tenantId', '=', tenantId).where('expiresAt', '<=', now).execute()
}
