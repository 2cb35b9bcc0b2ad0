import { describe, expect, it } from 'vitest'
import { publishPack } from '../catalogue/publish.service.ts'
import { insertMember } from '../../../test/organisation.factory.ts'
import { buildPack, openPlan, testTasks, type TestPlan } from '../../../test/plan.factory.ts'
import { openTestService } from '../../../test/service.ts'
import { openWorkerPages, textOf } from './test/worker-page.client.ts'

/** What somebody with a link says besides "done", over real HTTP and without a script. */

const service = await openTestService()
const client = await openWorkerPages(service)
const { owner, deps, callerFor } = service

async function openLink(role: 'worker' | 'partner' = 'worker') {
  const plan = await openPlan(service)
  const token = await client.tokenOf(plan, role)
  const form = async (path: string) => client.formIn((await client.get(`/p/${token}${path}?lang=en`)).body, undefined)
  return { plan, token, form }
}

/** The region's advisor, as an editor. */
async function openAdvisor({ municipality }: TestPlan) {
  const { rows } = await owner.query<{ tenant_id: string; slug: string }>(
    'select o.tenant_id, o.slug from organisation o join municipality m using (tenant_id) where m.key = $1',
    [municipality],
  )
  const [row] = rows
  const person = await insertMember(owner, { tenantId: row!.tenant_id }, 'editor')
  return { tenantId: row!.tenant_id, caller: callerFor({ person, slug: row!.slug }) }
}

describe('"I am stuck"', () => {
  it('goes to the employer with a reason and words, and the answer comes back to the task', async () => {
    const { plan, token, form } = await openLink()
    const path = '/task/identity-code/stuck'
    expect(textOf((await client.get(`/p/${token}${path}?lang=en`)).body)).toContain('You choose who reads this.')
    const answer = await client.post(`/p/${token}${path}?lang=en`, {
      ...(await form(path)),
      reason: 'refused',
      body: 'Двері були зачинені',
      to: 'employer',
    })
    expect(answer.location).toBe(`/p/${token}/task/identity-code?lang=en&sent=employer`)
    const [request] = await plan.caller.helpRequest.list({ planId: plan.planId })
    expect(request).toMatchObject({
      reason: 'refused',
      body: 'Двері були зачинені',
      taskId: plan.tasks['identity-code'],
    })
    await plan.caller.helpRequest.answer({ id: request!.id, answer: 'I will come with you on Monday.' })
    const page = textOf((await client.get(`/p/${token}/task/identity-code?lang=en`)).body)
    expect(page).toContain('Answer from the employer I will come with you on Monday.')
  })

  it('goes to the advisor unseen by the employer', async () => {
    const { plan, token, form } = await openLink()
    const path = '/task/identity-code/stuck'
    const sent = await client.post(`/p/${token}${path}?lang=en`, {
      ...(await form(path)),
      body: 'Help me',
      to: 'advisor',
    })
    expect(sent.location).toContain('sent=advisor')
    expect(await plan.caller.helpRequest.list({ planId: plan.planId })).toEqual([])
    const { questions } = await (await openAdvisor(plan)).caller.question.list({})
    expect(questions).toMatchObject([{ body: 'Help me', taskTitle: 'Tee identity-code' }])
  })

  it('about a family’s own task never goes to the employer', async () => {
    const { plan, token, form } = await openLink('partner')
    const path = '/task/spouse-programme/stuck'
    expect((await client.get(`/p/${token}${path}`)).body).not.toContain('value="employer"')
    await client.post(`/p/${token}${path}`, { ...(await form(path)), body: 'Private', to: 'employer' })
    expect(await plan.caller.helpRequest.list({ planId: plan.planId })).toEqual([])
  })

  it.each([
    [{ body: '' }, 'Choose a reason or write a few words.'],
    [{ body: 'x'.repeat(2001) }, 'The text is too long.'],
    [{ body: '<script>alert(1)</script>' }, 'Leave out the signs'],
  ])('keeps what was typed when it cannot be taken', async (typed, message) => {
    const { plan, token, form } = await openLink()
    const path = '/task/identity-code/stuck'
    const answer = await client.post(`/p/${token}${path}?lang=en`, { ...(await form(path)), ...typed, to: 'employer' })
    expect(answer.status).toBe(422)
    expect(textOf(answer.body)).toContain(message)
    expect(answer.body).toContain(`>${typed.body.replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</textarea>`)
    expect(await plan.caller.helpRequest.list({ planId: plan.planId })).toEqual([])
  })
})

