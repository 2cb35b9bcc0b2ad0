import type { BrowserContext, Page } from 'playwright-core'
import { describe, expect, inject, it } from 'vitest'
import { expectAccessible, openBrowser, openPage, screenshot } from './harness/browser.ts'

/** The worker's page on a phone: without a script, without a connection, in other directions, with a link that ends. */

const browser = await openBrowser()
const { demo, url } = inject('server')
const phone = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 1, hasTouch: true }

/** The link of somebody in the demo; each journey has a person of its own. */
function linkOf(name: string): string {
  const link = demo.workerLinks.find(({ participant }) => participant.startsWith(name))
  if (!link) throw new Error(`the demo has no link for ${name}`)
  return link.url
}

/** These machines are small: what comes comes within this. */
const patience = { timeout: 40_000 }

const firstOpenBox = (page: Page) => page.locator('.phase[open] .row:not(.row--done) form[data-tick]').first()
const progress = (page: Page): Promise<string> => page.locator('#progress').innerText()

describe('without JavaScript', () => {
  it('the plan is read, a task is ticked and unticked, and the language changed', async () => {
    const { page, errors } = await openPage(browser, { ...phone, javaScriptEnabled: false })
    await page.goto(linkOf('Olena'))
    expect(page.url()).toMatch(/\/p\/me\/[\w-]{12}\/$/)
    expect(await page.locator('html').getAttribute('lang')).toBe('uk')
    await screenshot(page, 'worker-home-uk-360')
    const before = await progress(page)
    const task = await firstOpenBox(page).getAttribute('data-tick')
    await firstOpenBox(page).locator('button').click()
    expect(await progress(page)).not.toBe(before)
    expect(await page.locator('.note--act').innerText()).toContain('Позначено як зроблене')
    await page.locator(`.note--act form[data-tick="${task}"] button`).click()
    expect(await progress(page)).toBe(before)
    await page.locator('.lang summary').click()
    await page.locator('.lang__list a[lang="fi"]').click()
    expect(await page.locator('html').getAttribute('lang')).toBe('fi')
    await page.goto(page.url().replace(/\?.*/, ''))
    expect(await page.locator('html').getAttribute('lang')).toBe('fi')
    await page.locator('.lang summary').click()
    await page.locator('.lang__list a[lang="uk"]').click()
    expect(errors).toEqual([])
  })

  it('a task is opened, shown to the clerk, and help is asked for', async () => {
    const { page, errors } = await openPage(browser, { ...phone, javaScriptEnabled: false })
    await page.goto(linkOf('Olena'))
    await page.locator('.card--now .btn--act').click()
    await screenshot(page, 'worker-task-uk-360')
    const task = page.url()
    await page.getByRole('link', { name: 'Показати фінською' }).click()
    expect(await page.locator('.clerk__say').innerText()).toContain('En puhu vielä suomea')
    await screenshot(page, 'worker-clerk-uk-360')
    await page.goto(task)
    await page.getByRole('link', { name: 'Не виходить' }).click()
    await page.getByLabel('Установа зачинена').check()
    await page.getByLabel('Напишіть своїми словами').fill('Двері були зачинені.')
    await screenshot(page, 'worker-stuck-uk-360')
    await page.getByRole('button', { name: 'Надіслати раднику регіону' }).click()
    expect(await page.locator('.note--act').innerText()).toContain('Надіслано раднику регіону')
    await page.locator('.bar__help').click()
    expect(await page.locator('.who').last().innerText()).toContain('Двері були зачинені.')
    await screenshot(page, 'worker-rights-uk-360')
    await page.getByRole('button', { name: 'Видалити моє запитання' }).click()
    expect(await page.locator('.note--act').innerText()).toContain('видалено')
    expect(errors).toEqual([])
  })
})

