import type { BrowserContextOptions, Page } from 'playwright-core'
import { expect, inject, it } from 'vitest'
import { expectAccessible, openBrowser, openPage, screenshot, settle, type JourneyPage } from './harness/browser.ts'

/**
 * What a worker says reaches the employer: stuck, and the answer comes back; not for me; read and understood. And the PIN that
 * the employer puts before a page. Each journey has a plan of its own.
 */

const browser = await openBrowser()
const { demo, url } = inject('server')
const wide = { viewport: { width: 1440, height: 900 } }
const phoneDark = { viewport: { width: 390, height: 844 }, colorScheme: 'dark' } as const

/** These machines are small: what comes comes within this. */
const patience = { timeout: 40_000 }

const account = demo.accounts.find(({ role, organisation }) => role === 'hr' && organisation === 'Esimerkkihirsi Oy')!

/** A staff page, signed in as HR, and the address of the organisation's home. */
async function openStaff(options: BrowserContextOptions): Promise<JourneyPage & { readonly home: string }> {
  const opened = await openPage(browser, options)
  const answer = await opened.page.request.post('/api/auth/sign-in/email', {
    data: { email: account.email, password: account.password },
    headers: { origin: url },
  })
  expect(answer.status()).toBe(200)
  await opened.page.goto('/')
  await opened.page.waitForURL(/\/o\//)
  return { ...opened, home: new URL(opened.page.url()).pathname }
}

interface Call {
  readonly home: string
  readonly name: string
  readonly input: unknown
}

/** Calls a procedure as the web app would. */
async function call<T>(page: Page, method: 'get' | 'post', { home, name, input }: Call): Promise<T> {
  const headers = { 'x-organisation': home.replace('/o/', ''), origin: url }
  const answer =
    method === 'post'
      ? await page.request.post(`/trpc/${name}`, { headers, data: input })
      : await page.request.get(`/trpc/${name}?input=${encodeURIComponent(JSON.stringify(input))}`, { headers })
  expect([name, answer.status()]).toEqual([name, 200])
  return ((await answer.json()) as { result: { data: T } }).result.data
}

const dayIn = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

interface Task {
  readonly id: string
  readonly key: string
  readonly title: string
  readonly assignee: string
  readonly isLocked: boolean
  readonly waitsFor: readonly unknown[]
}

/** A launched plan for somebody who reads Arabic, with the worker's link. */
async function openPlan(page: Page, home: string, name: string) {
  const facts = {
    worker: { name, languages: ['ar', 'en'] },
    citizenship: 'other',
    permit: 'employed-person',
    stay: 'over-a-year',
    municipality: 'veteli',
    housing: 'rental',
    sector: 'wood',
    companions: 'nobody',
    family: [],
    dates: { arrival: dayIn(-3), 'first-day': dayIn(1) },
  }
  const { planId } = await call<{ planId: string }>(page, 'post', { home, name: 'plan.create', input: { facts } })
  await call(page, 'post', { home, name: 'plan.launch', input: { planId } })
  const [link] = await call<{ url: string }[]>(page, 'get', { home, name: 'shareLink.list', input: { planId } })
  const { tasks } = await call<{ tasks: Task[] }>(page, 'get', {
    home,
    name: 'plan.get',
    input: { planId, language: 'en' },
  })
  const own = tasks.filter((task) => task.assignee === 'worker' && task.waitsFor.length === 0)
  const [first, second] = own.filter((task) => !task.isLocked)
  return { path: `${home}/plans/${planId}`, link: link!.url, stuckOn: first!, declined: second!, locked: own }
}

const openPhone = (): Promise<JourneyPage> =>
  openPage(browser, { viewport: { width: 390, height: 844 }, javaScriptEnabled: false })

const words = 'طلب البنك بطاقة الإقامة، لكنها لم تصل بعد.'

async function sayStuck(phone: Page, link: string, task: Task): Promise<void> {
  await phone.goto(`${link}?lang=ar`)
  await phone.goto(`${phone.url().replace(/\?.*/, '')}task/${task.key}/stuck`)
  await phone.locator('input[value="document"]').check()
  await phone.locator('textarea[name="body"]').fill(words)
  await phone.locator('button[value="employer"]').click()
  expect(await phone.locator('.said').innerText()).toBe(words)
}

it('somebody is stuck, HR sees it at home and in the plan and answers, and the answer stands on the phone', async () => {
  const { page, home, errors } = await openStaff({ locale: 'en', ...wide })
  const plan = await openPlan(page, home, 'Samira Mithal')
  const { page: phone, errors: phoneErrors } = await openPhone()
  await sayStuck(phone, plan.link, plan.stuckOn)

  await page.goto(home)
  const question = page.getByRole('listitem').filter({ hasText: 'Samira is stuck' })
  expect(await question.locator('blockquote').getAttribute('lang')).toBe('ar')
  expect(await question.innerText()).toContain('Written in this language: Arabic')
  expect(await page.getByRole('link', { name: /Samira Mithal/ }).innerText()).toContain('one question')
  await expectAccessible(page)
  await screenshot(page, 'says-home-en-wide')

  await question.getByRole('link', { name: /^Answer/ }).click()
  const box = page.getByLabel('Your answer')
  await box.waitFor()
  await expect.poll(() => box.evaluate((element) => element === document.activeElement), patience).toBe(true)
  const row = page.locator(`#task-${plan.stuckOn.id}`)
  expect(await row.innerText()).toContain('stuck since')
  expect(await page.locator('p[lang="ar"][dir="auto"]').innerText()).toBe(words)
  await expectAccessible(page)
  await screenshot(page, 'says-plan-stuck-en-wide')

  await box.focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByText('Write the answer first.').waitFor()
  await row.getByRole('button', { name: /^Answer/ }).press('Enter')
  await page.keyboard.type('I will come with you on Monday.')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect.poll(() => box.count(), patience).toBe(0)
  await row.getByText('One question about this task').click()
  expect(await row.innerText()).toContain('I will come with you on Monday.')
  expect(await row.innerText()).toContain('Heikki Esimerkki answered')
  await expect.poll(() => page.locator('main').innerText(), patience).toContain('answered Samira Mithal about')
  await expectAccessible(page)
  await screenshot(page, 'says-plan-answered-en-wide')

  await phone.reload()
  expect(await phone.locator('.answer').innerText()).toContain('I will come with you on Monday.')
  await page.goto(home)
  await settle(page)
  expect(await page.locator('main').innerText()).not.toContain('Samira is stuck')
  expect([...errors, ...phoneErrors]).toEqual([])
}, 240_000)

it.each(['en', 'fi', 'sv'])(
  'in %s on a dark phone HR finds the message and answers',
  async (locale) => {
    const { page, home, errors } = await openStaff({ locale, ...phoneDark })
    const plan = await openPlan(page, home, `Samir Mithal ${locale}`)
    const { page: phone } = await openPhone()
    await sayStuck(phone, plan.link, plan.stuckOn)
    await page.goto(home)
    await expectAccessible(page)
    await screenshot(page, `says-home-${locale}-phone-dark`)
    await page.goto(plan.path)
    const box = page.locator('textarea:not([aria-hidden])')
    await box.waitFor()
    await expectAccessible(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
    await screenshot(page, `says-plan-${locale}-phone-dark`)
    await box.fill('Tulen mukaan.')
    await page.locator('form button[type="submit"]').click()
    await expect.poll(() => box.count(), patience).toBe(0)
    expect(errors).toEqual([])
  },
  240_000,
)

it('what is not for the worker can be left out, and what was read is told with version, language and day', async () => {
  const { page, home, errors } = await openStaff({ locale: 'en', ...wide })
  const plan = await openPlan(page, home, 'Nur Mithal')
  const { page: phone } = await openPhone()
  await phone.goto(`${plan.link}?lang=ar`)
  const base = phone.url().replace(/\?.*/, '')
  await phone.goto(`${base}task/${plan.declined.key}/not-mine`)
  await phone.locator('input[value="already"]').check()
  await phone.locator('main form button').last().click()
  const read = await confirmReading(phone, base, plan.locked)

  await page.goto(plan.path)
  const declined = page.locator(`#task-${plan.declined.id}`)
  await declined.getByText('Nur says: not for me').waitFor()
  expect(await declined.innerText()).toContain('has been done before')
  const readRow = page.locator(`#task-${read.id}`)
  expect(await readRow.innerText()).toMatch(/read and understood .+, version \d+, Arabic/)
  await expectAccessible(page)
  await screenshot(page, 'says-plan-declined-en-wide')
  await page.setViewportSize(phoneDark.viewport)
  await screenshot(page, 'says-plan-declined-en-phone')
  await declined.getByRole('button', { name: /^Leave out/ }).press('Enter')
  await expect.poll(() => declined.count(), patience).toBe(0)
  await phone.goto(base)
  expect(await phone.locator('main').innerHTML()).not.toContain(`/task/${plan.declined.key}"`)
  expect(errors).toEqual([])
}, 240_000)

/** Opens the locked tasks until one asks to be confirmed, and confirms it. */
async function confirmReading(phone: Page, base: string, tasks: readonly Task[]): Promise<Task> {
  for (const task of tasks.filter(({ isLocked }) => isLocked)) {
    await phone.goto(`${base}task/${task.key}`)
    const button = phone.locator('.acknowledge button')
    if ((await button.count()) === 0) continue
    await button.click()
    expect(await phone.locator('.acknowledge .done').count()).toBe(1)
    return task
  }
  throw new Error('no task of the plan asks to be confirmed')
}

it.each([
  { locale: 'en', options: wide, set: 'Ask for a PIN', save: 'Set the PIN', noted: 'I have noted it', shape: 'wide' },
  {
    locale: 'fi',
    options: phoneDark,
    set: 'Kysy PIN-koodia',
    save: 'Aseta PIN-koodi',
    noted: 'Olen kirjannut sen',
    shape: 'phone-dark',
  },
])(
  'a PIN is set in the dialog, in $locale, and the phone asks for it',
  async (given) => {
    const { page, home, errors } = await openStaff({ locale: given.locale, ...given.options })
    const plan = await openPlan(page, home, `Lina Mithal ${given.locale}`)
    await page.goto(`${plan.path}?share=true`)
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: given.set }).press('Enter')
    const digits = dialog.locator('.mantine-PinInput-input')
    const pin = (await digits.evaluateAll((all) => all.map((each) => (each as HTMLInputElement).value))).join('')
    expect(pin).toMatch(/^\d{4}$/)
    await screenshot(page, `says-pin-choose-${given.locale}-${given.shape}`)
    await dialog.getByRole('button', { name: given.save }).click()
    await dialog.getByRole('button', { name: given.noted }).waitFor()
    expect(await dialog.innerText()).toContain(pin.split('').join(' '))
    await expectAccessible(page)
    await screenshot(page, `says-pin-told-${given.locale}-${given.shape}`)
    await dialog.getByRole('button', { name: given.noted }).click()
    expect(await dialog.innerHTML()).not.toContain(pin)
    await screenshot(page, `says-pin-set-${given.locale}-${given.shape}`)

    const { page: phone } = await openPhone()
    await phone.goto(plan.link)
    await phone.locator('#pin').fill(pin === '0000' ? '1111' : '0000')
    await phone.locator('form .btn--act').click()
    expect(await phone.locator('#pin-error').count()).toBe(1)
    await screenshot(phone, `says-pin-phone-${given.locale}`)
    await phone.locator('#pin').fill(pin)
    await phone.locator('form .btn--act').click()
    expect(await phone.locator('main').innerText()).toContain('Lina')
    expect(errors).toEqual([])
  },
  240_000,
)