describe('a question from the page of rights', () => {
  it('is shown with its answer on the phone that asked, and can be deleted there', async () => {
    const { plan, token, form } = await openLink()
    const asked = await client.post(`/p/${token}/ask?lang=en`, { ...(await form('/rights')), body: 'Must I pay?' })
    expect(asked.location).toBe(`/p/${token}/rights?lang=en&asked=1`)
    const { caller } = await openAdvisor(plan)
    const { questions } = await caller.question.list({})
    const [question] = questions
    await caller.question.answer({ id: question!.id, answer: 'No, never.' })
    const mine = await client.get(`/p/${token}/rights?lang=en`, { cookie: asked.cookie })
    expect(textOf(mine.body)).toContain('Must I pay? Answer from the advisor No, never.')
    const elsewhere = await client.get(`/p/${token}/rights?lang=en`)
    expect(elsewhere.body).not.toContain('Must I pay?')
    const fields = { ...(await form('/rights')), id: question!.id }
    expect((await client.post(`/p/${token}/question/delete`, fields)).status).toBe(404)
    const deleted = await client.post(`/p/${token}/question/delete?lang=en`, fields, { cookie: asked.cookie })
    expect(deleted.location).toBe(`/p/${token}/rights?lang=en&deleted=1`)
    expect(await caller.question.count()).toEqual({ open: 0, answered: 0 })
  })

  it('is not taken when it is empty', async () => {
    const { token, form } = await openLink()
    const answer = await client.post(`/p/${token}/ask?lang=en`, { ...(await form('/rights')), body: '  ' })
    expect([answer.status, textOf(answer.body).includes('Write your question first.')]).toEqual([422, true])
  })
})

describe('"not for me"', () => {
  it('puts a task aside and takes it back', async () => {
    const { plan, token, form } = await openLink()
    const path = '/task/identity-code/not-mine'
    await client.post(`/p/${token}${path}`, { ...(await form(path)), reason: 'already' })
    const home = textOf((await client.get(`/p/${token}?lang=en`)).body)
    expect(home).toContain('Done: 0 of 4')
    expect(home).toContain('Not for me 1 Do identity-code')
    const fields = { ...(await form('')), task: plan.tasks['identity-code'] ?? '' }
    await client.post(`/p/${token}/take-back`, fields)
    expect(textOf((await client.get(`/p/${token}?lang=en`)).body)).toContain('Done: 0 of 5')
  })

  it('is not for tasks about rights, and the family’s choices are not shown to the employer', async () => {
    const { plan, token, form } = await openLink()
    expect((await client.get(`/p/${token}/task/rights/not-mine`)).status).toBe(409)
    expect((await client.get(`/p/${token}/task/rights`)).body).not.toContain('/not-mine')
    const path = '/task/daycare/not-mine'
    await client.post(`/p/${token}${path}`, { ...(await form(path)), reason: 'wrong' })
    const seen = await deps.db.withTenant({ tenantId: plan.organisation.tenantId }, (db) =>
      db.selectFrom('taskDecline').selectAll().execute(),
    )
    expect(seen).toEqual([])
  })
})