/** Every page of one task, with everything on it unfolded and nothing below the fixed bar. */
async function expectPagesAccessible(page: Page, width: number): Promise<void> {
  const base = page.url().replace(/\?.*/, '')
  const task = (await page.locator('.card--now h3 a').getAttribute('href')) ?? ''
  for (const path of [base, task, `${task}/clerk`, `${task}/stuck`, `${base}rights`]) {
    await page.goto(path)
    const height = await page.evaluate(() => {
      for (const each of document.querySelectorAll('details:not(.lang)')) each.setAttribute('open', '')
      return document.body.scrollHeight
    })
    await page.setViewportSize({ width, height: height + 300 })
    expect([path, await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)]).toEqual([path, true])
    await expectAccessible(page)
  }
}

describe.each([
  ['fi', 'Olena'],
  ['uk', 'Olena'],
  ['ar', 'Karim'],
  ['th', 'Somchai'],
  ['ne', 'Bishal'],
])('in %s axe finds nothing, and nothing scrolls sideways', (language, name) => {
  it.each([
    [320, 'light'],
    // 360 px at 200 %.
    [180, 'dark'],
  ] as const)('at %d px, %s', async (width, colorScheme) => {
    const { page, errors } = await openPage(browser, { ...phone, viewport: { width, height: 640 }, colorScheme })
    await page.goto(`${linkOf(name)}?lang=${language}`)
    await expectPagesAccessible(page, width)
    expect(errors).toEqual([])
  })
})

