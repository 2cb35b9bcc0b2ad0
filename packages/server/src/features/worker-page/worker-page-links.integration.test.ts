import { describe, expect, it } from 'vitest'
import { openPlan, type TestPlan } from '../../../test/plan.factory.ts'
import { openTestService } from '../../../test/service.ts'
import { openWorkerPages, textOf } from './test/worker-page.client.ts'

/** Links with a code, links that have expired, and phones that keep or forget them. */

const service = await openTestService()
const client = await openWorkerPages(service)
const { owner } = service

async function openPhone(plan: TestPlan) {
  const token = await client.tokenOf(plan, 'worker')
  const { cookie, location } = await client.get(`/p/${token}`, { accept: 'text/html' })
  return { token, cookie, home: location ?? '' }
}

const workerLink = async ({ caller, planId, participants }: TestPlan) =>
  (await caller.shareLink.list({ planId })).find(({ participantId }) => participantId === participants.worker)!

describe('a link with a code', () => {
  async function openWithPin() {
    const plan = await openPlan(service)
    const { id } = await workerLink(plan)
    await plan.caller.shareLink.setPin({ planId: plan.planId, linkId: id, pin: '4071' })
    return { plan, linkId: id, ...(await openPhone(plan)) }
  }

  it('shows nothing of the plan or the employer before the code, and everything after', async () => {
    const { plan, cookie, home } = await openWithPin()
    const asked = await client.get(`${home}?lang=en`, { cookie })
    expect([asked.status, textOf(asked.body).includes('Enter the code')]).toEqual([401, true])
    expect(asked.body).not.toMatch(new RegExp(`Maria|${plan.organisation.name}`))
    const given = await client.post(`${home}pin`, { ...client.formIn(asked.body, undefined), pin: '4071' }, { cookie })
    expect([given.status, given.location]).toEqual([303, home])
    expect((await client.get(home, { cookie: given.cookie })).body).toContain('Maria')
    expect((await client.get(home, { cookie })).status).toBe(401)
  })

  it.each(['', '/plan.pdf', '/task/identity-code', '/calendar.ics', '/whole-plan.json'])(
    'cannot be got around at %s',
    async (path) => {
      const { token, cookie, home } = await openWithPin()
      expect((await client.get(`/p/${token}${path}`)).status).toBe(404)
      expect((await client.get(`${home.replace(/\/$/, '')}${path}`, { cookie })).status).toBe(401)
    },
  )

  it('allows five tries in an hour, and then not even the right code', async () => {
    const { cookie, home } = await openWithPin()
    const form = client.formIn((await client.get(home, { cookie })).body, undefined)
    const tries = []
    for (const pin of ['0000', '1111', 'abcd', '', '4071x', '4071'])
      tries.push((await client.post(`${home}pin`, { ...form, pin }, { cookie })).status)
    expect(tries).toEqual([401, 401, 401, 401, 401, 429])
  })

  it('asks anew when the code was changed, and no more when it was taken away', async () => {
    const { plan, linkId, cookie, home } = await openWithPin()
    const form = client.formIn((await client.get(home, { cookie })).body, undefined)
    const given = await client.post(`${home}pin`, { ...form, pin: '4071' }, { cookie })
    await plan.caller.shareLink.setPin({ planId: plan.planId, linkId, pin: '1234' })
    expect((await client.get(home, { cookie: given.cookie })).status).toBe(401)
    await plan.caller.shareLink.setPin({ planId: plan.planId, linkId, pin: null })
    expect((await client.get(home, { cookie })).status).toBe(200)
  })

  it('forgets wrong tries with the right code, and lets whoever is locked out try a new one', async () => {
    const { plan, linkId, cookie, home } = await openWithPin()
    const form = client.formIn((await client.get(home, { cookie })).body, undefined)
    const tryPins = async (...pins: string[]) => {
      const answers = []
      for (const pin of pins)
        answers.push((await client.post(`${home}pin?lang=uk`, { ...form, pin }, { cookie })).status)
      return answers
    }
    expect(await tryPins('0', '1', '2', '4071', '0', '1', '2', '3', '4')).toEqual([
      401,
      401,
      401,
      303,
      ...Array<number>(5).fill(401),
    ])
    expect(await tryPins('4071')).toEqual([429])
    await plan.caller.shareLink.setPin({ planId: plan.planId, linkId, pin: '5182' })
    const given = await client.post(`${home}pin?lang=uk`, { ...form, pin: '5182' }, { cookie })
    expect([given.status, given.location]).toEqual([303, `${home}?lang=uk`])
  })

  it('keeps its code when the link is replaced', async () => {
    const { plan } = await openWithPin()
    await plan.caller.shareLink.create({ planId: plan.planId, participantId: plan.participants.worker, label: '' })
    const { cookie, home } = await openPhone(plan)
    expect((await client.get(home, { cookie })).status).toBe(401)
  })
})

