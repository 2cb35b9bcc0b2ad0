import { describe, expect, it } from 'vitest'
import { openPlan } from '../../../test/plan.factory.ts'
import { openTestService } from '../../../test/service.ts'
import { openWorkerPages, textOf } from './test/worker-page.client.ts'

const service = await openTestService()
const client = await openWorkerPages(service)

async function openLink(options: Parameters<typeof openPlan>[1] = {}, role: 'worker' | 'partner' = 'worker') {
  const plan = await openPlan(service, options)
  return { plan, token: await client.tokenOf(plan, role) }
}

describe('the page of a link', () => {
  it('shows the plan in main, in the language of the participant', async () => {
    const { token } = await openLink({ facts: { worker: { name: 'Maria Halimbawa', languages: ['sv'] } } })
    const page = await client.get(`/p/${token}`)
    expect(page.status).toBe(200)
    expect(page.body).toMatch(/^<!doctype html><html lang="sv" dir="ltr">/)
    const main = page.body.slice(page.body.indexOf('<main>'), page.body.indexOf('</main>'))
    expect(textOf(main)).toContain('Maria Halimbawa')
    // No Swedish text exists: the Finnish stands in, named as what it is.
    expect(main).toMatch(/lang="fi" dir="ltr"[^>]*>Tee identity-code/)
    expect(main).toContain('Det finns ingen översättning ännu.')
  })

  it.each([
    ['fi', 'fi', 'ltr'],
    ['FI-fi', 'fi', 'ltr'],
    ['ar', 'ar', 'rtl'],
    ['tl', 'fil', 'ltr'],
  ])('speaks the language of ?lang=%s', async (asked, lang, dir) => {
    const { token } = await openLink()
    const { body } = await client.get(`/p/${token}?lang=${asked}`)
    expect(body).toContain(`<html lang="${lang}" dir="${dir}">`)
  })

  it('ignores a language that nobody speaks', async () => {
    const { token } = await openLink({ facts: { worker: { name: 'Maria', languages: ['fi'] } } })
    expect((await client.get(`/p/${token}?lang=tlh`)).body).toContain('<html lang="fi"')
  })

  it('sends a browser on to an address without the token', async () => {
    const { token } = await openLink()
    const first = await client.get(`/p/${token}?lang=en`, { accept: 'text/html' })
    expect(first.status).toBe(303)
    expect(first.location).toMatch(/^\/p\/me\/[\w-]{12}\/\?lang=en$/)
    expect(first.setCookie).toMatch(
      /^kw_[\w-]{12}=[\w-]+; Max-Age=\d+; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/,
    )
    expect(first.setCookie).not.toContain(token)
    const page = await client.get(first.location ?? '', { cookie: first.cookie })
    expect(page.status).toBe(200)
    expect(page.body).not.toContain(token)
  })

  it('keeps everybody else from reading, storing, indexing or framing it', async () => {
    const { token } = await openLink()
    const { headers } = await client.get(`/p/${token}`)
    expect(
      Object.fromEntries(
        ['cache-control', 'referrer-policy', 'x-content-type-options', 'x-robots-tag'].map((name) => [
          name,
          headers.get(name),
        ]),
      ),
    ).toEqual({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex, nofollow, noarchive',
    })
    expect(headers.get('content-security-policy')).not.toMatch(/unsafe|\*/)
  })

  it('writes no script and no style into the page', async () => {
    const { token } = await openLink()
    const { body } = await client.get(`/p/${token}`)
    expect(body).not.toMatch(/<script(?![^>]* src=)| style=|<style| on[a-z]+=/)
  })

  it('carries the rights and help on every page', async () => {
    const { token } = await openLink()
    for (const path of ['', '/task/identity-code', '/rights', '/family/1', '/family/2', '/calendar']) {
      const { body } = await client.get(`/p/${token}${path}?lang=en`)
      expect([path, body.includes('Rights and help')]).toEqual([path, true])
    }
  })

  it('shows a task with what, why, what to bring, where and the order', async () => {
    const { token } = await openLink()
    const { body, status } = await client.get(`/p/${token}/task/bank-account?lang=en`)
    expect(status).toBe(200)
    const text = textOf(body)
    for (const part of [
      'Do bank-account',
      'Why: Do bank-account.',
      'Passport',
      'We do not know the address yet.',
      'Do identity-code',
    ])
      expect(text).toContain(part)
    expect(body).toContain('href="https://example.com/banks"')
  })

  it.each(['/task/spouse-programme', '/task/check-permit', '/task/no-such-task', '/nothing'])(
    'has no page %s',
    async (path) => {
      const { token } = await openLink()
      expect((await client.get(`/p/${token}${path}`)).status).toBe(404)
    },
  )

  it('shows a child’s tasks to both parents, and each adult’s to themselves', async () => {
    const { plan } = await openLink()
    const pages = await Promise.all(
      (['worker', 'partner'] as const).map(
        async (role) => (await client.get(`/p/${await client.tokenOf(plan, role)}?lang=en`)).body,
      ),
    )
    expect(
      pages.map((body) =>
        ['daycare', 'spouse-programme', 'bank-account'].filter((key) => body.includes(`id="t-${key}"`)),
      ),
    ).toEqual([
      ['daycare', 'bank-account'],
      ['daycare', 'spouse-programme'],
    ])
  })
})

