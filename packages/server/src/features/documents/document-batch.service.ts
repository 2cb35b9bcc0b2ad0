import { finnishDay } from '@kase/shared/calendar/civil-date.ts'
import {
  mostBatchFiles,
  type BatchChoice,
  type BatchKind,
  type BatchProblem,
  type BatchState,
} from '@kase/shared/documents/document-batch.schema.ts'
import { DomainError } from '@kase/shared/errors.ts'
import type { Language } from '@kase/shared/locales.ts'
import type { StoredBatchFailure } from '../../db/schema.ts'
import type { TenantDb } from '../../db/scope.ts'
import type { Dependencies } from '../../infra/dependencies.ts'
import type { Actor } from '../../trpc/context.ts'
import { recordAudit } from '../audit/audit.service.ts'
import { getOrganisation } from '../organisations/organisation.service.ts'
import { getPlan } from '../plans/plan-access.service.ts'
import { listPlanReaders } from '../plans/plan-readers.service.ts'
import { batchFiles } from './batch-files.ts'
import * as repository from './document-batch.repository.ts'

/** Batches: many documents in one ZIP file, made by a job (document-batch.job.ts) and kept for a week. */

const keptDays = 7
/** Batches of one organisation that may wait or be made at a time. */
const mostWaiting = 5
/** Bytes of all archives that one organisation keeps. */
const mostStoredBytes = 500_000_000
const listLimit = 50

/** How many files a choice comes to; writes nothing. @throws DomainError `not-found` */
export async function countBatchFiles(
  deps: Dependencies,
  db: TenantDb,
  choice: BatchChoice,
): Promise<{ files: number; most: number }> {
  return { files: batchFiles(await listPlanReaders(deps, db, choice.planIds), choice).length, most: mostBatchFiles }
}

/**
 * Puts a batch on its way. The same request sent twice makes one.
 *
 * @throws DomainError `not-found`; `batch-too-many-files`; `batch-waits`; `batch-storage-full`
 */
export async function startBatch(
  deps: Dependencies,
  db: TenantDb,
  actor: Actor,
  { requestKey, ...choice }: BatchChoice & { requestKey: string },
): Promise<{ batchId: string }> {
  const { tenantId, userId } = actor
  const files = batchFiles(await listPlanReaders(deps, db, choice.planIds), choice)
  if (files.length === 0) throw new DomainError('bad-input')
  if (files.length > mostBatchFiles)
    throw new DomainError('batch-too-many-files', { files: files.length, most: mostBatchFiles })
  const known = await repository.findBatchByRequest(db, tenantId, requestKey)
  if (known) return { batchId: known.id }
  await checkLoad(deps, db, tenantId)
  const expiresAt = expiryOf(deps)
  const requested = { tenantId, requestKey, requestedBy: userId, requestedAt: deps.now(), expiresAt, files }
  const batchId = await repository.insertBatch(db, requested)
  // The other half of a double click was quicker.
  if (batchId === undefined)
    return { batchId: (await repository.findBatchByRequest(db, tenantId, requestKey))?.id ?? '' }
  await enqueue(deps, db, { tenantId, batchId, expiresAt })
  await recordAudit(db, actor, 'document-batch.started', batchId, { files: files.length })
  return { batchId }
}

async function checkLoad({ now }: Dependencies, db: TenantDb, tenantId: string): Promise<void> {
  await repository.deleteExpiredBatches(db, tenantId, now())
  const { waiting, bytes } = await repository.getBatchLoad(db, tenantId)
  if (waiting >= mostWaiting) throw new DomainError('batch-waits', { waiting })
  if (bytes >= mostStoredBytes) throw new DomainError('batch-storage-full')
}

const expiryOf = ({ now }: Dependencies): Date => new Date(now().getTime() + keptDays * 86_400_000)

async function enqueue(
  { jobs }: Dependencies,
  db: TenantDb,
  { expiresAt, ...batch }: { tenantId: string; batchId: string; expiresAt: Date },
): Promise<void> {
  await jobs.enqueue(db, 'document-batch', batch)
  await jobs.enqueueAt(db, 'document-batch-expiry', { data: batch, at: expiresAt })
}