describe('an expired link', () => {
  async function openExpired(email: string | null = 'maria@example.com') {
    const plan = await openPlan(service)
    await owner.query('update participant set email = $2 where id = $1', [plan.participants.worker, email])
    const phone = await openPhone(plan)
    service.clock.now = new Date('2032-01-01T10:00:00Z')
    return { plan, ...phone }
  }

  it('sends a fresh one to the address that HR gave, which is shown only in part', async () => {
    const { plan, token } = await openExpired()
    const page = await client.get(`/p/${token}?lang=en`)
    expect(textOf(page.body)).toContain('Send to m•••••a@e•••••.com')
    expect(page.body).not.toContain('maria@example.com')
    const sent = await client.post(`/p/${token}/fresh?lang=en`, {})
    expect([sent.status, textOf(sent.body).includes('A new link is on its way.')]).toEqual([200, true])
    const { rows } = await owner.query(`select to_address, template, language from mail where plan_id = $1`, [
      plan.planId,
    ])
    expect(rows).toEqual([{ to_address: 'maria@example.com', template: 'share-link', language: 'fil' }])
    const fresh = await client.tokenOf(plan, 'worker')
    expect(fresh).not.toBe(token)
    expect((await client.get(`/p/${fresh}`)).status).toBe(200)
    expect((await client.get(`/p/${token}`)).status).toBe(410)
  })

  it('sends the same one again, three times in an hour at most', async () => {
    const { plan, token } = await openExpired()
    const tries = []
    for (let count = 0; count < 4; count += 1) tries.push((await client.post(`/p/${token}/fresh`, {})).status)
    expect(tries).toEqual([200, 200, 200, 429])
    const { rows } = await owner.query('select count(*)::int as links from share_link where participant_id = $1', [
      plan.participants.worker,
    ])
    expect(rows).toEqual([{ links: 2 }])
  })

  it('sends nothing when nobody gave an address, by a GET, or for another site', async () => {
    const nobody = await openExpired(null)
    expect((await client.get(`/p/${nobody.token}`)).body).not.toContain('/fresh')
    expect((await client.post(`/p/${nobody.token}/fresh`, {})).status).toBe(410)
    const somebody = await openExpired()
    await client.get(`/p/${somebody.token}/fresh`)
    await client.post(`/p/${somebody.token}/fresh`, {}, { 'sec-fetch-site': 'cross-site' })
    for (const { plan } of [nobody, somebody])
      expect((await owner.query('select from mail where plan_id = $1', [plan.planId])).rows).toEqual([])
  })

  it('tells the phone to let go of what it kept', async () => {
    const { cookie, home } = await openExpired()
    const page = await client.get(home, { cookie })
    expect([page.status, page.headers.get('kase-link')]).toEqual([410, 'gone'])
  })
})

describe('a phone', () => {
  it('forgets the link when it is told to; the link goes on working', async () => {
    const plan = await openPlan(service)
    const { token, cookie, home } = await openPhone(plan)
    const form = client.formIn((await client.get(home, { cookie })).body, undefined)
    const forgotten = await client.post(`${home}forget`, form, { cookie })
    expect([forgotten.status, forgotten.headers.get('kase-link')]).toEqual([200, 'gone'])
    expect(forgotten.setCookie).toMatch(/^kw_[\w-]+=; Path=\/; Expires=Thu, 01 Jan 1970/)
    expect((await client.get(`/p/${token}`)).status).toBe(200)
  })

  it('is let go when the link is revoked', async () => {
    const plan = await openPlan(service)
    const { cookie, home } = await openPhone(plan)
    await plan.caller.shareLink.revoke({ planId: plan.planId, linkId: (await workerLink(plan)).id })
    const page = await client.get(home, { cookie })
    expect([page.status, page.headers.get('kase-link')]).toEqual([404, 'gone'])
    expect((await client.get(`${home}whole-plan.json`, { cookie })).headers.get('kase-link')).toBe('gone')
  })

  it('cannot use the cookie of one link for another', async () => {
    const [one, other] = [await openPhone(await openPlan(service)), await openPhone(await openPlan(service))]
    const value = one.cookie.split('=')[1] ?? ''
    const name = other.cookie.split('=')[0] ?? ''
    expect((await client.get(other.home, { cookie: one.cookie })).status).toBe(404)
    expect((await client.get(other.home, { cookie: `${name}=${value}` })).status).toBe(404)
  })

  it('gets every page of the plan in one answer', async () => {
    const { cookie, home } = await openPhone(await openPlan(service))
    const whole = await client.get(`${home}whole-plan.json`, { cookie })
    const { pages, shells, texts, expiresAt } = JSON.parse(whole.body) as {
      pages: Record<string, [number, string, string]>
      shells: { before: string }[]
      texts: Record<string, string>
      expiresAt: string
    }
    const ofTask = ['', '/clerk', '/stuck', '/not-mine'].map((page) => `/task/identity-code${page}`)
    expect(Object.keys(pages)).toEqual(expect.arrayContaining(['/rights', '/family/1', '/family/2', ...ofTask]))
    expect(pages).not.toHaveProperty(['/task/rights/not-mine'])
    expect([texts['identity-code'], Date.parse(expiresAt) > Date.now()]).toEqual([
      expect.stringContaining('do identity-code'),
      true,
    ])
    const [shell, title, main] = pages['/task/identity-code'] ?? [0, '', '']
    expect([title, main.startsWith('<main'), shells[shell]?.before.includes('{title}')]).toEqual([
      'Do identity-code',
      true,
      true,
    ])
  })

  it('is offered the page for its home screen', async () => {
    const { cookie, home } = await openPhone(await openPlan(service))
    const manifest = JSON.parse((await client.get(`${home}manifest.webmanifest`, { cookie })).body) as Record<
      string,
      unknown
    >
    expect(manifest).toMatchObject({ start_url: home, scope: home, display: 'standalone', lang: 'fil' })
  })
})
