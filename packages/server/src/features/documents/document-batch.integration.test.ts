import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { openPlan } from '../../../test/plan.factory.ts'
import { refusal } from '../../../test/refusal.ts'
import { insertAttempt, insertChunk } from './batch-attempt.repository.ts'
import { openDocumentRenderer } from './document-renderer.ts'
import { addPlan, everything, openBatchService, own, start, textsIn, viewOf } from './test/batch-service.ts'

const { service, make, download, chunksOf } = await openBatchService()
const { deps, owner } = service

describe('a batch', () => {
  it('gives every person, language and kind as a readable PDF in one archive', async () => {
    const plan = await openPlan(service)
    const choice = { planIds: [plan.planId], ...everything }
    expect(await plan.caller.documentBatch.count(choice)).toEqual({ files: 12, most: 500 })
    const batchId = await start(plan, everything)
    expect(await viewOf(plan, batchId)).toMatchObject({ state: 'queued', done: 0, total: 12, people: 2 })
    await make(plan, batchId)
    const view = await viewOf(plan, batchId)
    expect(view).toMatchObject({ state: 'done', done: 12, total: 12, failures: [], problem: null })
    const file = await download(plan.organisation.slug, batchId, plan.person)
    expect([file.status, file.cache, file.body.length]).toEqual([200, 'private, no-store', view?.bytes])
    expect(file.name).toBe('attachment; filename="Maria Halimbawa 2027-02-01.zip"')
    const texts = textsIn(file.body)
    expect(Object.keys(texts)).toEqual(
      ['Maria Halimbawa', 'Jose Halimbawa'].flatMap((name) =>
        ['en', 'en+fi', 'en pocket', 'fi', 'fi+sv', 'fi pocket'].map((ending) => `${name} ${ending}.pdf`),
      ),
    )
    expect(texts['Maria Halimbawa en.pdf']).toContain('Do identity-code')
    expect(texts['Maria Halimbawa fi.pdf']).toContain('Tee identity-code')
    expect(texts['Maria Halimbawa en+fi.pdf']).toMatch(/Do identity-code[\s\S]*Tee identity-code|Tee identity-code/)
    expect(texts['Jose Halimbawa en.pdf']).toContain('Jose Halimbawa')
    const history = await plan.caller.plan.history({ planId: plan.planId, language: 'en' })
    expect(history[0]).toMatchObject({ kind: 'documents-made', userId: plan.person.userId })
  })

  it('takes several arrivals, each in a folder of its own, and only the people chosen of one', async () => {
    const plan = await openPlan(service)
    const second = await addPlan(plan, '../Bishal/Udaharan')
    const { batchId } = await plan.caller.documentBatch.start({
      planIds: [plan.planId, second],
      requestKey: randomUUID(),
      ...own,
    })
    await make(plan, batchId)
    const group = await download(plan.organisation.slug, batchId, plan.person)
    expect(group.name).toContain(plan.organisation.name)
    expect(Object.keys(textsIn(group.body))).toEqual([
      '2027-03-01 Maria Halimbawa/Maria Halimbawa fil.pdf',
      '2027-03-01 Maria Halimbawa/Jose Halimbawa fil.pdf',
      '2027-03-01 ..-Bishal-Udaharan/..-Bishal-Udaharan fil.pdf',
    ])
    const single = await start(plan, { ...own, participantIds: [plan.participants.partner] })
    expect(await viewOf(plan, single)).toMatchObject({ total: 1, people: 1 })
    const ofPlan = await plan.caller.documentBatch.list({ planId: second })
    expect(ofPlan.map(({ id }) => id)).toEqual([batchId])
    expect(ofPlan[0]?.plans.map(({ workerName }) => workerName)).toEqual(['../Bishal/Udaharan', 'Maria Halimbawa'])
  })
})

