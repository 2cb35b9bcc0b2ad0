import { describe, expect, it } from 'vitest'
import { openMember } from '../../../test/organisation.factory.ts'
import { buildFacts, openPlan, publishTestContent } from '../../../test/plan.factory.ts'
import { refusal } from '../../../test/refusal.ts'
import { openTestService } from '../../../test/service.ts'

const service = await openTestService()

describe('plan.create', () => {
  it('dates every task that the facts call for, and says why', async () => {
    const { caller, planId } = await openPlan(service, { isDraft: true })
    const { tasks, status, progress } = await caller.plan.get({ planId, language: 'en' })
    expect(Object.fromEntries(tasks.map((task) => [task.key, task.dueOn]))).toEqual({
      daycare: '2026-11-01',
      permit: '2027-01-01',
      'identity-code': '2027-03-04',
      'show-around': '2027-03-06',
      'check-permit': '2027-03-08',
      'bank-account': '2027-03-11',
      'spouse-programme': '2027-03-15',
      rights: null,
    })
    expect(tasks.find((task) => task.key === 'daycare')?.reasons).toEqual([
      { code: 'child.yes.under', params: { from: 0, to: 6, below: 7 } },
    ])
    expect(tasks.find((task) => task.key === 'bank-account')).toMatchObject({
      title: 'Do bank-account',
      waitsFor: [{ title: 'Do identity-code' }],
      place: { missingSlot: 'bank' },
      reasons: [{ code: 'municipality' }],
    })
    expect({ status, progress }).toEqual({ status: 'draft', progress: { done: 0, total: 6 } })
  })

  it('keeps what does not fit, with the reason', async () => {
    const { caller, planId } = await openPlan(service, {
      isDraft: true,
      facts: { citizenship: 'nordic', companions: 'nobody', family: [] },
    })
    const { leftOut } = await caller.plan.get({ planId, language: 'en' })
    expect(leftOut.map((task) => [task.key, task.answer, task.reasons[0]?.code])).toEqual([
      ['daycare', 'no', 'child.no.under'],
      ['permit', 'no', 'citizenship.nordic'],
      ['spouse-programme', 'no', 'partner.no'],
    ])
  })

  it('a date that nobody has entered blocks nothing: the task says what it waits for', async () => {
    const { caller, planId } = await openPlan(service, { facts: { dates: { arrival: '2027-03-01' } } })
    const { tasks } = await caller.plan.get({ planId, language: 'en' })
    expect(tasks.find((task) => task.key === 'check-permit')).toMatchObject({
      dueOn: null,
      waitsForDate: 'first-day',
      phase: 'waiting',
    })
  })

  it('takes the first day before the arrival, and warns', async () => {
    const { caller, planId } = await openPlan(service, {
      isDraft: true,
      facts: { dates: { arrival: '2027-03-08', 'first-day': '2027-03-01' } },
    })
    const { issues } = await caller.plan.checkLaunch({ planId, language: 'en' })
    expect(issues.map((issue) => issue.kind)).toContain('first-day-before-arrival')
  })

  it('refuses a municipality that no region has, and writes nothing', async () => {
    const { caller } = await openMember(service, 'hr')
    expect(await refusal(caller.plan.create({ facts: buildFacts({ municipality: 'atlantis' }) }))).toMatchObject({
      code: 'municipality-unknown',
    })
    expect((await caller.plan.list({ language: 'en' })).plans).toEqual([])
  })

  it.each([
    ['31 February', { dates: { arrival: '2027-02-31' } }, 'no-such-date'],
    ['a name of ten thousand letters', { worker: { name: 'a'.repeat(10_000), languages: ['en'] } }, 'too-long'],
    ['a name with markup in it', { worker: { name: '<script>alert(1)</script>', languages: ['en'] } }, 'html'],
    ['a name that runs backwards', { worker: { name: 'Maria \u202Egpj', languages: ['en'] } }, 'hidden-characters'],
    ['a name with a zero-width space', { worker: { name: 'Ma\u200Bria', languages: ['en'] } }, 'hidden-characters'],
    ['a child without an age', { family: [{ role: 'child', name: 'Ana', language: 'fil' }] }, 'age-missing'],
    ['a fact of a kind that is not known', { visa: true }, 'unrecognized_keys'],
  ])('refuses %s with the field that is wrong', async (_, facts, issue) => {
    const { municipality } = await publishTestContent(service)
    const { caller } = await openMember(service, 'hr')
    const given = { ...buildFacts({ municipality }), ...facts } as ReturnType<typeof buildFacts>
    const { code, fields } = await refusal(caller.plan.create({ facts: given }))
    expect({ code, issue: fields?.[0]?.issue }).toEqual({ code: 'bad-input', issue })
  })

  it('keeps a name with markup as the words it is', async () => {
    const name = `O’Neil & "Co" 1 < 2 {worker} [x](javascript:y)`
    const { caller, planId } = await openPlan(service, { facts: { worker: { name, languages: ['en'] } } })
    expect((await caller.plan.get({ planId, language: 'en' })).workerName).toBe(name)
  })
})