describe('ticking', () => {
  it('posts, redirects and shows the task done; the employer sees it', async () => {
    const { token, plan } = await openLink()
    const page = await client.get(`/p/${token}?lang=en`)
    const answer = await client.post(`/p/${token}/done?lang=en`, client.formIn(page.body, plan.tasks['identity-code']))
    expect([answer.status, answer.location]).toEqual([303, `/p/${token}?lang=en&done=${plan.tasks['identity-code']}`])
    const after = await client.get(answer.location ?? '')
    expect(textOf(after.body)).toContain('Marked as done Do identity-code')
    const seen = await plan.caller.plan.get({ planId: plan.planId, language: 'en' })
    expect(seen.tasks.find(({ key }) => key === 'identity-code')?.isDone).toBe(true)

    await client.post(`/p/${token}/undo`, client.formIn(after.body, plan.tasks['identity-code']))
    const undone = await plan.caller.plan.get({ planId: plan.planId, language: 'en' })
    expect(undone.tasks.find(({ key }) => key === 'identity-code')?.isDone).toBe(false)
  })

  it('twice is the same as once', async () => {
    const { token, plan } = await openLink()
    const form = client.formIn((await client.get(`/p/${token}`)).body, plan.tasks['identity-code'])
    for (const _ of [1, 2]) expect((await client.post(`/p/${token}/done`, form)).status).toBe(303)
    const ticks = (await plan.caller.plan.history({ planId: plan.planId, language: 'en' })).filter(
      ({ kind }) => kind === 'task-ticked',
    )
    expect(ticks).toHaveLength(1)
  })

  it('tells a phone that was without a connection when somebody else was quicker, and not when it repeats itself', async () => {
    const { token, plan } = await openLink()
    const taskId = plan.tasks['identity-code'] ?? ''
    const form = { ...client.formIn((await client.get(`/p/${token}`)).body, taskId), queued: '1' }
    const say = async (word: 'done' | 'undo') => (await client.post(`/p/${token}/${word}`, form)).location
    for (const _ of [1, 2]) expect(await say('done')).toBe(`/p/${token}?done=${taskId}`)
    for (const _ of [1, 2]) expect(await say('undo')).toBe(`/p/${token}?undone=${taskId}`)
    await plan.caller.task.tick({ planId: plan.planId, taskId })
    expect(await say('done')).toBe(`/p/${token}?conflict=${taskId}`)
  })

  it.each([
    ['without the token of the link', (form: Record<string, string>) => ({ ...form, form: '' }), {}],
    ['from another site', (form: Record<string, string>) => form, { 'sec-fetch-site': 'cross-site' }],
    ['from another origin', (form: Record<string, string>) => form, { origin: 'https://elsewhere.example' }],
  ])('is refused %s', async (_, change, headers) => {
    const { token, plan } = await openLink()
    const form = client.formIn((await client.get(`/p/${token}`)).body, plan.tasks['identity-code'])
    expect((await client.post(`/p/${token}/done`, change(form), headers)).status).toBe(403)
    const seen = await plan.caller.plan.get({ planId: plan.planId, language: 'en' })
    expect(seen.tasks.some(({ isDone }) => isDone)).toBe(false)
  })

  it('is refused with the form of another link, and for tasks of others', async () => {
    const { token, plan } = await openLink()
    const partner = await client.tokenOf(plan, 'partner')
    const form = client.formIn((await client.get(`/p/${token}`)).body, plan.tasks['identity-code'])
    const other = client.formIn((await client.get(`/p/${partner}`)).body, plan.tasks['spouse-programme'])
    expect((await client.post(`/p/${token}/done`, { ...form, form: other['form'] ?? '' })).status).toBe(403)
    for (const key of ['spouse-programme', 'check-permit'])
      expect((await client.post(`/p/${token}/done`, { ...form, task: plan.tasks[key] ?? '' })).status).toBe(404)
    const stranger = await openLink()
    expect(
      (await client.post(`/p/${token}/done`, { ...form, task: stranger.plan.tasks['identity-code'] ?? '' })).status,
    ).toBe(404)
    expect((await client.post(`/p/${token}/done`, { ...form, task: 'x' })).status).toBe(404)
  })

  it('does not happen by reading, by a preview or by HEAD', async () => {
    const { token, plan } = await openLink()
    const before = await client.stateOf(plan)
    for (const path of ['', '/done', '/undo', '/opened', '/task/identity-code', '/plan.pdf', '/rights'])
      for (const method of ['GET', 'HEAD']) await client.get(`/p/${token}${path}`, { method })
    expect(await client.stateOf(plan)).toEqual(before)
  })

  it('is over when the plan is finished; reading is not', async () => {
    const { token, plan } = await openLink()
    const form = client.formIn((await client.get(`/p/${token}`)).body, plan.tasks['identity-code'])
    await plan.caller.plan.finish({ planId: plan.planId })
    expect((await client.post(`/p/${token}/done`, form)).status).toBe(409)
    const page = await client.get(`/p/${token}`)
    expect([page.status, page.body.includes('data-tick')]).toEqual([200, false])
  })

  it('records the opening once somebody is seen to be there', async () => {
    const { token, plan } = await openLink()
    const page = await client.get(`/p/${token}`)
    await client.post(`/p/${token}/opened`, client.formIn(page.body, plan.tasks['identity-code']))
    const links = await plan.caller.shareLink.list({ planId: plan.planId })
    expect(links.find(({ participantId }) => participantId === plan.participants.worker)?.firstOpenedAt).not.toBeNull()
  })
})