describe('a batch that is asked for', () => {
  it('twice with one key is made once, and with another key twice', async () => {
    const plan = await openPlan(service)
    const key = randomUUID()
    const [first, second] = await Promise.all([start(plan, own, key), start(plan, own, key)])
    expect(second).toBe(first)
    expect(await start(plan, own, key)).toBe(first)
    expect(await start(plan)).not.toBe(first)
    expect(await plan.caller.documentBatch.list({ planId: plan.planId })).toHaveLength(2)
  })

  it('beyond what is reasonable is refused with a clear answer', async () => {
    const plan = await openPlan(service)
    const { caller, planId, organisation } = plan
    const languages = ['fi', 'sv', 'en', 'et', 'pl', 'ro', 'es', 'pt', 'de', 'fr', 'so', 'sw'] as const
    const others = await Promise.all(Array.from({ length: 6 }, (_, index) => addPlan(plan, `Worker ${index}`)))
    const many = { planIds: [planId, ...others], languages: [...languages], kinds: [...everything.kinds] }
    expect((await caller.documentBatch.count(many)).files).toBe((2 + 6) * 12 * 3)
    // The bound itself: as many people as it takes.
    await owner.query(
      `insert into participant (tenant_id, plan_id, role, position, name, language)
       select $1, $2, 'partner', 10 + n, 'P' || n, 'fi' from generate_series(1, 8) n`,
      [organisation.tenantId, planId],
    )
    expect(await refusal(caller.documentBatch.start({ ...many, requestKey: randomUUID() }))).toEqual({
      code: 'batch-too-many-files',
      params: { files: 576, most: 500 },
    })
    for (let count = 0; count < 5; count += 1) await start(plan)
    expect(await refusal(start(plan))).toEqual({ code: 'batch-waits', params: { waiting: 5 } })
    await owner.query(`update document_batch set state = 'done', bytes = 100000000 where tenant_id = $1`, [
      organisation.tenantId,
    ])
    expect(await refusal(start(plan))).toEqual({ code: 'batch-storage-full' })
  })

  it.each([{ participantIds: [randomUUID()] }, { participantIds: ['child'] }])(
    'for somebody who has no page is refused (%o)',
    async ({ participantIds }) => {
      const plan = await openPlan(service)
      const ids = participantIds.map((id) => (id === 'child' ? plan.participants.child : id))
      expect(await refusal(start(plan, { ...own, participantIds: ids }))).toEqual({ code: 'not-found' })
    },
  )
})

describe('a file that cannot be made', () => {
  it('is left out, named with its reason, and is there after another try', async () => {
    const plan = await openPlan(service)
    const second = await addPlan(plan, 'Bishal Udaharan')
    const { batchId } = await plan.caller.documentBatch.start({
      planIds: [plan.planId, second],
      requestKey: randomUUID(),
      ...own,
    })
    const spoil = (municipality: string) =>
      owner.query(`update plan set facts = jsonb_set(facts, '{municipality}', to_jsonb($2::text)) where id = $1`, [
        second,
        municipality,
      ])
    await spoil('nowhere')
    await make(plan, batchId)
    expect(await viewOf(plan, batchId)).toMatchObject({
      state: 'done',
      done: 3,
      failures: [{ name: '2027-03-01 Bishal Udaharan/Bishal Udaharan fil', reason: 'failed' }],
    })
    expect(Object.keys(textsIn((await download(plan.organisation.slug, batchId, plan.person)).body))).toHaveLength(2)
    await spoil(plan.municipality)
    await plan.caller.documentBatch.retry({ batchId })
    expect(await viewOf(plan, batchId)).toMatchObject({ state: 'queued', done: 0, failures: [] })
    expect((await download(plan.organisation.slug, batchId, plan.person)).status).toBe(404)
    await make(plan, batchId)
    expect(await viewOf(plan, batchId)).toMatchObject({ state: 'done', failures: [] })
    expect(Object.keys(textsIn((await download(plan.organisation.slug, batchId, plan.person)).body))).toHaveLength(3)
    expect(await refusal(plan.caller.documentBatch.retry({ batchId }))).toEqual({ code: 'batch-not-failed' })
  })

  it('for everybody leaves no archive, says so, and is made when asked again: a failure is not remembered', async () => {
    const plan = await openPlan(service)
    const batchId = await start(plan)
    const hurried = openDocumentRenderer({ threads: 1, timeLimitMs: 1 })
    await make(plan, batchId, { ...deps, documents: hurried })
    await hurried.close()
    expect(await viewOf(plan, batchId)).toMatchObject({
      state: 'failed',
      problem: 'nothing-made',
      failures: [{ reason: 'too-slow' }, { reason: 'too-slow' }],
    })
    expect(await chunksOf(batchId)).toBe(0)
    await plan.caller.documentBatch.retry({ batchId })
    await make(plan, batchId)
    expect(await viewOf(plan, batchId)).toMatchObject({ state: 'done', problem: null, failures: [] })
  })

  it('because the person has gone is named', async () => {
    const plan = await openPlan(service)
    const batchId = await start(plan)
    await owner.query('delete from participant where id = $1', [plan.participants.partner])
    await make(plan, batchId)
    expect(await viewOf(plan, batchId)).toMatchObject({ failures: [{ name: 'Jose Halimbawa fil', reason: 'gone' }] })
  })
})