describe('plan.updateFacts', () => {
  it('builds a draft anew and keeps what people decided', async () => {
    const { caller, planId, municipality, tasks } = await openPlan(service, { isDraft: true })
    await caller.task.include({ planId, taskId: tasks['bank-account'] ?? '', isIncluded: false })
    await caller.task.setDate({ planId, taskId: tasks['identity-code'] ?? '', dueOn: '2027-03-20' })
    await caller.plan.updateFacts({
      planId,
      revision: 1,
      facts: buildFacts({ municipality, dates: { arrival: '2027-04-01' } }),
    })
    const { tasks: after, leftOut } = await caller.plan.get({ planId, language: 'en' })
    expect(after.find((task) => task.key === 'identity-code')).toMatchObject({ dueOn: '2027-03-20', isDateFixed: true })
    expect(after.find((task) => task.key === 'permit')?.dueOn).toBe('2027-02-01')
    expect(leftOut.map((task) => task.key)).toEqual(['bank-account'])
  })

  it('tells the second of two people who save at once', async () => {
    const { caller, planId, municipality } = await openPlan(service, { isDraft: true })
    const facts = buildFacts({ municipality })
    await caller.plan.updateFacts({ planId, revision: 1, facts })
    expect(await refusal(caller.plan.updateFacts({ planId, revision: 1, facts }))).toEqual({
      code: 'changed-meanwhile',
    })
  })

  it('leaves a launched plan alone', async () => {
    const { caller, planId, municipality } = await openPlan(service)
    expect(
      await refusal(caller.plan.updateFacts({ planId, revision: 1, facts: buildFacts({ municipality }) })),
    ).toEqual({ code: 'plan-not-draft' })
  })
})

describe('plan.launch', () => {
  it('makes a link for everybody with a page, and sends it to those who are named', async () => {
    const { caller, planId, participants } = await openPlan(service, { isDraft: true })
    await caller.plan.launch({ planId, sendTo: [participants.worker] })
    const links = await caller.shareLink.list({ planId })
    expect(links.map((link) => link.participantId).sort()).toEqual([participants.worker, participants.partner].sort())
    const sent = await caller.mail.list({ planId })
    expect(JSON.stringify(sent)).toContain('maria@example.com')
    expect((await caller.plan.get({ planId, language: 'en' })).status).toBe('overdue')
  })

  it('launches nothing when somebody cannot be sent to', async () => {
    const { caller, planId, participants } = await openPlan(service, { isDraft: true })
    expect(await refusal(caller.plan.launch({ planId, sendTo: [participants.partner] }))).toEqual({
      code: 'address-missing',
    })
    expect((await caller.plan.get({ planId, language: 'en' })).state).toBe('draft')
    expect(await caller.shareLink.list({ planId })).toEqual([])
  })

  it('launches once', async () => {
    const { caller, planId } = await openPlan(service)
    expect(await refusal(caller.plan.launch({ planId }))).toEqual({ code: 'plan-not-draft' })
  })
})

describe('plan.finish', () => {
  it('keeps the whole history, and can be taken back', async () => {
    const { caller, planId, tasks } = await openPlan(service)
    await caller.task.tick({ planId, taskId: tasks['check-permit'] ?? '' })
    await caller.plan.finish({ planId })
    const finished = await caller.plan.get({ planId, language: 'en' })
    expect(finished).toMatchObject({ state: 'finished', status: 'ready', progress: { done: 1, total: 6 } })
    expect(finished.tasks).toHaveLength(8)
    await caller.plan.reopen({ planId })
    expect((await caller.plan.history({ planId, language: 'en' })).map((entry) => entry.kind)).toEqual([
      'reopened',
      'finished',
      'task-ticked',
      'link-made',
      'link-made',
      'launched',
      'created',
    ])
  })
})

describe('plan.preview', () => {
  it('says what a plan would hold, and writes nothing', async () => {
    const { municipality } = await publishTestContent(service)
    const { caller } = await openMember(service, 'hr')
    const preview = await caller.plan.preview({ facts: buildFacts({ municipality }), language: 'fi' })
    expect(preview).toMatchObject({
      total: 8,
      people: 3,
      from: '2026-11-01',
      to: '2027-03-15',
      places: { filled: 0, slots: 1 },
    })
    expect(preview.why[0]).toMatchObject({ reasons: [{ code: 'municipality' }] })
    expect(preview.coverage).toEqual([
      { language: 'fil', covered: 0, total: 8 },
      { language: 'fi', covered: 8, total: 8 },
    ])
    expect((await caller.plan.list({ language: 'fi' })).plans).toEqual([])
  })
})