describe('a link that does not open', () => {
  const strange = 'A'.repeat(22)

  it('looks the same whether it is malformed, unknown or revoked', async () => {
    const { token, plan } = await openLink()
    const [link] = (await plan.caller.shareLink.list({ planId: plan.planId })).filter(
      ({ participantId }) => participantId === plan.participants.worker,
    )
    await plan.caller.shareLink.revoke({ planId: plan.planId, linkId: link!.id })
    const seen = await Promise.all(
      [token, strange, 'x', `${strange}x`, '%00', '..%2f', '💥'].map((guess) => client.get(`/p/${guess}`)),
    )
    expect(new Set(seen.map(({ status, body }) => `${status} ${body}`)).size).toBe(1)
    expect(seen[0]?.status).toBe(404)
    expect(seen[0]?.body).toContain('href="tel:112"')
    expect(new Set(seen.map(({ headers }) => [...headers.keys()].filter((name) => name !== 'date').join())).size).toBe(
      1,
    )
  })

  it('says so in many languages, first in the phone’s', async () => {
    const { body } = await client.get(`/p/${strange}`, { 'accept-language': 'uk-UA,uk;q=0.9,en;q=0.8' })
    expect(body).toContain('<html lang="uk" dir="ltr">')
    for (const words of ['Tämä linkki ei toimi', 'Länken fungerar inte', 'This link does not work'])
      expect(body).toContain(words)
  })

  it('says in the participant’s language that it has expired, to its holder only', async () => {
    const { token } = await openLink({ facts: { worker: { name: 'Maria', languages: ['fi'] } } })
    service.clock.now = new Date('2032-01-01T10:00:00Z')
    const { status, body } = await client.get(`/p/${token}`)
    expect(status).toBe(410)
    expect(body).toContain('<html lang="fi"')
    expect(textOf(body)).toContain('Tämä linkki on vanhentunut')
  })

  it('is limited by address after many guesses, with an answer that says no more', async () => {
    const answers = []
    for (let guess = 0; guess < 30; guess += 1) answers.push((await client.get(`/p/${strange}`, {}, '10.9.8.7')).status)
    expect(answers).toContain(429)
    const { token } = await openLink()
    expect((await client.get(`/p/${token}`, {}, '10.9.8.7')).status).toBe(200)
  })

  it('cannot be opened by a draft', async () => {
    const plan = await openPlan(service, { isDraft: true })
    expect((await client.get(`/p/${await client.tokenOf(plan, 'worker').catch(() => strange)}`)).status).toBe(404)
  })
})

