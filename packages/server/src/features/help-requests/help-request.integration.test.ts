import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { insertMember, openMember } from '../../../test/organisation.factory.ts'
import { openPlan, type TestPlan } from '../../../test/plan.factory.ts'
import { refusal } from '../../../test/refusal.ts'
import { openTestService } from '../../../test/service.ts'
import { declineTask } from '../plans/decline.service.ts'
import { tickOwnTask } from '../plans/participant-task.service.ts'
import { recordPlanEvent } from '../plans/plan-access.service.ts'
import { sendHelpRequest } from './help-request.service.ts'

/** What the people of a plan say, as it reaches the employer: who sees it, who answers, and what never gets there. */

const service = await openTestService()
const { deps, owner, clock, callerFor } = service
const reader = { language: 'en' } as const

const scopeOf = ({ organisation, planId, participants }: TestPlan, role: 'worker' | 'partner' = 'worker') => ({
  tenantId: organisation.tenantId,
  planId,
  participantId: participants[role],
})

async function say(plan: TestPlan, key: string, given: { role?: 'partner'; id?: string } = {}): Promise<string> {
  const { role, id = randomUUID() } = given
  const scope = scopeOf(plan, role)
  const request = { id, taskId: plan.tasks[key] ?? '', reason: 'refused', body: 'Closed', language: 'fil' } as const
  await deps.db.withLink(scope, (db) => sendHelpRequest(db, scope, request, deps.now()))
  return id
}

const stuckAt = async ({ caller }: Pick<TestPlan, 'caller'>) =>
  (await caller.plan.home(reader)).stuck.map(({ id }) => id)
const questionsOf = async ({ caller, planId }: TestPlan) =>
  (await caller.plan.list(reader)).plans.find(({ id }) => id === planId)?.questions

describe('somebody who is stuck', () => {
  it('stands on the home page with the task and the words, whoever has waited longest first, until answered', async () => {
    const plan = await openPlan(service)
    const first = await say(plan, 'identity-code')
    clock.now = new Date('2027-02-01T09:00:00Z')
    const second = await say(plan, 'rights')
    const { stuck } = await plan.caller.plan.home(reader)
    expect(stuck).toEqual([
      {
        id: first,
        planId: plan.planId,
        taskId: plan.tasks['identity-code'],
        personName: 'Maria Halimbawa',
        title: 'Do identity-code',
        titleLanguage: 'en',
        reason: 'refused',
        body: 'Closed',
        language: 'fil',
        sentAt: '2027-02-01T08:00:00.000Z',
      },
      expect.objectContaining({ id: second }),
    ])
    expect(await questionsOf(plan)).toBe(2)
    await plan.caller.helpRequest.answer({ id: first, answer: 'Monday' })
    expect(await stuckAt(plan)).toEqual([second])
    expect(await questionsOf(plan)).toBe(1)
  })

  it('is stuck no more when the task is done, left out, or the plan is finished; the words stay in the plan', async () => {
    const plan = await openPlan(service)
    const task = { planId: plan.planId, taskId: plan.tasks['identity-code'] ?? '' }
    const id = await say(plan, 'identity-code')
    await plan.caller.task.tick(task)
    expect(await stuckAt(plan)).toEqual([])
    await plan.caller.task.untick(task)
    expect(await stuckAt(plan)).toEqual([id])
    await plan.caller.task.include({ ...task, isIncluded: false })
    expect(await stuckAt(plan)).toEqual([])
    await plan.caller.task.include({ ...task, isIncluded: true })
    await plan.caller.plan.finish({ planId: plan.planId })
    expect(await stuckAt(plan)).toEqual([])
    expect(await plan.caller.helpRequest.list({ planId: plan.planId })).toMatchObject([{ id, body: 'Closed' }])
  })

  it('is told once in the history, however often the phone sends it', async () => {
    const plan = await openPlan(service)
    const id = await say(plan, 'identity-code')
    await say(plan, 'identity-code', { id })
    await plan.caller.helpRequest.answer({ id, answer: 'Monday' })
    const history = await plan.caller.plan.history({ planId: plan.planId, ...reader })
    expect(history.filter(({ kind }) => kind.startsWith('stuck'))).toMatchObject([
      { kind: 'stuck-answered', userId: plan.person.userId, participantName: 'Maria Halimbawa' },
      { kind: 'stuck-told', participantName: 'Maria Halimbawa', taskTitle: 'Do identity-code' },
    ])
  })
})