describe('with its script', () => {
  it('ticks without a reload', async () => {
    const { page, errors } = await openPage(browser, phone)
    await page.goto(linkOf('Maria'))
    await page.evaluate(() => ((globalThis as { wasHere?: boolean }).wasHere = true))
    const before = await progress(page)
    const task = await firstOpenBox(page).getAttribute('data-tick')
    await firstOpenBox(page).locator('button').click()
    await expect.poll(() => progress(page), patience).not.toBe(before)
    expect(await page.evaluate(() => (globalThis as { wasHere?: boolean }).wasHere)).toBe(true)
    await untick(page, task)
    await expect.poll(() => progress(page), patience).toBe(before)
    expect(errors).toEqual([])
  })

  it('keeps the whole plan, takes ticks without a connection and sends them later', async () => {
    const { page } = await openPage(browser, phone)
    await page.goto(linkOf('Somchai'))
    await savedOnPhone(page)
    const before = await progress(page)
    await page.context().setOffline(true)
    await page.reload()
    await expect.poll(() => page.locator('.note').first().innerText(), patience).toContain('ไม่มีการเชื่อมต่อ')
    await screenshot(page, 'worker-home-offline-th-360')
    // A task that was never opened while there was a connection.
    const links = await page
      .locator('.row > a')
      .evaluateAll((all) => all.map((each) => (each as HTMLAnchorElement).href))
    await page.goto(links.at(-1) ?? '')
    expect(await page.locator('main.task h1').innerText()).not.toBe('')
    await page.goto(`${links.at(-1)}/clerk`)
    expect(await page.locator('.clerk__answers').count()).toBe(1)
    await page.goto(page.url().replace(/task\/.*/, ''))
    // Searching for what stands on a door, in the language of the place.
    await page.locator('#q').fill('skattekort')
    await page.locator('#q').press('Enter')
    await expect.poll(() => page.locator('output').innerText(), patience).toMatch(/^พบ \d+/)
    expect(await page.locator('.row:visible').count()).toBeGreaterThan(0)
    expect(await page.locator('.row:visible').count()).toBeLessThan(10)
    await page.goto(page.url().replace(/\?.*/, ''))
    const task = await firstOpenBox(page).getAttribute('data-tick')
    await firstOpenBox(page).locator('button').click()
    await expect.poll(() => page.locator('main').innerText(), patience).toContain('จะส่งการเปลี่ยนแปลง 1 รายการ')
    await page.reload()
    expect(await page.locator(`.row form[data-tick="${task}"] .box--on`).count()).toBe(1)
    await page.context().setOffline(false)
    await expect.poll(() => progress(page), patience).not.toBe(before)
    await expect.poll(() => page.locator('main').innerText(), patience).toContain('ส่งการเปลี่ยนแปลงของคุณแล้ว')
    await page.reload()
    await untick(page, task)
    await expect.poll(() => progress(page), patience).toBe(before)
  })

  it('loses nothing when every third request is dropped', async () => {
    const { page } = await openPage(browser, { ...phone, serviceWorkers: 'block' })
    await page.goto(linkOf('Bishal'))
    let requests = 0
    await page.context().route(`${url}/p/**`, (route) => {
      requests += 1
      return requests % 3 === 0 ? route.abort('connectionreset') : route.continue()
    })
    const tasks = await page
      .locator('.row:not(.row--done) form[data-tick]')
      .evaluateAll((all) => all.slice(0, 5).map((each) => each.getAttribute('data-tick')))
    await page
      .locator('details.phase')
      .evaluateAll((all) => all.forEach((each) => ((each as HTMLDetailsElement).open = true)))
    for (const task of tasks) await page.locator(`.row form[data-tick="${task}"] button`).click()
    await expect
      .poll(() => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('kw-queue')).length), {
        timeout: 40_000,
      })
      .toBe(0)
    await page.context().unroute(`${url}/p/**`)
    await page.reload()
    for (const task of tasks) expect(await page.locator(`.row form[data-tick="${task}"] .box--on`).count()).toBe(1)
  })

  it('shows a message of the partner’s page to the advisor only, and forgets the phone', async () => {
    const { page, errors } = await openPage(browser, phone)
    await page.goto(`${linkOf('Jose')}?lang=en`)
    expect(await page.locator('.family').innerText()).toContain('Maria')
    await screenshot(page, 'worker-home-partner-en-360')
    await page.locator('.family a').last().click()
    await screenshot(page, 'worker-family-child-en-360')
    await page.goBack()
    await page
      .locator('.row > a')
      .first()
      .evaluate((link) => (link as HTMLAnchorElement).click())
    await page.getByRole('link', { name: 'I am stuck' }).click()
    expect(await page.getByRole('button', { name: 'Send to the employer' }).count()).toBe(0)
    await page.goto(page.url().replace(/task\/.*/, ''))
    await savedOnPhone(page)
    await page.getByRole('button', { name: 'Forget this phone' }).click()
    await expect.poll(() => page.locator('h1').innerText(), patience).toContain('removed from this phone')
    expect(await kept(page)).toEqual([])
    expect(errors.filter((error) => !error.includes('404'))).toEqual([])
  })

  it('empties the phone when the link was revoked while there was no connection', async () => {
    const { page } = await openPage(browser, phone)
    const link = linkOf('Nga')
    await page.goto(link)
    await savedOnPhone(page)
    await page.context().setOffline(true)
    await revoke(link)
    await page.reload()
    expect(await page.locator('#progress').count()).toBe(1)
    await page.context().setOffline(false)
    await page.reload()
    await expect.poll(() => page.locator('.several').count(), patience).toBe(1)
    await expect.poll(() => kept(page), patience).toEqual([])
    await page.context().setOffline(true)
    expect(await page.reload().catch(() => null)).toBeNull()
  })

  it('keeps no question that was deleted, and nothing at all once the link has expired', async () => {
    const { page } = await openPage(browser, phone)
    await page.goto(`${linkOf('Karim')}?lang=en`)
    await savedOnPhone(page)
    await page.locator('.bar__help').click()
    await page.locator('#ask textarea').fill('May my employer keep my passport?')
    await page.getByRole('button', { name: 'Send to the advisor' }).click()
    await expect.poll(() => page.locator('.note--act').count(), patience).toBe(1)
    await page.goto(page.url().replace(/\?.*/, ''))
    expect(await page.locator('main').innerText()).toContain('keep my passport')
    await page.getByRole('button', { name: 'Delete my question' }).click()
    await page.context().setOffline(true)
    await page.goto(page.url().replace(/\?.*/, ''))
    await expect.poll(() => page.locator('.note').first().innerText(), patience).toContain('No connection')
    expect(await page.locator('main').innerText()).not.toContain('keep my passport')
    await endLinkOnPhone(page)
    expect(await page.reload().catch(() => null)).toBeNull()
    await page.context().setOffline(false)
    await page.goto(`${linkOf('Karim')}?lang=en`)
    expect((await kept(page)).some((address) => address.endsWith('/whole-plan.json'))).toBe(false)
  })
})

