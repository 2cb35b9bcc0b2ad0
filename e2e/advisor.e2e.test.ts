import type { BrowserContextOptions, Page } from 'playwright-core'
import { describe, expect, inject, it } from 'vitest'
import { expectAccessible, openBrowser, openPage, screenshot, settle } from './harness/browser.ts'

/**
 * What workers ask in private reaches the region's advisor and nobody else, and comes back answered; what the advisor announces
 * stands on the workers' pages.
 */

const browser = await openBrowser()
const { demo, url } = inject('server')
const phone = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 1, hasTouch: true }
const patience = { timeout: 40_000 }

const linkOf = (name: string): string =>
  demo.workerLinks.find(({ participant }) => participant.startsWith(name))?.url ?? `the demo has no link for ${name}`

/** A page of somebody of the demo, signed in; `home` is the address of their organisation. */
async function signIn(email: RegExp, options: BrowserContextOptions = {}) {
  const { page, errors } = await openPage(browser, { locale: 'en', ...options })
  const account = demo.accounts.find((each) => email.test(each.email))
  const answer = await page.request.post('/api/auth/sign-in/email', {
    data: { email: account?.email, password: account?.password },
    headers: { origin: url },
  })
  expect(answer.status()).toBe(200)
  await page.goto('/')
  await page.waitForURL(/\/o\//)
  await settle(page)
  return { page, errors, home: new URL(page.url()).pathname }
}

/** Opens the page of rights and help of a demo worker and asks; the phone stays open. */
async function ask(name: string, body: string): Promise<Page> {
  const { page } = await openPage(browser, phone)
  await page.goto(`${linkOf(name)}?lang=en`)
  await page.locator('.bar__help').click()
  await page.locator('#ask textarea').fill(body)
  await page.getByRole('button', { name: 'Send to the advisor' }).click()
  await expect.poll(() => page.locator('.note--act').count(), patience).toBe(1)
  return page
}

const onScreen = (page: Page, words: string) => page.getByText(words, { exact: true }).first()

/** The row of the inbox that has these words. */
const rowOf = (page: Page, words: string) => page.getByRole('listitem').filter({ hasText: words })

describe('a private question', () => {
  it('goes from the phone to the advisor, past the employer, and the answer comes back', async () => {
    const secret = 'May they take the deposit from my wage?'
    const worker = await ask('Maria', secret)
    await expectEmployerSeesNothing(secret)
    const { page, errors, home } = await signIn(/^aino@/)
    await page.getByRole('link', { name: /^Questions/ }).click()
    const row = rowOf(page, secret)
    await row.waitFor()
    expect(await row.innerText()).toContain('Veteli')
    expect(await row.innerText()).toContain('Written in English')
    expect(await page.locator('main').innerText()).not.toMatch(/Maria|Esimerkkihirsi/)
    await row.getByRole('button', { name: /^Answer/ }).click()
    await row.getByRole('button', { name: 'Send the answer' }).click()
    expect(await row.innerText()).toContain('Fill this in.')
    await page.getByLabel('Your answer').fill('Only with your consent.\nCall the helpline first.')
    await expectAccessible(page)
    await screenshot(page, 'advisor-answer-en')
    await row.getByRole('button', { name: 'Send the answer' }).click()
    await expect.poll(() => row.count(), patience).toBe(0)
    await page.getByRole('button', { name: /^Answered/ }).click()
    await rowOf(page, 'Only with your consent.').waitFor()
    await expectAccessible(page)
    await screenshot(page, 'advisor-answered-en')
    expect(new URL(page.url()).pathname).toBe(`${home}/questions`)
    await worker.goto(worker.url().replace(/\?.*/, ''))
    expect(await worker.locator('.answer').innerText()).toContain('Only with your consent.')
    await screenshot(worker, 'worker-answer-en-360')
    await expectEmployerSeesNothing('Only with your consent.')
    expect(errors).toEqual([])
  })

  it('that was deleted meanwhile is said to be gone, with what was written kept until it is let go', async () => {
    const secret = 'I shall take this back.'
    const worker = await ask('Maria', secret)
    const { page } = await signIn(/^aino@/)
    await page.getByRole('link', { name: /^Questions/ }).click()
    const row = rowOf(page, secret)
    await row.getByRole('button', { name: /^Answer/ }).click()
    await page.getByLabel('Your answer').fill('Words of the advisor.')
    await worker.goto(worker.url().replace(/\?.*/, ''))
    await worker
      .getByRole('listitem')
      .filter({ hasText: secret })
      .getByRole('button', { name: 'Delete my question' })
      .click()
    await page.getByRole('button', { name: 'Send the answer' }).click()
    await onScreen(page, 'The question is no longer there').waitFor()
    expect(await page.locator('main').innerText()).toContain('Words of the advisor.')
    await expectAccessible(page)
    await screenshot(page, 'advisor-gone-en')
    await page.getByRole('button', { name: 'Take it off the list' }).click()
    await expect.poll(() => onScreen(page, 'The question is no longer there').count(), patience).toBe(0)
    expect(await page.locator('main').innerText()).not.toContain(secret)
  })

  it('that another has answered meanwhile shows their answer before it can be replaced', async () => {
    const secret = 'Who answers first?'
    const worker = await ask('Maria', secret)
    const one = await signIn(/^aino@/)
    const other = await signIn(/^aino@/)
    for (const [{ page }, words] of [
      [one, 'The first answer.'],
      [other, 'The second answer.'],
    ] as const) {
      await page.getByRole('link', { name: /^Questions/ }).click()
      await rowOf(page, secret)
        .getByRole('button', { name: /^Answer/ })
        .click()
      await page.getByLabel('Your answer').fill(words)
    }
    await one.page.getByRole('button', { name: 'Send the answer' }).click()
    await expect.poll(() => rowOf(one.page, secret).count(), patience).toBe(0)
    const row = rowOf(other.page, secret)
    await row.getByRole('button', { name: 'Send the answer' }).click()
    await row.getByText('The first answer.').waitFor()
    expect(await row.innerText()).toContain('Somebody else has answered meanwhile.')
    expect(await other.page.getByLabel('Your answer').inputValue()).toBe('The second answer.')
    await screenshot(other.page, 'advisor-overtaken-en')
    await row.getByRole('button', { name: 'Send the answer' }).click()
    await expect.poll(() => row.getByRole('button', { name: 'Send the answer' }).count(), patience).toBe(0)
    await worker.goto(worker.url().replace(/\?.*/, ''))
    expect(await worker.locator('main').innerText()).toContain('The second answer.')
  })

  it('keeps the answer in the box while there is no connection', async () => {
    const { page } = await signIn(/^aino@/)
    await page.getByRole('link', { name: /^Questions/ }).click()
    await page
      .getByRole('button', { name: /^Answer: Rekisteröi/ })
      .first()
      .click()
    await page.getByLabel('Your answer').fill('Not yet.')
    await page.context().setOffline(true)
    await page.getByRole('button', { name: 'Send the answer' }).click()
    await page.getByText('There is no connection. Nothing was saved.').waitFor()
    expect(await page.getByLabel('Your answer').inputValue()).toBe('Not yet.')
    await screenshot(page, 'advisor-offline-en')
    await page.context().setOffline(false)
  })
})

/** Looks at what HR can open, and at what the procedures tell HR. */
async function expectEmployerSeesNothing(secret: string): Promise<void> {
  const { page, home } = await signIn(/^hanna@/)
  const seen: string[] = []
  page.on('response', async (response) => {
    if (response.url().includes('/trpc/')) seen.push(await response.text().catch(() => ''))
  })
  await page.goto(`${home}/plans`)
  const plan = await page.getByRole('link', { name: /Maria/ }).first().getAttribute('href')
  for (const path of [home, `${home}/plans`, String(plan), `${home}/members`, `${home}/settings`]) {
    await page.goto(path)
    await settle(page)
    seen.push(await page.locator('body').innerText())
  }
  await page.goto(`${home}/questions`)
  await onScreen(page, 'There is no such page').waitFor()
  expect(seen.some((text) => text.includes('Maria'))).toBe(true)
  expect(seen.filter((text) => text.includes(secret))).toEqual([])
  await page.context().close()
}

describe('an announcement', () => {
  it('is written in two languages, published, read by the worker, and withdrawn', async () => {
    const { page, errors, home } = await signIn(/^stina@/)
    await page.getByRole('link', { name: 'Announcements' }).first().click()
    await page.getByRole('link', { name: 'Write an announcement' }).click()
    await page.getByRole('button', { name: 'Publish' }).click()
    await page.getByRole('alert').getByRole('link', { name: 'Last day' }).waitFor()
    await page.getByLabel('Title', { exact: true }).fill('The library moves')
    await page.getByLabel('Message', { exact: true }).fill('It opens again on Monday.')
    await page.getByRole('combobox', { name: 'Add a language' }).click()
    await page.getByRole('option', { name: 'Thai' }).click()
    await page.getByLabel('Title, Thai').fill('ห้องสมุดย้าย')
    await page.getByLabel('A machine translated this, and nobody has checked it').check()
    await page.getByText('Chosen ones').click()
    await page.getByRole('button', { name: 'Publish' }).click()
    await page.getByText('Choose at least one municipality.').first().waitFor()
    await page.getByRole('checkbox', { name: 'Närpiö' }).check()
    expect(await page.getByText('Choose at least one municipality.').count()).toBe(0)
    await page.getByLabel('Last day', { exact: true }).fill('31.12.2090')
    await page.getByLabel('Last day', { exact: true }).press('Tab')
    await page.getByText('It appears at once on every live plan: Närpiö.').waitFor()
    await expectAccessible(page)
    await screenshot(page, 'advisor-new-announcement-en')
    await page.getByRole('button', { name: 'Publish' }).click()
    await page.waitForURL(`**${home}/announcements`)
    await rowOf(page, 'The library moves').waitFor()
    await screenshot(page, 'advisor-announcements-en')

    const worker = await openPage(browser, phone)
    await worker.page.goto(`${linkOf('Somchai')}?lang=th`)
    expect(await worker.page.locator('main').innerText()).toContain('ห้องสมุดย้าย')
    await screenshot(worker.page, 'worker-announcement-th-360')
    const elsewhere = await openPage(browser, phone)
    await elsewhere.page.goto(`${linkOf('Maria')}?lang=en`)
    expect(await elsewhere.page.locator('main').innerText()).not.toContain('The library moves')

    const row = rowOf(page, 'The library moves')
    await row.getByRole('button', { name: 'Withdraw' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click()
    await row.getByText('Withdrawn', { exact: true }).waitFor()
    await worker.page.reload()
    expect(await worker.page.locator('main').innerText()).not.toContain('ห้องสมุดย้าย')
    expect(errors).toEqual([])
  })
})
