import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { openPlan, type TestPlan } from '../../../test/plan.factory.ts'
import { openTestService } from '../../../test/service.ts'
import { startBatchWorkers } from './document-batch.job.ts'

const service = await openTestService()
const { owner, clock } = service
await startBatchWorkers(service.deps)

async function start({ caller, planId }: TestPlan): Promise<string> {
  const request = { planIds: [planId], requestKey: randomUUID(), languages: 'own' as const, kinds: ['plan' as const] }
  return (await caller.documentBatch.start(request)).batchId
}

const viewOf = async ({ caller, planId }: TestPlan, batchId: string) =>
  (await caller.documentBatch.list({ planId })).find(({ id }) => id === batchId)

const stateOf = async (plan: TestPlan, batchId: string) => (await viewOf(plan, batchId))?.state

const countChunks = async (batchId: string): Promise<number> =>
  (await owner.query('select from document_batch_chunk where batch_id = $1', [batchId])).rowCount ?? 0

it('is made by the queue, kept for seven days, and then removed by the queue', async () => {
  const plan = await openPlan(service)
  const batchId = await start(plan)
  await expect.poll(() => stateOf(plan, batchId), { timeout: 60_000 }).toBe('done')
  const waiting = `select round(extract(epoch from start_after - $2::timestamptz) / 86400)::int as days
    from pgboss.job where name = 'document-batch-expiry' and data->>'batchId' = $1`
  expect((await owner.query(waiting, [batchId, clock.now])).rows).toEqual([{ days: 7 }])
  clock.now = new Date(clock.now.getTime() + 8 * 86_400_000)
  expect([await stateOf(plan, batchId), await countChunks(batchId)]).toEqual([undefined, 1])
  await owner.query(`update pgboss.job set start_after = now() where data->>'batchId' = $1`, [batchId])
  await expect.poll(() => countChunks(batchId), { timeout: 90_000 }).toBe(0)
})

it('is said to have failed when the queue gives it up, and is made when somebody tries again', async () => {
  const plan = await openPlan(service)
  await owner.query('revoke select on plan_task from kase_app')
  const batchId = await start(plan)
  await owner.query(`update pgboss.job set retry_limit = 0 where data->>'batchId' = $1`, [batchId])
  const { tenantId } = plan.organisation
  const failed = `select problem from document_batch where tenant_id = $1 and state = 'failed'`
  await expect
    .poll(async () => (await owner.query(failed, [tenantId])).rows, { timeout: 60_000 })
    .toEqual([{ problem: 'unexpected' }])
  await owner.query('grant select on plan_task to kase_app')
  await plan.caller.documentBatch.retry({ batchId })
  await expect.poll(() => stateOf(plan, batchId), { timeout: 60_000 }).toBe('done')
})

it('of a server that was killed is made by another, because it is missed', async () => {
  const plan = await openPlan(service)
  // What a kill leaves behind: the job taken, the batch half made, and nobody who says that the work goes on.
  const take = `update pgboss.job set state = 'active', started_on = now(), heartbeat_on = now() - interval '1 minute'
    where name = 'document-batch' and state = 'created' and data->>'batchId' = $1`
  let batchId = await start(plan)
  while ((await owner.query(take, [batchId])).rowCount === 0) batchId = await start(plan)
  const half = `update document_batch set state = 'running', attempt = 1, done = 1 where id = $1`
  await owner.query(half, [batchId])
  await expect.poll(() => stateOf(plan, batchId), { timeout: 90_000 }).toBe('done')
  expect(await viewOf(plan, batchId)).toMatchObject({ done: 2, failures: [] })
})
