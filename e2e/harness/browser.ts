import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { afterAll, expect, inject } from 'vitest'
import { chromiumFlags, findChromium } from './chromium.ts'

/**
 * Starts the machine's Chromium for one test file, and closes it when the file is done. Call it at the top of the file.
 *
 * @param environment in place of this process's own
 */
export async function openBrowser(environment?: Record<string, string>): Promise<Browser> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('No Chromium: install the package chromium, or set CHROMIUM_PATH.')
  const browser = await chromium.launch({
    executablePath,
    args: [...chromiumFlags],
    ...(environment && { env: environment }),
  })
  afterAll(() => browser.close())
  return browser
}

export interface JourneyPage {
  readonly page: Page
  /** What the page wrote to the console as an error, threw, or failed to load from the server; a journey ends with none. */
  readonly errors: string[]
}

/** Opens a page of its own, signed in nowhere, whose addresses start at the server of the journeys. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<JourneyPage> {
  const context = await browser.newContext({
    baseURL: inject('server').url,
    viewport: { width: 1280, height: 900 },
    ...options,
  })
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  page.on('response', (response) => {
    if (response.status() >= 500) errors.push(`${response.status()} ${response.url()}`)
  })
  return { page, errors }
}

/** Waits until the page has its title and nothing on it is being fetched any more. */
export async function settle(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1, includeHidden: true }).first().waitFor({ state: 'attached' })
  await expect.poll(() => page.locator('[aria-busy=true], .mantine-Skeleton-root').count(), { timeout: 30_000 }).toBe(0)
}

/**
 * Expects axe to find nothing on the page as it stands: WCAG 2.2 A and AA, and its best practices. axe is itself a script: for a
 * page opened without JavaScript, open the same address once more with it.
 */
export async function expectAccessible(page: Page): Promise<void> {
  await settle(page)
  // What the sticky header covers in the middle of a scroll counts as too small to touch.
  await page.evaluate(() => window.scrollTo(0, 0))
  const { violations } = await new AxeBuilder({ page })
    .options({ rules: { 'target-size': { enabled: true } } })
    .analyze()
  expect(
    violations.map(
      ({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ target }) => target.join(' ')).join(', ')})`,
    ),
  ).toEqual([])
}

/** Keeps a picture of the whole page as `e2e/results/<name>.png`, for people to look at. */
export async function screenshot(page: Page, name: string): Promise<void> {
  const folder = path.resolve(import.meta.dirname, '../results')
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true, animations: 'disabled' })
}
