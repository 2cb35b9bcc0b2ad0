import { performance } from 'node:perf_hooks'
import type { BatchFileProblem } from '@kase/shared/documents/document-batch.schema.ts'
import { DomainError } from '@kase/shared/errors.ts'
import type { StoredBatchFile } from '../../db/schema.ts'
import type { Dependencies } from '../../infra/dependencies.ts'
import type { JobData } from '../../infra/jobs.ts'
import { recordPlanEvent } from '../plans/plan-access.service.ts'
import {
  failBatch,
  insertAttempt,
  updateAttempt,
  type AttemptKey,
  type BegunAttempt,
} from './batch-attempt.repository.ts'
import { ArchiveTooLargeError, AttemptOverError, chunkWriter } from './chunk-writer.ts'
import { documentArchive, type ArchiveItem, type LeftOut } from './document-archive.ts'
import { removeExpiredBatches } from './document-batch.service.ts'
import { DocumentError } from './document-error.ts'
import { loadDocumentSource, type DocumentSource } from './documents.service.ts'
import { buildParticipantDocument } from './participant-document.service.ts'

/** Starts making batches, ending those that were given up, and removing those that have expired. */
export async function startBatchWorkers(deps: Dependencies): Promise<void> {
  await deps.jobs.work('document-batch', (job) => makeBatch(deps, job))
  await deps.jobs.work('document-batch-lost', (job) => endLostBatch(deps, job))
  await deps.jobs.work('document-batch-expiry', ({ tenantId }) =>
    deps.db.withTenant({ tenantId }, (db) => removeExpiredBatches(db, tenantId, deps.now())),
  )
}

/**
 * Makes the archive of a batch from its first file to its last, whatever an earlier delivery left. A batch that is settled or
 * removed is left alone; when the job is delivered twice at once, the later one goes on and the earlier one stops.
 *
 * @throws Error when there is no archive and another try may help: the queue then tries again, with growing pauses
 */
export async function makeBatch(deps: Dependencies, { tenantId, batchId }: JobData['document-batch']): Promise<void> {
  const begun = await deps.db.withTenant({ tenantId }, (db) => insertAttempt(db, { tenantId, batchId }))
  if (!begun) return
  const key: AttemptKey = { tenantId, batchId, attempt: begun.attempt }
  try {
    await writeArchive(deps, key, begun)
  } catch (error) {
    if (error instanceof AttemptOverError) return
    if (error instanceof ArchiveTooLargeError) return await settle(deps, key, { problem: 'too-large' })
    deps.log.warn({ err: error, tenantId, batchId }, 'a batch of documents was not made')
    await deps.db.withTenant({ tenantId }, (db) => updateAttempt(db, key, { state: 'queued' }))
    throw error
  }
}

async function writeArchive(deps: Dependencies, key: AttemptKey, begun: BegunAttempt): Promise<void> {
  const { tenantId, batchId } = key
  const writer = chunkWriter(deps, key)
  const save = atMostEvery(progressMs, (progress: { done: number; failures: ReturnType<typeof failureOf>[] }) =>
    writer.update(progress),
  )
  let leftOut: readonly LeftOut[] = []
  const archive = documentArchive(deps.documents, itemsOf(deps, tenantId, begun.files), {
    madeAt: begun.requestedAt,
    onProgress: async (progress) => {
      const [latest] = progress.leftOut.slice(leftOut.length)
      if (latest) deps.log.error({ err: latest.error, tenantId, batchId }, 'a document of a batch could not be made')
      leftOut = progress.leftOut
      await save({ done: progress.done, failures: leftOut.map(failureOf) })
    },
  })
  for await (const piece of archive) await writer.write(piece)
  const failures = leftOut.map(failureOf)
  if (failures.length === begun.files.length) return settle(deps, key, { problem: 'nothing-made', failures })
  const written = await writer.end()
  await deps.db.withTenant({ tenantId }, async (db) => {
    const settled = { state: 'done', done: begun.files.length, failures, settledAt: deps.now(), ...written } as const
    if (!(await updateAttempt(db, key, settled))) throw new AttemptOverError()
    const { requestedBy: userId } = begun
    for (const planId of new Set(begun.files.map((file) => file.planId)))
      await recordPlanEvent(db, { tenantId, planId, kind: 'documents-made', actorKind: 'member', userId })
  })
}

const settle = (
  { db, now }: Dependencies,
  key: AttemptKey,
  change: Pick<Parameters<typeof updateAttempt>[2], 'problem' | 'failures'>,
): Promise<void> =>
  db.withTenant({ tenantId: key.tenantId }, async (tenant) => {
    await updateAttempt(tenant, key, { state: 'failed', settledAt: now(), ...change })
  })

/** Files of one person stand together: what they are made from is read once. */
function itemsOf(deps: Dependencies, tenantId: string, files: readonly StoredBatchFile[]): ArchiveItem[] {
  let latest: { participantId: string; source: Promise<DocumentSource> } | undefined
  const sourceOf = (file: StoredBatchFile): Promise<DocumentSource> => {
    if (latest?.participantId !== file.participantId) {
      const source = deps.db.withTenant({ tenantId }, (db) => loadDocumentSource(deps, db, { tenantId, ...file }))
      latest = { participantId: file.participantId, source }
    }
    return latest.source
  }
  return files.map((file) => ({
    name: file.name,
    document: async () => {
      const { plan, ...extras } = await sourceOf(file)
      const { kind, language, official } = file
      return buildParticipantDocument(plan, {
        kind,
        languages: [language],
        ...(official && { official }),
        ...extras,
      })
    },
  }))
}

const failureOf = ({ name, error }: LeftOut): { name: string; reason: BatchFileProblem } => ({
  name,
  reason: reasonOf(error),
})

function reasonOf(error: Error): BatchFileProblem {
  if (!(error instanceof DocumentError))
    return error instanceof DomainError && error.code === 'not-found' ? 'gone' : 'failed'
  return error.code === 'queue-full' ? 'busy' : error.code === 'timed-out' ? 'too-slow' : 'failed'
}

const progressMs = 400

/** Lets a call through when the one before is long enough ago; the rest are dropped. */
function atMostEvery<T>(ms: number, work: (value: T) => Promise<void>): (value: T) => Promise<void> {
  let last = Number.NEGATIVE_INFINITY
  return async (value) => {
    if (performance.now() - last < ms) return
    last = performance.now()
    await work(value)
  }
}

/** Says of a batch that the queue has given up that it failed: somebody can then try again. */
async function endLostBatch(deps: Dependencies, { tenantId, batchId }: JobData['document-batch-lost']): Promise<void> {
  const isEnded = await deps.db.withTenant({ tenantId }, (db) => failBatch(db, { tenantId, batchId }, deps.now()))
  if (isEnded) deps.log.error({ tenantId, batchId }, 'a batch of documents was given up')
}
