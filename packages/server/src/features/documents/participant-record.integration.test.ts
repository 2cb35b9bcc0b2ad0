import { expect, it } from 'vitest'
import { openPlan, type TestPlan } from '../../../test/plan.factory.ts'
import { openTestService } from '../../../test/service.ts'
import { loadParticipantPlan } from '../plans/participant-plan.service.ts'
import { recordPlanEvent } from '../plans/plan-access.service.ts'
import { loadParticipantRecord } from './participant-record.service.ts'
import type { PlanRecord } from './plan-document.ts'

const service = await openTestService()
const { deps, owner } = service

const recordOf = ({ organisation: { tenantId }, planId, participants }: TestPlan, role: 'worker' | 'partner') =>
  deps.db.withTenant({ tenantId }, async (db): Promise<PlanRecord> => {
    const plan = await loadParticipantPlan(deps, db, { tenantId, planId, participantId: participants[role] })
    return loadParticipantRecord(db, { plan }, 'fi')
  })

const readAt = (plan: TestPlan, key: string, at: Date, version: number): Promise<void> => {
  const scope = { tenantId: plan.organisation.tenantId, planId: plan.planId, participantId: plan.participants.worker }
  return deps.db.withTenant(scope, (db) =>
    recordPlanEvent(db, {
      ...scope,
      kind: 'acknowledged',
      actorKind: 'participant',
      planTaskId: plan.tasks[key] ?? '',
      at,
      detail: { textVersionId: '00000000-0000-4000-8000-000000000000', version, language: 'en' },
    }),
  )
}

const entryOf = ({ entries }: PlanRecord, title: string) => entries.filter((entry) => entry.title.fi?.text === title)

it('says of each task which version was told in which language, when the link was opened and what was confirmed', async () => {
  const plan = await openPlan(service)
  const before = await recordOf(plan, 'worker')
  expect(entryOf(before, 'Tee rights')).toMatchObject([{ version: '1', language: 'en', toldAt: expect.any(String) }])
  expect(before.entries.some(({ openedAt, acknowledgedAt }) => openedAt ?? acknowledgedAt)).toBe(false)

  await plan.caller.shareLink.create({ planId: plan.planId, participantId: plan.participants.worker })
  const opened = new Date('2027-02-02T10:00:00Z')
  await owner.query('update share_link set first_opened_at = $2 where plan_id = $1', [plan.planId, opened])
  await readAt(plan, 'rights', new Date('2027-02-03T08:00:00Z'), 1)
  await readAt(plan, 'rights', new Date('2027-02-09T08:00:00Z'), 2)
  const after = await recordOf(plan, 'worker')
  expect(entryOf(after, 'Tee rights')).toMatchObject([
    { version: '1', openedAt: opened.toISOString(), acknowledgedAt: '2027-02-03T08:00:00.000Z' },
    { version: '2', openedAt: opened.toISOString(), acknowledgedAt: '2027-02-09T08:00:00.000Z' },
  ])
  expect(entryOf(after, 'Tee identity-code')).toMatchObject([{ version: '1', openedAt: opened.toISOString() }])
  expect(after.entries[0]?.title.fi?.mark).toBe('machine')
})

it('tells nothing of the family’s own tasks, not even of the child’s that stand on the worker’s page', async () => {
  const plan = await openPlan(service)
  const titles = (await recordOf(plan, 'worker')).entries.map(({ title }) => title.fi?.text)
  expect(titles).toContain('Tee bank-account')
  expect(titles).not.toContain('Tee daycare')
  expect((await recordOf(plan, 'partner')).entries).toEqual([])
})