describe('announcements', () => {
  const announce = {
    sourceLanguage: 'fi',
    texts: { fi: { title: 'Palvelupiste kiinni', body: 'Tule maanantaina.' } },
    lastDay: '2027-02-10',
  } as const

  it('stand on top for whom they concern until they end, are withdrawn or hidden', async () => {
    const { plan, token } = await openLink()
    const { caller } = await openAdvisor(plan)
    await owner.query(
      `insert into municipality (tenant_id, key, region_key, name, languages, url, position)
       select tenant_id, 'elsewhere', region_key, name, languages, url, 1 from municipality where key = $1`,
      [plan.municipality],
    )
    const { id } = await caller.announcement.publish(announce)
    await caller.announcement.publish({
      ...announce,
      texts: { fi: { title: 'Muualla' } },
      municipalities: ['elsewhere'],
    })
    const page = await client.get(`/p/${token}?lang=en`)
    expect(textOf(page.body)).toContain('From the regional advisor Palvelupiste kiinni Tule maanantaina.')
    expect(page.body).toContain('<p lang="fi" dir="ltr"><b>Palvelupiste kiinni')
    expect(page.body).not.toContain('Muualla')
    await client.post(`/p/${token}/dismiss`, { ...client.formIn(page.body, undefined), id })
    expect((await client.get(`/p/${token}`)).body).not.toContain('Palvelupiste')
    const partner = await client.tokenOf(plan, 'partner')
    expect((await client.get(`/p/${partner}`)).body).toContain('Palvelupiste')
    await caller.announcement.withdraw({ id })
    expect((await client.get(`/p/${partner}`)).body).not.toContain('Palvelupiste')
  })

  it('end with their last day', async () => {
    const { plan, token } = await openLink()
    await (await openAdvisor(plan)).caller.announcement.publish(announce)
    service.clock.now = new Date('2027-02-11T06:00:00Z')
    expect((await client.get(`/p/${token}`)).body).not.toContain('Palvelupiste')
  })
})

describe('what was read', () => {
  it('is confirmed with its version and language', async () => {
    const plan = await openPlan(service, {
      tasks: testTasks.map((task) => (task.key === 'rights' ? { ...task, acknowledge: true } : task)),
    })
    const token = await client.tokenOf(plan, 'worker')
    const { body } = await client.get(`/p/${token}/task/rights?lang=en`)
    const form = /<form[^>]*\/acknowledge.*?<\/form>/s.exec(body)?.[0] ?? ''
    await client.post(`/p/${token}/acknowledge`, client.formIn(form, undefined))
    expect(textOf((await client.get(`/p/${token}/task/rights?lang=en`)).body)).toContain(
      'You have confirmed that you read this',
    )
    const { rows } = await owner.query<{ detail: unknown }>(
      `select detail from plan_event where plan_id = $1 and kind = 'acknowledged'`,
      [plan.planId],
    )
    expect(rows).toMatchObject([{ detail: { version: 1, language: 'en' } }])
  })

  it('is to be read again when an urgent version has changed it, and only then', async () => {
    const { plan, token } = await openLink()
    const { tenantId } = await openAdvisor(plan)
    const publish = (title: string, severity: 'urgent' | 'editorial') => {
      const pack = buildPack(plan.municipality, { titles: { 'identity-code': title }, severity })
      return deps.db.withTenant({ tenantId }, (db) => publishPack(db, tenantId, pack))
    }
    await publish('Do identity-code soon', 'editorial')
    expect((await client.get(`/p/${token}?lang=en`)).body).not.toContain('The rules have changed')
    await publish('Do identity-code within a week', 'urgent')
    expect(textOf((await client.get(`/p/${token}?lang=en`)).body)).toContain(
      'The rules have changed: read this again Do identity-code',
    )
    const page = await client.get(`/p/${token}/task/identity-code?lang=en`)
    expect(textOf(page.body)).toContain('Do identity-code within a week')
    const form = /<form[^>]*\/acknowledge.*?<\/form>/s.exec(page.body)?.[0] ?? ''
    await client.post(`/p/${token}/acknowledge`, client.formIn(form, undefined))
    expect((await client.get(`/p/${token}?lang=en`)).body).not.toContain('The rules have changed')
  })

  it('cannot be confirmed of a version that the task never had', async () => {
    const { plan, token, form } = await openLink()
    const other = await openPlan(service)
    const { rows } = await owner.query<{ id: string }>(
      'select text_version_id as id from plan_task where plan_id = $1 limit 1',
      [other.planId],
    )
    const fields = { ...(await form('')), task: plan.tasks['rights'] ?? '', version: rows[0]!.id, language: 'en' }
    expect((await client.post(`/p/${token}/acknowledge`, fields)).status).toBe(404)
  })
})