describe('the job', () => {
  it('delivered again after the end changes nothing', async () => {
    const plan = await openPlan(service)
    const batchId = await start(plan)
    await make(plan, batchId)
    const before = await viewOf(plan, batchId)
    const archive = (await download(plan.organisation.slug, batchId, plan.person)).body
    await make(plan, batchId)
    expect(await viewOf(plan, batchId)).toEqual(before)
    expect((await download(plan.organisation.slug, batchId, plan.person)).body.equals(archive)).toBe(true)
  })

  it('begins anew after a server that died in the middle, whose late writes count for nothing', async () => {
    const plan = await openPlan(service)
    const batchId = await start(plan)
    const { tenantId } = plan.organisation
    const dead = { tenantId, batchId, attempt: 1 }
    const chunk = { position: 0, data: Buffer.from('half an archive') }
    await deps.db.withTenant({ tenantId }, async (db) => {
      expect((await insertAttempt(db, { tenantId, batchId }))?.attempt).toBe(1)
      expect(await insertChunk(db, dead, chunk)).toBe(true)
    })
    expect(await viewOf(plan, batchId)).toMatchObject({ state: 'running' })
    await make(plan, batchId)
    await deps.db.withTenant({ tenantId }, async (db) =>
      expect(await insertChunk(db, dead, { ...chunk, position: 1 })).toBe(false),
    )
    expect(await viewOf(plan, batchId)).toMatchObject({ state: 'done' })
    expect(Object.keys(textsIn((await download(plan.organisation.slug, batchId, plan.person)).body))).toHaveLength(2)
  })

  it('delivered twice at once makes one whole archive', async () => {
    const plan = await openPlan(service)
    const batchId = await start(plan, { ...everything, languages: ['th', 'ar'] })
    await Promise.all([make(plan, batchId), make(plan, batchId)])
    expect(await viewOf(plan, batchId)).toMatchObject({ state: 'done', done: 12, failures: [] })
    expect(Object.keys(textsIn((await download(plan.organisation.slug, batchId, plan.person)).body))).toHaveLength(12)
  })

  it('that meets a database in trouble waits for its next try', async () => {
    const plan = await openPlan(service)
    const batchId = await start(plan)
    await owner.query('revoke select on plan_task from kase_app')
    await expect(make(plan, batchId)).rejects.toThrow('permission denied')
    await owner.query('grant select on plan_task to kase_app')
    expect(await viewOf(plan, batchId)).toMatchObject({ state: 'queued', problem: null, failures: [] })
    await make(plan, batchId)
    expect(await viewOf(plan, batchId)).toMatchObject({ state: 'done' })
  })

  it('stops when its batch is removed', async () => {
    const plan = await openPlan(service)
    const batchId = await start(plan, { ...everything, languages: ['my'] })
    const making = make(plan, batchId)
    await plan.caller.documentBatch.remove({ batchId })
    await making
    expect([await viewOf(plan, batchId), await chunksOf(batchId)]).toEqual([undefined, 0])
  })
})