describe('an answer', () => {
  it('is given once: the same again changes nothing, and a colleague’s is not overwritten', async () => {
    const plan = await openPlan(service)
    const id = await say(plan, 'identity-code')
    await plan.caller.helpRequest.answer({ id, answer: 'Monday' })
    clock.now = new Date('2027-02-02T08:00:00Z')
    await plan.caller.helpRequest.answer({ id, answer: 'Monday' })
    const { caller } = await openMember(service, 'owner', plan.organisation)
    expect(await refusal(caller.helpRequest.answer({ id, answer: 'Tuesday' }))).toEqual({ code: 'changed-meanwhile' })
    expect(await caller.helpRequest.list({ planId: plan.planId })).toMatchObject([
      { answer: 'Monday', answeredAt: '2027-02-01T08:00:00.000Z', answeredBy: plan.person.userId },
    ])
  })

  it('is a buddy’s to give in their own plan and in no other', async () => {
    const plan = await openPlan(service)
    const id = await say(plan, 'identity-code')
    const person = await insertMember(owner, plan.organisation, 'buddy')
    const buddy = callerFor({ person, slug: plan.organisation.slug })
    expect(await stuckAt({ caller: buddy })).toEqual([])
    expect(await refusal(buddy.helpRequest.answer({ id, answer: 'Monday' }))).toEqual({ code: 'not-found' })
    expect(await refusal(buddy.task.said({ planId: plan.planId }))).toEqual({ code: 'not-found' })
    await plan.caller.plan.assignBuddy({ planId: plan.planId, buddyId: person.userId })
    expect(await stuckAt({ caller: buddy })).toEqual([id])
    await buddy.helpRequest.answer({ id, answer: 'Monday' })
  })
})

describe('"not for me" and "I have read and understood"', () => {
  it('are told to the employer with their reason, version, language and day', async () => {
    const plan = await openPlan(service)
    const scope = scopeOf(plan)
    const [decline, reading] = [plan.tasks['identity-code'] ?? '', plan.tasks['rights'] ?? '']
    await deps.db.withLink(scope, async (db) => {
      await declineTask(db, scope, {
        planTaskId: decline,
        isPrivate: false,
        reason: 'already',
        declinedAt: deps.now(),
      })
      await recordPlanEvent(db, {
        ...scope,
        kind: 'acknowledged',
        actorKind: 'participant',
        planTaskId: reading,
        at: deps.now(),
        detail: { version: 3, language: 'fil', textVersionId: randomUUID() },
      })
    })
    const at = '2027-02-01T08:00:00.000Z'
    const participantId = plan.participants.worker
    expect(await plan.caller.task.said({ planId: plan.planId })).toEqual({
      declines: [{ taskId: decline, participantId, reason: 'already', declinedAt: at }],
      readings: [{ taskId: reading, participantId, version: 3, language: 'fil', at }],
    })
  })
})

describe('what the family says of its own tasks', () => {
  it('reaches no role of the employer, on no page', async () => {
    const plan = await openPlan(service)
    const scope = scopeOf(plan, 'partner')
    const planTaskId = plan.tasks['spouse-programme'] ?? ''
    await deps.db.withLink(scope, async (db) => {
      await declineTask(db, scope, { planTaskId, isPrivate: true, reason: 'wrong', declinedAt: deps.now() })
      await recordPlanEvent(db, {
        ...scope,
        kind: 'acknowledged',
        actorKind: 'participant',
        planTaskId,
        isPrivate: true,
        detail: { version: 1, language: 'fil' },
      })
      await tickOwnTask(db, scope, plan.tasks['daycare'] ?? '', deps.now())
    })
    await expect(say(plan, 'spouse-programme', { role: 'partner' })).rejects.toThrow(/foreign key/)
    await expect(say(plan, 'daycare')).rejects.toThrow(/foreign key/)
    for (const role of ['owner', 'hr'] as const) {
      const { caller } = await openMember(service, role, plan.organisation)
      expect(await caller.task.said({ planId: plan.planId })).toEqual({ declines: [], readings: [] })
      expect(await caller.helpRequest.list({ planId: plan.planId })).toEqual([])
      expect(await stuckAt({ caller })).toEqual([])
      const kinds = (await caller.plan.history({ planId: plan.planId, ...reader })).map(({ kind }) => kind)
      expect(kinds).not.toContain('acknowledged')
    }
  })
})

it('another employer’s home page tells of nobody', async () => {
  const plan = await openPlan(service)
  await say(plan, 'identity-code')
  const stranger = await openMember(service, 'owner')
  expect((await stranger.caller.plan.home(reader)).stuck).toEqual([])
})