it('a PIN is changed to one’s own digits, and taken away again', async () => {
  const { page, home, errors } = await openStaff({ locale: 'en', ...wide })
  const plan = await openPlan(page, home, 'Rima Mithal')
  await page.goto(`${plan.path}?share=true`)
  const dialog = page.getByRole('dialog')
  const press = (name: string) => dialog.getByRole('button', { name }).press('Enter')
  await press('Ask for a PIN')
  await press('Suggest another')
  await press('Set the PIN')
  await press('I have noted it')
  await press('Change the PIN')
  const digits = dialog.locator('.mantine-PinInput-input')
  await digits.last().focus()
  for (let times = 0; times < 4; times += 1) await page.keyboard.press('Backspace')
  await press('Set the PIN')
  await dialog.getByText('Type four digits.').waitFor()
  await expectAccessible(page)
  await screenshot(page, 'says-pin-incomplete-en-wide')
  await digits.first().focus()
  await page.keyboard.type('8264')
  await press('Set the PIN')
  await dialog.getByText('8 2 6 4').waitFor({ state: 'attached' })
  await press('I have noted it')
  const { page: phone } = await openPhone()
  await phone.goto(`${plan.link}?lang=en`)
  expect(await phone.getByLabel('Four-digit code').count()).toBe(1)
  await press('Remove the PIN')
  await dialog.getByText('The link alone then opens the page again.').waitFor()
  await expectAccessible(page)
  await press('Remove the PIN')
  await dialog.getByRole('button', { name: 'Ask for a PIN' }).waitFor()
  await phone.goto(`${plan.link}?lang=en`)
  expect(await phone.locator('main').innerText()).toContain('Rima')
  expect(errors).toEqual([])
}, 240_000)

it('the plan stands when the messages cannot be read, and says so', async () => {
  const { page, home } = await openStaff({ locale: 'en', ...wide })
  const plan = await openPlan(page, home, 'Dalia Mithal')
  // Several calls travel in one request: only the one for the messages is spoilt, so that the server refuses it.
  await page.route(/\/trpc\/[^?]*helpRequest\.list/, (route) => {
    const address = new URL(route.request().url())
    const place = address.pathname.replace('/trpc/', '').split(',').indexOf('helpRequest.list')
    const inputs = JSON.parse(address.searchParams.get('input') ?? '{}') as Record<string, unknown>
    address.searchParams.set('input', JSON.stringify({ ...inputs, [place]: { planId: 'none' } }))
    return route.continue({ url: address.href })
  })
  await page.goto(plan.path)
  await page.getByText('This part could not be loaded. The rest works as usual.').waitFor(patience)
  expect(await page.getByRole('checkbox').count()).toBeGreaterThan(1)
}, 240_000)
