import { describe, expect, it } from 'vitest'
import { insertMember, openMember } from '../../../test/organisation.factory.ts'
import { openPlan, type TestPlan } from '../../../test/plan.factory.ts'
import { refusal } from '../../../test/refusal.ts'
import { openTestService } from '../../../test/service.ts'
import { tickOwnTask, untickOwnTask } from './participant-task.service.ts'

const service = await openTestService()
const { deps, owner } = service

const taskOf = async ({ caller, planId }: TestPlan, key: string) => {
  const { tasks, leftOut } = await caller.plan.get({ planId, language: 'en' })
  return [...tasks, ...leftOut].find((task) => task.key === key)
}
const ref = (plan: TestPlan, key: string) => ({ planId: plan.planId, taskId: plan.tasks[key] ?? '' })

describe('ticking', () => {
  it('is done once, and undone', async () => {
    const plan = await openPlan(service)
    await plan.caller.task.tick(ref(plan, 'identity-code'))
    await plan.caller.task.tick(ref(plan, 'identity-code'))
    expect(await taskOf(plan, 'identity-code')).toMatchObject({ isDone: true, doneAt: '2027-02-01T08:00:00.000Z' })
    expect((await taskOf(plan, 'bank-account'))?.waitsFor).toEqual([])
    await plan.caller.task.untick(ref(plan, 'identity-code'))
    await plan.caller.task.untick(ref(plan, 'identity-code'))
    expect(await taskOf(plan, 'identity-code')).toMatchObject({ isDone: false })
    const kinds = (await plan.caller.plan.history({ planId: plan.planId, language: 'en' })).map((entry) => entry.kind)
    expect(kinds.slice(0, 2)).toEqual(['task-unticked', 'task-ticked'])
    expect(kinds.filter((kind) => kind === 'task-ticked')).toHaveLength(1)
  })

  it('waits for the launch', async () => {
    const plan = await openPlan(service, { isDraft: true })
    expect(await refusal(plan.caller.task.tick(ref(plan, 'identity-code')))).toEqual({ code: 'plan-not-launched' })
  })

  it("is not the employer's for the family's own tasks", async () => {
    const plan = await openPlan(service)
    expect(await refusal(plan.caller.task.tick(ref(plan, 'spouse-programme')))).toEqual({ code: 'task-private' })
    expect(await refusal(plan.caller.task.untick(ref(plan, 'daycare')))).toEqual({ code: 'task-private' })
  })
})

describe('what the family does on its own', () => {
  it('stays theirs: neither the tick nor the event reaches any role of the employer', async () => {
    const plan = await openPlan(service)
    const { planId, organisation, participants, tasks } = plan
    const { tenantId } = organisation
    const scope = { tenantId, planId, participantId: participants.partner }
    await deps.db.withLink(scope, (db) => tickOwnTask(db, scope, tasks['spouse-programme'] ?? '', deps.now()))
    for (const role of ['owner', 'hr'] as const) {
      const { caller } = await openMember(service, role, organisation)
      const view = await caller.plan.get({ planId, language: 'en' })
      expect(view.tasks.find((task) => task.key === 'spouse-programme')).toMatchObject({
        isPrivate: true,
        isDone: false,
        doneAt: null,
      })
      expect((await caller.plan.history({ planId, language: 'en' })).map((entry) => entry.kind)).not.toContain(
        'task-ticked',
      )
    }
    const seen = await deps.db.withTenant({ tenantId }, (db) => db.selectFrom('taskTick').selectAll().execute())
    expect(seen).toEqual([])
    expect((await owner.query('select from task_tick where plan_id = $1', [planId])).rowCount).toBe(1)
  })

  it('is done on the own page only, and by whoever has the page', async () => {
    const { planId, organisation, participants, tasks } = await openPlan(service)
    const scope = (participantId: string) => ({ tenantId: organisation.tenantId, planId, participantId })
    const tick = (participantId: string, key: string) =>
      deps.db.withLink(scope(participantId), (db) =>
        tickOwnTask(db, scope(participantId), tasks[key] ?? '', deps.now()),
      )
    await expect(tick(participants.worker, 'spouse-programme')).rejects.toThrow('not-found')
    await expect(tick(participants.partner, 'identity-code')).rejects.toThrow('not-found')
    await expect(tick(participants.worker, 'check-permit')).rejects.toThrow('not-found')
    expect(await tick(participants.worker, 'daycare')).toBe('changed')
    expect(await tick(participants.worker, 'daycare')).toBe('repeated')
    expect(await tick(participants.partner, 'daycare')).toBe('overtaken')
    expect(
      await deps.db.withLink(scope(participants.partner), (db) =>
        untickOwnTask(db, scope(participants.partner), tasks['daycare'] ?? '', deps.now()),
      ),
    ).toBe('changed')
  })
})

describe('task.include', () => {
  it('puts a left-out task in and leaves one out', async () => {
    const plan = await openPlan(service, { isDraft: true, facts: { citizenship: 'eu' } })
    await plan.caller.task.include({ ...ref(plan, 'permit'), isIncluded: true })
    expect(await taskOf(plan, 'permit')).toMatchObject({ isIncluded: true, answer: 'no' })
  })

  it('never leaves out what its owner locked', async () => {
    const plan = await openPlan(service, { isDraft: true })
    expect(await refusal(plan.caller.task.include({ ...ref(plan, 'rights'), isIncluded: false }))).toEqual({
      code: 'task-locked',
    })
    expect(await refusal(plan.caller.task.setNote({ ...ref(plan, 'rights'), note: 'Ask us first' }))).toEqual({
      code: 'task-locked',
    })
  })
})

describe('task.setDate, setOwner and setNote', () => {
  it('set what a person wants, and give the date of the rule back', async () => {
    const plan = await openPlan(service)
    const { userId } = await insertMember(owner, plan.organisation, 'hr')
    await plan.caller.task.setDate({ ...ref(plan, 'check-permit'), dueOn: '2027-02-20' })
    await plan.caller.task.setOwner({ ...ref(plan, 'check-permit'), ownerId: userId })
    await plan.caller.task.setNote({ ...ref(plan, 'check-permit'), note: 'In my office' })
    expect(await taskOf(plan, 'check-permit')).toMatchObject({
      dueOn: '2027-02-20',
      isDateFixed: true,
      ownerId: userId,
      note: 'In my office',
    })
    await plan.caller.task.setDate({ ...ref(plan, 'check-permit'), dueOn: null })
    await plan.caller.task.setNote({ ...ref(plan, 'check-permit'), note: '' })
    expect(await taskOf(plan, 'check-permit')).toMatchObject({ dueOn: '2027-03-08', isDateFixed: false, note: null })
  })

  it('take only members as owners', async () => {
    const plan = await openPlan(service)
    const stranger = await openMember(service, 'hr')
    expect(
      await refusal(plan.caller.task.setOwner({ ...ref(plan, 'check-permit'), ownerId: stranger.person.userId })),
    ).toEqual({ code: 'owner-not-member' })
  })
})
