import { expect, inject, it } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { expectAccessible, openBrowser, openPage, screenshot } from './harness/browser.ts'

/**
 * The main job, as its two people do it: HR makes a plan and shares it, the worker opens the link in another language and ticks
 * a task, HR sees the tick, the PDF opens. In English with the mouse, in Finnish with the keyboard alone.
 */

interface Words {
  readonly tag: 'en' | 'fi'
  readonly email: string
  readonly password: string
  readonly signIn: string
  readonly newPlan: string
  readonly name: string
  readonly languages: string
  readonly language: string
  readonly otherCountry: string
  readonly arrives: string
  readonly firstDay: string
  readonly livesIn: string
  readonly check: string
  readonly launch: RegExp
  readonly share: string
  readonly link: string
  readonly openPdf: string
  readonly plans: string
}

const english: Words = {
  tag: 'en',
  email: 'E-mail',
  password: 'Password',
  signIn: 'Sign in',
  newPlan: 'New plan',
  name: 'Name',
  languages: 'Languages',
  language: 'Ukrainian',
  otherCountry: 'Another country',
  arrives: 'Arrives',
  firstDay: 'First working day',
  livesIn: 'Lives in',
  check: 'Check the tasks',
  launch: /^Launch/,
  share: 'Share',
  link: 'Link',
  openPdf: 'Open the PDF',
  plans: 'Plans',
}

const finnish: Words = {
  tag: 'fi',
  email: 'Sähköposti',
  password: 'Salasana',
  signIn: 'Kirjaudu',
  newPlan: 'Uusi suunnitelma',
  name: 'Nimi',
  languages: 'Kielet',
  language: 'ukraina',
  otherCountry: 'Muu maa',
  arrives: 'Saapuu',
  firstDay: 'Ensimmäinen työpäivä',
  livesIn: 'Asuinkunta',
  check: 'Tarkista tehtävät',
  launch: /^Julkaise/,
  share: 'Jaa',
  link: 'Linkki',
  openPdf: 'Avaa PDF',
  plans: 'Suunnitelmat',
}

/** How a person works the page: both ways do the same things. */
interface Hand {
  readonly press: (target: Locator) => Promise<void>
  readonly write: (target: Locator, text: string) => Promise<void>
  /** Chooses the first option of a list that the text narrows down. */
  readonly choose: (target: Locator, text: string) => Promise<void>
}

const withMouse = (page: Page): Hand => ({
  press: (target) => target.click(),
  write: (target, text) => target.fill(text),
  choose: async (target, text) => {
    await target.click()
    await target.fill(text)
    await page.getByRole('option', { name: text }).first().click()
    await page.keyboard.press('Escape')
  },
})

const withKeyboard = (page: Page): Hand => {
  /** Tab until the target has the focus: whatever cannot be reached this way fails here. */
  const reach = async (target: Locator): Promise<void> => {
    await target.waitFor()
    for (let presses = 0; presses < 150; presses += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`The keyboard does not reach ${String(target)}`)
  }
  return {
    press: async (target) => {
      await reach(target)
      await page.keyboard.press((await target.getAttribute('type')) === 'radio' ? 'Space' : 'Enter')
    },
    write: async (target, text) => {
      await reach(target)
      await page.keyboard.type(text)
    },
    choose: async (target, text) => {
      await reach(target)
      await page.keyboard.type(text)
      await page.getByRole('option', { name: text }).first().waitFor()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await page.keyboard.press('Escape')
    },
  }
}

const browser = await openBrowser()
const { demo } = inject('server')

/** A day some weeks from now as the date field takes it. */
const dayIn = (days: number): string => {
  const date = new Date(Date.now() + days * 86_400_000)
  return `${date.getDate()}.${date.getMonth() + 1}.${date.getFullYear()}`
}

it.each([
  { words: english, by: 'mouse', worker: 'Petro Pryklad', hand: withMouse },
  { words: finnish, by: 'keyboard', worker: 'Iryna Pryklad', hand: withKeyboard },
])(
  'a plan for a real arrival, $words.tag, by $by',
  async ({ words, by, worker, hand }) => {
    const { page, errors } = await openPage(browser, { locale: words.tag })
    const { press, write, choose } = hand(page)
    const account = demo.accounts.find(
      ({ role, organisation }) => role === 'hr' && organisation === 'Esimerkkihirsi Oy',
    )!
    const shot = (name: string) => screenshot(page, `main-${words.tag}-${name}`)
    const button = (name: string | RegExp) => page.getByRole('button', { name })

    await page.goto('/sign-in')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await expectAccessible(page)
    await shot('sign-in')
    await write(page.getByLabel(words.email, { exact: true }), account.email)
    await write(page.getByLabel(words.password, { exact: true }), account.password)
    await press(button(words.signIn))

    await page.getByRole('link', { name: words.newPlan }).first().waitFor()
    await expectAccessible(page)
    await shot('home')
    await press(page.getByRole('link', { name: words.newPlan }).first())

    await write(page.getByLabel(words.name, { exact: true }), worker)
    await choose(page.getByLabel(words.languages, { exact: true }).first(), words.language)
    if (by === 'mouse') await page.getByText(words.otherCountry, { exact: true }).click()
    await write(page.getByLabel(words.arrives, { exact: true }), dayIn(35))
    await write(page.getByLabel(words.firstDay, { exact: true }), dayIn(42))
    await page.keyboard.press('Escape')
    await page.getByText(/\d+/).first().waitFor()
    await expectAccessible(page)
    await shot('new-plan')
    await press(button(words.check))

    await button(words.launch).waitFor()
    await expectAccessible(page)
    await shot('launch')
    await press(button(words.launch))

    // The plan opens with its links ready to be handed over.
    const link = page.getByRole('dialog').getByLabel(words.link, { exact: true }).first()
    await link.waitFor()
    await expectAccessible(page)
    await shot('share')
    const address = await link.inputValue()
    expect(address).toMatch(/\/p\/[\w-]{22}$/)
    const pdf = await page.request.get(
      await page.getByRole('link', { name: words.openPdf }).getAttribute('href').then(String),
    )
    expect([pdf.status(), (await pdf.body()).subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
    await page.keyboard.press('Escape')
    await page.getByRole('link', { name: words.share, exact: true }).waitFor()
    await expectAccessible(page)
    await shot('plan')
    const planAddress = page.url()

    const { page: phone, errors: phoneErrors } = await openPage(browser, {
      viewport: { width: 390, height: 844 },
      locale: 'uk',
      javaScriptEnabled: false,
    })
    await phone.goto(`${address}?lang=uk`)
    expect(await phone.locator('html').getAttribute('lang')).toBe('uk')
    expect(await phone.locator('main').innerText()).toContain(worker)
    await screenshot(phone, `main-${words.tag}-worker`)
    const task = phone
      .locator('main form button[aria-pressed], main form button')
      .filter({ hasText: 'Зроблено' })
      .first()
    await task.click()
    await phone.waitForLoadState()
    expect(await phone.locator('main').innerText()).toMatch(/Зроблено: 1 із \d+/)
    const workerPdf = await phone.request.get(`${address}/plan.pdf?lang=uk`)
    expect(workerPdf.headers()['content-type']).toBe('application/pdf')

    await page.goto(planAddress)
    await page.getByRole('checkbox', { checked: true }).nth(1).waitFor()
    await shot('ticked')
    expect([...errors, ...phoneErrors]).toEqual([])
  },
  240_000,
)