describe('beside the plan', () => {
  it('shows the clerk the task in the official language, and nothing of permits', async () => {
    const { token } = await openLink()
    const { body } = await client.get(`/p/${token}/task/identity-code/clerk?lang=en`)
    const text = textOf(body)
    expect(text).toContain('Hei! En puhu vielä suomea. Tämä on asiani: Hello! I do not speak Finnish yet.')
    for (const part of [
      'Tee identity-code',
      'Viimeistään: to 4.3.2027',
      'Aloitan työt: ma 8.3.2027',
      'Minulla on mukana: Passport',
    ])
      expect(text).toContain(part)
    expect(text).not.toMatch(/employed-person|permit/i)
  })

  it('gives the dates to a calendar, one or all, and to a feed that opens nothing else', async () => {
    const { token } = await openLink()
    const one = await client.get(`/p/${token}/task/identity-code/task.ics?lang=en`)
    expect(one.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(one.body).toContain('DTSTART;VALUE=DATE:20270304')
    const page = await client.get(`/p/${token}/calendar?lang=en`)
    const feed = /webcal:\/\/[^"]*(\/p\/feed\/[^"]*)"/.exec(page.body)?.[1] ?? ''
    expect(feed).not.toContain(token)
    const all = await client.get(feed.replace('&amp;', '&'))
    expect([all.status, all.body.match(/BEGIN:VEVENT/g)?.length]).toEqual([200, 4])
    const sealed = feed.slice('/p/feed/'.length, feed.indexOf('.ics'))
    const ref = (await client.get(`/p/${token}`, { accept: 'text/html' })).location?.split('/')[3] ?? ''
    expect((await client.get(`/p/me/${ref}/`, { cookie: `kw_${ref}=${sealed}` })).status).toBe(404)
  })

  it('ends the feed with the link', async () => {
    const { token, plan } = await openLink()
    const page = await client.get(`/p/${token}/calendar`)
    const feed = /webcal:\/\/[^"]*(\/p\/feed\/[^"?]*)/.exec(page.body)?.[1] ?? ''
    const [link] = (await plan.caller.shareLink.list({ planId: plan.planId })).filter(
      ({ participantId }) => participantId === plan.participants.worker,
    )
    await plan.caller.shareLink.revoke({ planId: plan.planId, linkId: link!.id })
    expect((await client.get(feed)).status).toBe(404)
  })

  it('shows a child’s tasks to do, and another adult’s by title and date only', async () => {
    const { token, plan } = await openLink()
    const child = await client.get(`/p/${token}/family/2?lang=en`)
    const answer = await client.post(`/p/${token}/done?lang=en`, client.formIn(child.body, plan.tasks['daycare']))
    expect(answer.location).toBe(`/p/${token}/family/2?lang=en&done=${plan.tasks['daycare']}`)
    const partner = await client.tokenOf(plan, 'partner')
    await client.post(
      `/p/${partner}/done`,
      client.formIn((await client.get(`/p/${partner}`)).body, plan.tasks['spouse-programme']),
    )
    const adult = await client.get(`/p/${token}/family/1?lang=en`)
    expect(textOf(adult.body)).toContain('Do spouse-programme Due: Mon, 15 March')
    expect(adult.body).not.toMatch(/data-tick|Why:|box--on/)
    expect((await client.get(`/p/${token}/family/0`)).status).toBe(404)
    expect((await client.get(`/p/${token}/family/9`)).status).toBe(404)
  })

  it.each([
    ['bank-account', 1],
    ['TEE bank', 1],
    ['koekunta nothing', 0],
  ])('finds %s in the reader’s language and the official one', async (query, count) => {
    const { token } = await openLink()
    const { body } = await client.get(`/p/${token}?lang=en&q=${encodeURIComponent(query)}`)
    expect(textOf(body)).toContain(count === 1 ? '1 task found' : '0 tasks found')
  })

  it('keeps the language and the size of letters on the phone', async () => {
    const { token } = await openLink()
    const { cookie, location } = await client.get(`/p/${token}`, { accept: 'text/html' })
    const home = location ?? ''
    const chosen = await client.get(`${home}?lang=sv`, { cookie })
    expect((await client.get(home, { cookie: `${cookie}; ${chosen.cookie}` })).body).toContain('<html lang="sv"')
    const form = client.formIn(chosen.body, undefined)
    const large = await client.post(`${home}text-size`, { ...form, size: 'large' }, { cookie })
    expect((await client.get(home, { cookie: `${cookie}; ${large.cookie}` })).body).toContain('class="large"')
  })
})

