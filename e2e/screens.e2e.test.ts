import { expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { expectAccessible, openBrowser, openPage, screenshot, settle } from './harness/browser.ts'
import { signIn } from './harness/sign-in.ts'

/** Every screen of the staff app, in each staff language, wide and on a phone, light and dark: nothing for axe to find. */

const browser = await openBrowser()

const languages = ['en', 'fi', 'sv'] as const
const shapes = [
  { shape: 'wide', viewport: { width: 1440, height: 900 }, colorScheme: 'light' },
  { shape: 'phone-dark', viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
] as const

/** Looks at a screen as it is when it has come to rest. */
async function look(page: Page, path: string, name: string): Promise<void> {
  await page.goto(path)
  await expectAccessible(page)
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect([path, overflow]).toEqual([path, 0])
  await screenshot(page, name)
}

it.each(languages.flatMap((language) => shapes.map((shape) => ({ language, ...shape }))))(
  'the screens in $language, $shape',
  async ({ language, shape, viewport, colorScheme }) => {
    const { page, errors } = await openPage(browser, { locale: language, viewport, colorScheme })
    const name = (screen: string) => `screen-${screen}-${language}-${shape}`
    for (const path of ['/sign-in', '/sign-up', '/forgot-password']) await look(page, path, name(path.slice(1)))
    expect(await page.locator('html').getAttribute('lang')).toBe(language)
    const home = await signIn(page, 'owner')
    await look(page, home, name('home'))
    for (const screen of ['plans', 'plans/new', 'members', 'settings'])
      await look(page, `${home}/${screen}`, name(screen.replace('/', '-')))
    await page.goto(`${home}/plans`)
    const planOf = async (worker: string) => {
      const href = await page
        .getByRole('link', { name: new RegExp(worker) })
        .first()
        .getAttribute('href')
      return String(href)
    }
    const [olena, lan] = [await planOf('Olena'), await planOf('Lan')]
    await look(page, olena, name('plan'))
    await look(page, `${lan.replace(/\/check$/, '')}/check`, name('launch'))
    await look(page, `${lan.replace(/\/check$/, '')}/facts`, name('facts'))
    expect(errors).toEqual([])
  },
  240_000,
)

it.each(languages.flatMap((language) => shapes.map((shape) => ({ language, ...shape }))))(
  'the screens of an advisor in $language, $shape',
  async ({ language, shape, viewport, colorScheme }) => {
    const { page, errors } = await openPage(browser, { locale: language, viewport, colorScheme })
    const home = await signIn(page, 'admin')
    const name = (screen: string) => `screen-advisor-${screen}-${language}-${shape}`
    await look(page, home, name('home'))
    for (const screen of ['questions', 'questions?state=answered', 'announcements', 'announcements/new', 'members'])
      await look(page, `${home}/${screen}`, name(screen.replace(/[/?=]/g, '-')))
    await look(page, `${home}/settings`, name('settings'))
    await page.goto(`${home}/announcements`)
    await page.locator('[aria-expanded]').first().click()
    await expectAccessible(page)
    await screenshot(page, name('announcement-texts'))
    // What belongs to employers is not there for an advisor.
    await page.goto(`${home}/plans`)
    await expect.poll(() => page.getByRole('heading', { level: 1 }).count(), { timeout: 30_000 }).toBe(1)
    expect(await page.getByRole('main').getByRole('listitem').count()).toBe(0)
    expect(errors).toEqual([])
  },
  240_000,
)

it('a buddy sees the plans that are theirs, and no more than a buddy may', async () => {
  const { page } = await openPage(browser, { locale: 'en' })
  const home = await signIn(page, 'buddy')
  await look(page, home, 'buddy-home')
  await expect.poll(() => page.getByRole('link', { name: 'Members' }).count()).toBe(0)
  await page.goto(`${home}/members`)
  await settle(page)
  expect(await page.locator('main').innerText()).not.toContain('@')
})

it('an address that is not there says so, and leads back', async () => {
  const { page } = await openPage(browser, { locale: 'fi' })
  const home = await signIn(page, 'owner')
  for (const path of [`${home}/plans/00000000-0000-4000-8000-000000000000`, '/o/nobody', `${home}/nowhere`]) {
    await page.goto(path)
    await expectAccessible(page)
    expect(await page.getByRole('link').count()).toBeGreaterThan(0)
  }
})
