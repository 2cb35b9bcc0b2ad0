import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { advisorRoles, employerRoles } from '@kase/shared/identity/role.policy.ts'
import { appRouter } from '../../trpc/router.ts'
import { insertMember, openMember } from '../../../test/organisation.factory.ts'
import { openPlan, type TestPlan } from '../../../test/plan.factory.ts'
import { openTestService } from '../../../test/service.ts'
import { createToken, hashToken } from '../../infra/secrets.ts'
import { answerQuestion, askAdvisor, deleteOwnQuestion, listOwnQuestions } from './question.service.ts'

const service = await openTestService()
const { deps, owner, callerFor } = service
const secret = 'They keep my passport and say I must pay'

const scopeOf = ({ organisation, planId, participants }: TestPlan, role: 'worker' | 'partner' = 'worker') => ({
  tenantId: organisation.tenantId,
  planId,
  participantId: participants[role],
})

/** A plan whose worker has asked one question from one phone. */
async function openQuestion() {
  const plan = await openPlan(service)
  const askerKey = createToken()
  const phone = { ...scopeOf(plan), askerHash: hashToken(askerKey) }
  await deps.db.withLink(phone, (db) =>
    askAdvisor(
      db,
      phone,
      { id: randomUUID(), municipality: plan.municipality, reason: null, body: secret, language: 'en' },
      deps.now(),
    ),
  )
  const { rows } = await owner.query<{ id: string; tenant_id: string }>(
    `select q.id, q.tenant_id from advisor_question q where plan_id = $1`,
    [plan.planId],
  )
  return { plan, askerKey, id: rows[0]?.id ?? '', advisor: rows[0]?.tenant_id ?? '' }
}

/** Someone of the advisor's organisation that serves the region. */
async function openAdvisor(tenantId: string, role: 'admin' | 'editor' | 'translator' = 'editor') {
  const { rows } = await owner.query<{ slug: string }>('select slug from organisation where tenant_id = $1', [tenantId])
  const person = await insertMember(owner, { tenantId }, role)
  return { person, caller: callerFor({ person, slug: rows[0]?.slug ?? '' }), tenantId }
}