describe('bad input', () => {
  it('of any kind gets a page in words, never an error of the server', async () => {
    const { token, plan } = await openLink()
    const form = client.formIn((await client.get(`/p/${token}`)).body, plan.tasks['identity-code'])
    const answers = await Promise.all([
      client.post(`/p/${token}/done`, { ...form, text: 'x'.repeat(50_000) }),
      client.post(`/p/${token}/done`, { ...form, task: '<script>alert(1)</script>' }),
      client.get(`/p/${token}/task/${'x'.repeat(3000)}`),
      client.get(`/p/${token}/task/%E0%A4%A`),
      client.get(`/p/${token}?lang[]=a&lang[]=b&done[x]=1`),
      client.get(`/p/me/${'x'.repeat(12)}/`, { cookie: `kw_${'x'.repeat(12)}=garbage` }),
      client.get(`/p/assets/none.js`),
    ])
    expect(answers.map(({ status }) => status)).toEqual([413, 404, 404, 400, 200, 404, 404])
    for (const { body } of answers) expect(body).not.toMatch(/at .*\.ts|node_modules|<script>alert/)
  })

  it('in a name is shown as words', async () => {
    const { token } = await openLink({ facts: { worker: { name: 'Ann & "Bo" \'C', languages: ['en'] } } })
    expect((await client.get(`/p/${token}`)).body).toContain('Ann &amp; &quot;Bo&quot; &#x27;C')
  })
})

describe('plan.pdf', () => {
  it.each([
    ['?lang=fi', 'plan-fi.pdf'],
    ['?lang=en&with=fi', 'plan-en-fi.pdf'],
    ['', 'plan-fil.pdf'],
  ])('%s is a PDF', async (query, name) => {
    const { token } = await openLink()
    const file = await client.get(`/p/${token}/plan.pdf${query}`)
    expect([
      file.status,
      file.headers.get('content-type'),
      file.headers.get('content-disposition'),
      file.body.slice(0, 5),
    ]).toEqual([200, 'application/pdf', `inline; filename="${name}"`, '%PDF-'])
  })
})