/** A batch as lists show it. */
export interface BatchView {
  readonly id: string
  readonly state: BatchState
  readonly plans: readonly { readonly planId: string; readonly workerName: string }[]
  readonly people: number
  readonly kinds: readonly BatchKind[]
  readonly languages: readonly Language[]
  readonly done: number
  readonly total: number
  /** Files that are not in the archive, by the names they would have there. */
  readonly failures: readonly StoredBatchFailure[]
  /** Why there is no archive at all. */
  readonly problem: BatchProblem | null
  readonly bytes: number
  readonly requestedBy: string
  /** ISO 8601, UTC, as the next. */
  readonly requestedAt: string
  readonly expiresAt: string
}

/** Batches of one plan, or (null) of the organisation; the newest 50. @throws DomainError `not-found` */
export async function listBatches(
  { now }: Dependencies,
  db: TenantDb,
  { tenantId }: Actor,
  planId: string | null,
): Promise<BatchView[]> {
  if (planId !== null) await getPlan(db, planId)
  const rows = await repository.listBatches(db, { tenantId, planId, now: now(), limit: listLimit })
  const ids = rows.map(({ id }) => id)
  const plans = await repository.listBatchPlans(db, tenantId, ids)
  return rows.map(({ attempt: _attempt, chunks: _chunks, settledAt: _settledAt, ...row }) => ({
    ...row,
    plans: plans
      .filter(({ batchId }) => batchId === row.id)
      .map(({ planId: id, workerName }) => ({ planId: id, workerName })),
    requestedAt: row.requestedAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
  }))
}

/**
 * Makes a batch once more that failed, or that lacks some files. All of it is made again: finished files are remembered, and
 * an archive is never half of one day and half of another.
 *
 * @throws DomainError `not-found`; `batch-not-failed`; `batch-waits`; `batch-storage-full`
 */
export async function retryBatch(deps: Dependencies, db: TenantDb, actor: Actor, batchId: string): Promise<void> {
  const { tenantId } = actor
  const batch = await getBatch(deps, db, { tenantId, id: batchId })
  const isLacking = batch.state === 'failed' || (batch.state === 'done' && batch.failures.length > 0)
  if (!isLacking) throw new DomainError('batch-not-failed')
  await checkLoad(deps, db, tenantId)
  const expiresAt = expiryOf(deps)
  // Somebody else was quicker: it is on its way already.
  if (!(await repository.requeueBatch(db, { tenantId, id: batchId }, expiresAt))) return
  await enqueue(deps, db, { tenantId, batchId, expiresAt })
  await recordAudit(db, actor, 'document-batch.retried', batchId)
}

async function getBatch(
  { now }: Pick<Dependencies, 'now'>,
  db: TenantDb,
  key: { tenantId: string; id: string },
): Promise<repository.BatchRow> {
  const batch = await repository.findBatch(db, key, now())
  if (!batch) throw new DomainError('not-found')
  return batch
}

/** Removes a batch and its archive; one that is being made stops. @throws DomainError `not-found` */
export async function removeBatch(db: TenantDb, actor: Actor, batchId: string): Promise<void> {
  if (!(await repository.deleteBatch(db, { tenantId: actor.tenantId, id: batchId }))) throw new DomainError('not-found')
  await recordAudit(db, actor, 'document-batch.removed', batchId)
}

/** Removes what has expired of an organisation's batches: run by a job on the day itself, and before a new batch. */
export const removeExpiredBatches = (db: TenantDb, tenantId: string, now: Date): Promise<void> =>
  repository.deleteExpiredBatches(db, tenantId, now)

export interface BatchArchive {
  readonly tenantId: string
  readonly batchId: string
  readonly attempt: number
  readonly chunks: number
  readonly bytes: number
  readonly fileName: string
}

/**
 * The finished archive of a batch, for a member who takes it home; noted in the audit log.
 *
 * @throws DomainError `not-found`, also while there is none yet
 */
export async function openBatchArchive(
  deps: Dependencies,
  db: TenantDb,
  actor: Actor,
  batchId: string,
): Promise<BatchArchive> {
  const { tenantId } = actor
  const { state, attempt, chunks, bytes, requestedAt } = await getBatch(deps, db, { tenantId, id: batchId })
  if (state !== 'done') throw new DomainError('not-found')
  const [first, ...others] = await repository.listBatchPlans(db, tenantId, [batchId])
  const about = first && others.length === 0 ? first.workerName : (await getOrganisation(db, actor)).name
  await recordAudit(db, actor, 'document-batch.downloaded', batchId)
  const fileName = `${about.replace(/[\p{Cc}/\\:*?"<>|]/gu, '')} ${finnishDay(requestedAt)}.zip`
  return { tenantId, batchId, attempt, chunks, bytes, fileName }
}
