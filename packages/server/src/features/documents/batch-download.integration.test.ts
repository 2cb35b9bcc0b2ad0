import { randomBytes, randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { openMember } from '../../../test/organisation.factory.ts'
import { openPlan } from '../../../test/plan.factory.ts'
import type { TenantDb } from '../../db/scope.ts'
import { insertAttempt } from './batch-attempt.repository.ts'
import { ArchiveTooLargeError, AttemptOverError, chunkWriter } from './chunk-writer.ts'
import { addPlan, openBatchService, own, start, viewOf } from './test/batch-service.ts'

const { service, make, download, chunksOf } = await openBatchService()
const { deps, owner } = service

describe('an archive', () => {
  it('is for nobody but those who may make documents, and not there for another tenant', async () => {
    const plan = await openPlan(service)
    const { slug } = plan.organisation
    const batchId = await start(plan)
    expect((await download(slug, batchId, plan.person)).status).toBe(404)
    await make(plan, batchId)
    const buddy = await openMember(service, 'buddy', plan.organisation)
    const stranger = await openMember(service, 'owner')
    expect((await download(slug, batchId, buddy.person)).status).toBe(403)
    expect((await download(slug, batchId, stranger.person)).status).toBe(404)
    expect((await download(stranger.organisation.slug, batchId, stranger.person)).status).toBe(404)
    expect((await download(slug, batchId)).status).toBe(401)
    expect((await download(slug, 'nothing', plan.person)).status).toBe(404)
  })

  it('of many pieces comes out as it went in, and stops in the middle when it is removed meanwhile', async () => {
    const plan = await openPlan(service)
    const { tenantId, slug } = plan.organisation
    const batchId = await start(plan)
    const archive = randomBytes(1_300_000)
    const attempt = { tenantId, batchId, attempt: 1 }
    await deps.db.withTenant({ tenantId }, (db) => insertAttempt(db, { tenantId, batchId }))
    const writer = chunkWriter(deps, attempt)
    for (const [from, to] of [
      [0, 40],
      [40, 700_000],
      [700_000, 1_250_000],
      [1_250_000, 1_300_000],
    ])
      await writer.write(archive.subarray(from, to))
    const written = await writer.end()
    expect(written).toEqual({ bytes: 1_300_000, chunks: 3 })
    await writer.update({ state: 'done', ...written })
    expect((await download(slug, batchId, plan.person)).body.equals(archive)).toBe(true)
    await owner.query('delete from document_batch_chunk where batch_id = $1 and position = 2', [batchId])
    await expect(download(slug, batchId, plan.person)).rejects.toThrow('terminated')
    await expect(chunkWriter(deps, attempt).write(Buffer.alloc(100_000_001))).rejects.toThrow(ArchiveTooLargeError)
    await expect(writer.update({ done: 1 })).rejects.toThrow(AttemptOverError)
  })

  it('is hidden by the database itself from another tenant, a buddy and the holder of a link', async () => {
    const plan = await openPlan(service)
    const { tenantId } = plan.organisation
    const batchId = await start(plan)
    await make(plan, batchId)
    const seen = async (db: TenantDb): Promise<number> => {
      const batches = await db.selectFrom('documentBatch').select('id').execute()
      const plans = await db.selectFrom('documentBatchPlan').select('planId').execute()
      const chunks = await db.selectFrom('documentBatchChunk').select('position').execute()
      return batches.length + plans.length + chunks.length
    }
    const stranger = await openMember(service, 'hr')
    const buddy = await openMember(service, 'buddy', plan.organisation)
    expect(await deps.db.withTenant({ tenantId }, seen)).toBe(3)
    expect(await deps.db.withTenant({ tenantId: stranger.organisation.tenantId }, seen)).toBe(0)
    expect(await deps.db.withTenant({ tenantId, userId: buddy.person.userId, isBuddy: true }, seen)).toBe(0)
    const holder = { tenantId, planId: plan.planId, participantId: plan.participants.worker }
    expect(await deps.db.withLink(holder, seen)).toBe(0)
  })

  it('goes with one of its plans, so that nothing of an erased person stays', async () => {
    const plan = await openPlan(service)
    const draft = await addPlan(plan, 'Bishal Udaharan')
    const planIds = [plan.planId, draft]
    const { batchId } = await plan.caller.documentBatch.start({ planIds, requestKey: randomUUID(), ...own })
    await make(plan, batchId)
    expect(await chunksOf(batchId)).toBe(1)
    await plan.caller.plan.discard({ planId: draft })
    expect([await viewOf(plan, batchId), await chunksOf(batchId)]).toEqual([undefined, 0])
  })
})