it('a link that opens nothing says so in many languages', async () => {
  const { page } = await openPage(browser, { ...phone, locale: 'th' })
  await page.goto(`/p/${'A'.repeat(22)}`)
  expect(await page.locator('html').getAttribute('lang')).toBe('th')
  await screenshot(page, 'worker-link-wrong-th-360')
  await expectAccessible(page)
})

/** Takes a tick back, in whichever phase it stands. */
async function untick(page: Page, task: string | null): Promise<void> {
  const button = page.locator(`.row form[data-tick="${task}"] button`)
  await button.evaluate((each) => each.closest('details')?.setAttribute('open', ''))
  await button.click()
}

/** Waits until the service worker has kept the whole plan. */
async function savedOnPhone(page: Page): Promise<void> {
  await expect
    .poll(async () => (await kept(page)).some((address) => address.endsWith('/whole-plan.json')), patience)
    .toBe(true)
}

/** Lets the phone believe that the link has ended: its clock is not ours to turn. */
const endLinkOnPhone = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      const [address] = (await cache.keys()).filter(({ url: each }) => each.endsWith('/whole-plan.json'))
      const plan: unknown = address && (await (await cache.match(address))?.json())
      if (address && typeof plan === 'object')
        await cache.put(address, new Response(JSON.stringify({ ...plan, expiresAt: '2020-01-01T00:00:00Z' })))
    }
  })

/** The addresses that are kept on the phone. */
const kept = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const names = await caches.keys()
    const all = await Promise.all(
      names.map(async (name) => (await (await caches.open(name)).keys()).map((each) => each.url)),
    )
    return all.flat()
  })

/** Revokes a link as the employer's HR would, through the same procedures as the web app. */
async function revoke(link: string): Promise<void> {
  for (const { email, password } of demo.accounts) {
    const context: BrowserContext = await browser.newContext({ baseURL: url })
    try {
      await context.request.post('/api/auth/sign-in/email', { data: { email, password }, headers: { origin: url } })
      const me = await context.request.get('/trpc/session.me')
      const organisations = ((await me.json()) as { result: { data: { organisations: { slug: string }[] } } }).result
        .data.organisations
      for (const { slug } of organisations) {
        const headers = { 'x-organisation': slug, origin: url }
        const query = (name: string, input: unknown) =>
          context.request.get(`/trpc/${name}?input=${encodeURIComponent(JSON.stringify(input))}`, { headers })
        const home = await query('plan.list', { language: 'en' })
        if (!home.ok()) continue
        const { plans } = ((await home.json()) as { result: { data: { plans: { id: string }[] } } }).result.data
        for (const { id } of plans) {
          const list = await query('shareLink.list', { planId: id })
          if (!list.ok()) continue
          const links = ((await list.json()) as { result: { data: { id: string; url: string | null }[] } }).result.data
          const found = links.find((each) => each.url === link)
          if (!found) continue
          const revoked = await context.request.post('/trpc/shareLink.revoke', {
            headers,
            data: { planId: id, linkId: found.id },
          })
          expect(revoked.ok()).toBe(true)
          return
        }
      }
    } finally {
      await context.close()
    }
  }
  throw new Error('nobody in the demo may revoke this link')
}