describe('a question to the advisor', () => {
  it('reaches the advisor without the name of the asker or of the employer, and comes back with an answer', async () => {
    const { plan, askerKey, id, advisor } = await openQuestion()
    const { caller } = await openAdvisor(advisor)
    const { questions } = await caller.question.list({})
    const [question] = questions
    expect(question).toMatchObject({ id, body: secret, municipality: plan.municipality, answer: null })
    expect(JSON.stringify(question)).not.toMatch(new RegExp(`Maria|${plan.organisation.name}|${plan.planId}`))
    await caller.question.answer({ id, answer: 'Nobody may take your passport.' })
    const own = await deps.db.readLink({ ...scopeOf(plan), askerHash: hashToken(askerKey) }, listOwnQuestions)
    expect(own).toMatchObject([{ id, answer: 'Nobody may take your passport.' }])
  })

  it.each(employerRoles)('is seen by no %s of the employer, through any procedure', async (role) => {
    const { plan, id } = await openQuestion()
    const { organisation, planId, participants, tasks } = plan
    const { caller, person } = await openMember(service, role, organisation)
    await owner.query('update plan set buddy_id = $2 where id = $1 and $3', [planId, person.userId, role === 'buddy'])
    const links = role === 'buddy' ? [] : await caller.shareLink.list({ planId })
    const guess = {
      id,
      planId,
      linkId: links[0]?.id,
      taskId: tasks['check-permit'],
      participantId: participants.worker,
      language: 'en',
      answer: 'x',
    }
    const seen: string[] = []
    for (const name of Object.keys(appRouter._def.procedures)) {
      const [feature = '', procedure = ''] = name.split('.')
      const call = (caller as never)[feature]?.[procedure] as ((input: unknown) => Promise<unknown>) | undefined
      for (const input of [guess, { planId }, { planId, language: 'en' }, { language: 'en' }, { id }, {}, undefined])
        seen.push(JSON.stringify(await call?.(input).catch((error: unknown) => String(error))))
    }
    expect(seen.filter((answer) => answer?.includes(secret))).toEqual([])
    expect(seen.some((answer) => answer?.includes('Maria'))).toBe(true)
  })

  it.each(employerRoles)('is seen by no %s of the employer, in the database itself', async (role) => {
    const { plan, id } = await openQuestion()
    const { tenantId } = plan.organisation
    const { person } = await openMember(service, role, plan.organisation)
    const scope = { tenantId, userId: person.userId, isBuddy: role === 'buddy' }
    const rows = await deps.db.withTenant(scope, (db) => db.selectFrom('advisorQuestion').selectAll().execute())
    expect(rows).toEqual([])
    await expect(
      deps.db.withTenant(scope, (db) =>
        db.updateTable('advisorQuestion').set({ answer: 'x' }).where('id', '=', id).returning('id').execute(),
      ),
    ).resolves.toEqual([])
    await expect(
      deps.db.withTenant(scope, (db) =>
        db.deleteFrom('advisorQuestion').where('id', '=', id).returning('id').execute(),
      ),
    ).resolves.toEqual([])
  })

  it('is not seen by the employer who opens a copy of the worker’s link on another phone', async () => {
    const { plan, askerKey, id } = await openQuestion()
    const look = (key: string, role: 'worker' | 'partner' = 'worker') =>
      deps.db.readLink({ ...scopeOf(plan, role), askerHash: hashToken(key) }, listOwnQuestions)
    expect(await look(createToken())).toEqual([])
    expect(await look(askerKey, 'partner')).toEqual([])
    await expect(
      deps.db.withLink({ ...scopeOf(plan), askerHash: hashToken(createToken()) }, (db) => deleteOwnQuestion(db, id)),
    ).rejects.toMatchObject({ code: 'not-found' })
    expect(await look(askerKey)).toHaveLength(1)
  })

  it('goes away when the asker deletes it, answer and all', async () => {
    const { plan, askerKey, id, advisor } = await openQuestion()
    await deps.db.withLink({ ...scopeOf(plan), askerHash: hashToken(askerKey) }, (db) => deleteOwnQuestion(db, id))
    expect(await (await openAdvisor(advisor)).caller.question.list({})).toEqual({ questions: [], cursor: null })
  })

  it('cannot be sent to an organisation that serves another municipality, nor in another’s name', async () => {
    const { plan } = await openQuestion()
    const stranger = await openMember(service, 'editor')
    const insert = (given: object) =>
      deps.db.withLink(scopeOf(plan), (db) =>
        db
          .insertInto('advisorQuestion')
          .values({
            tenantId: stranger.organisation.tenantId,
            employerTenantId: plan.organisation.tenantId,
            planId: plan.planId,
            participantId: plan.participants.worker,
            askerHash: Buffer.alloc(32),
            municipalityKey: plan.municipality,
            body: 'x',
            language: 'en',
            ...given,
          })
          .execute(),
      )
    await expect(insert({})).rejects.toThrow('row-level security')
    await expect(insert({ participantId: plan.participants.partner })).rejects.toThrow('row-level security')
  })

  it('is answered by admins and editors of that advisor only', async () => {
    const { id, advisor } = await openQuestion()
    const other = await openMember(service, 'editor')
    await expect(other.caller.question.answer({ id, answer: 'x' })).rejects.toThrow('not-found')
    for (const role of advisorRoles) {
      const { caller } = await openAdvisor(advisor, role)
      const seen = role === 'translator' ? undefined : await caller.question.list({})
      const replaces = seen?.questions[0]?.answeredAt ?? null
      const answer = caller.question.answer({ id, answer: role, replaces })
      if (role === 'translator') await expect(answer).rejects.toThrow('not-allowed')
      else await answer
    }
    const { caller } = await openAdvisor(advisor)
    expect((await caller.question.list({})).questions[0]?.answer).toBe('editor')
  })

  it('is not answered over an answer that the advisor has not seen', async () => {
    const { id, advisor } = await openQuestion()
    const { caller } = await openAdvisor(advisor)
    await caller.question.answer({ id, answer: 'The first' })
    await expect(caller.question.answer({ id, answer: 'The second' })).rejects.toThrow('changed-meanwhile')
    const [seen] = (await caller.question.list({})).questions
    expect(seen?.answer).toBe('The first')
    await caller.question.answer({ id, answer: 'Better', replaces: seen?.answeredAt ?? null })
    expect((await caller.question.list({})).questions[0]?.answer).toBe('Better')
  })

  it('is counted by its state, and read page by page in each', async () => {
    const { plan, id, advisor } = await openQuestion()
    const ask = (body: string) => ({
      id: randomUUID(),
      municipality: plan.municipality,
      reason: null,
      body,
      language: 'uk' as const,
    })
    const phone = { ...scopeOf(plan), askerHash: hashToken(createToken()) }
    for (const body of ['One', 'Two', 'Three'])
      await deps.db.withLink(phone, (db) => askAdvisor(db, phone, ask(body), deps.now()))
    const { caller } = await openAdvisor(advisor)
    await caller.question.answer({ id, answer: 'No.' })
    expect(await caller.question.count()).toEqual({ open: 3, answered: 1 })
    expect((await caller.question.list({ state: 'answered' })).questions).toMatchObject([{ id }])
    const first = await caller.question.list({ state: 'open', limit: 2 })
    const second = await caller.question.list({
      state: 'open',
      limit: 2,
      ...(first.cursor && { cursor: first.cursor }),
    })
    expect([...first.questions, ...second.questions].map(({ body }) => body).toSorted()).toEqual([
      'One',
      'Three',
      'Two',
    ])
    expect(second.cursor).toBeNull()
  })

  it('says so when it has gone meanwhile', async () => {
    const { advisor } = await openQuestion()
    const { person } = await openAdvisor(advisor)
    const actor = {
      tenantId: advisor,
      userId: person.userId,
      role: 'editor',
      kind: 'advisor',
      name: '',
      email: '',
    } as const
    const gone = { id: '00000000-0000-4000-8000-000000000000', answer: 'x', replaces: null }
    await expect(
      deps.db.withTenant({ tenantId: advisor }, (db) => answerQuestion(deps, db, actor, gone)),
    ).rejects.toMatchObject({ code: 'not-found' })
  })
})