describe('plan.list and plan.home', () => {
  it('page by page, the latest start first, and only what the search asks for', async () => {
    const { caller, municipality } = await openPlan(service)
    const start = (day: string, name: string) =>
      caller.plan.create({
        facts: buildFacts({ municipality, worker: { name, languages: ['en'] }, dates: { arrival: day } }),
      })
    await start('2027-05-01', 'Bishal Udaharan')
    await start('2027-04-01', 'Olena Pryklad')
    const first = await caller.plan.list({ language: 'en', limit: 2 })
    expect(first.plans.map((plan) => plan.workerName)).toEqual(['Bishal Udaharan', 'Olena Pryklad'])
    const second = await caller.plan.list({ language: 'en', limit: 2, ...(first.cursor && { cursor: first.cursor }) })
    expect(second.plans.map((plan) => plan.workerName)).toEqual(['Maria Halimbawa'])
    expect((await caller.plan.list({ language: 'en', search: 'PRYK' })).plans).toHaveLength(1)
  })

  it('says what is owed today and who arrives', async () => {
    const { caller, planId } = await openPlan(service, {
      facts: { dates: { arrival: '2027-01-25', 'first-day': '2027-02-01' } },
    })
    const home = await caller.plan.home({ language: 'en' })
    expect(home.today).toBe('2027-02-01')
    expect(home.owed.map((task) => [task.planId, task.title, task.dueOn])).toEqual([
      [planId, 'Do show-around', '2027-01-30'],
      [planId, 'Do check-permit', '2027-02-01'],
    ])
    expect(home.counts.overdue).toBe(1)
  })
})

describe('a buddy', () => {
  it('sees the plans assigned to them, and neither permits nor family', async () => {
    const { caller, planId, organisation } = await openPlan(service)
    const { caller: buddy, person } = await openMember(service, 'buddy', organisation)
    expect(await refusal(buddy.plan.get({ planId, language: 'en' }))).toEqual({ code: 'not-found' })
    await caller.plan.assignBuddy({ planId, buddyId: person.userId })
    const view = await buddy.plan.get({ planId, language: 'en' })
    expect(view).toMatchObject({
      facts: null,
      leftOut: [],
      participants: [{ role: 'worker' }],
      dates: { arrival: '2027-03-01' },
    })
    expect(view.dates['family-arrival']).toBeUndefined()
    expect(view.tasks.map((task) => task.assignee)).not.toContain('partner')
    expect((await buddy.plan.list({ language: 'en' })).plans).toMatchObject([{ id: planId, family: null }])
  })

  it('ticks there and nowhere else', async () => {
    const mine = await openPlan(service)
    const { caller: buddy, person } = await openMember(service, 'buddy', mine.organisation)
    await mine.caller.plan.assignBuddy({ planId: mine.planId, buddyId: person.userId })
    await buddy.task.tick({ planId: mine.planId, taskId: mine.tasks['show-around'] ?? '' })
    expect((await mine.caller.plan.get({ planId: mine.planId, language: 'en' })).progress.done).toBe(1)
    const { planId } = await mine.caller.plan.create({ facts: buildFacts({ municipality: mine.municipality }) })
    const taskId = (await mine.caller.plan.get({ planId, language: 'en' })).tasks[0]?.id ?? ''
    expect(await refusal(buddy.task.tick({ planId, taskId }))).toEqual({ code: 'not-found' })
  })
})

describe('plan.moveDates', () => {
  it('shows what moves, what is late and what stays, and then does just that', async () => {
    const { caller, planId, tasks } = await openPlan(service)
    await caller.task.tick({ planId, taskId: tasks['identity-code'] ?? '' })
    await caller.task.setDate({ planId, taskId: tasks['show-around'] ?? '', dueOn: '2027-03-20' })
    const dates = { arrival: '2027-01-11', 'first-day': '2027-03-08', 'family-arrival': '2027-03-01' }
    const preview = await caller.plan.previewMove({ planId, dates, language: 'en' })
    expect(preview.map((move) => [move.title, move.to, move.effect, move.becomesOverdue])).toEqual([
      ['Do permit', '2026-11-11', 'moves', true],
      ['Do identity-code', '2027-01-14', 'done', false],
      ['Do show-around', '2027-01-16', 'fixed', false],
      ['Do bank-account', '2027-01-21', 'moves', true],
    ])
    await caller.plan.moveDates({ planId, revision: 1, dates })
    const after = Object.fromEntries(
      (await caller.plan.get({ planId, language: 'en' })).tasks.map((task) => [task.key, task.dueOn]),
    )
    expect(after).toMatchObject({
      permit: '2026-11-11',
      'identity-code': '2027-03-04',
      'show-around': '2027-03-20',
      'bank-account': '2027-01-21',
      'check-permit': '2027-03-08',
    })
  })

  it('a date that is taken away leaves its tasks waiting for it', async () => {
    const { caller, planId } = await openPlan(service)
    await caller.plan.moveDates({ planId, revision: 1, dates: { arrival: '2027-03-01' } })
    const { tasks } = await caller.plan.get({ planId, language: 'en' })
    expect(tasks.find((task) => task.key === 'check-permit')).toMatchObject({ dueOn: null, waitsForDate: 'first-day' })
  })
})
