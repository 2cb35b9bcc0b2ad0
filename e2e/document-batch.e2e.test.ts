import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { Locator, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { expectAccessible, openBrowser, openPage, screenshot } from './harness/browser.ts'
import { signIn } from './harness/sign-in.ts'

/** Many PDFs in one file: of one family from the share dialog, of several arrivals from the list of plans. */

const browser = await openBrowser()

/** Names of the PDFs of an archive, once its checksums and the head of each file have been read. */
function pdfsIn(path: string): string[] {
  const script =
    'import sys,json,zipfile;z=zipfile.ZipFile(sys.argv[1]);assert z.testzip() is None;' +
    'assert all(z.read(n)[:5]==b"%PDF-" for n in z.namelist());print(json.dumps(z.namelist()))'
  return JSON.parse(execFileSync('python3', ['-c', script, path]).toString()) as string[]
}

/** Waits until the newest file of a list is ready, and takes it. */
async function take(page: Page, list: Locator): Promise<{ name: string; pdfs: string[] }> {
  const link = list.getByRole('listitem').first().getByRole('link')
  await link.waitFor({ timeout: 120_000 })
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
  const path = await download.path()
  expect(readFileSync(path).length).toBeGreaterThan(10_000)
  return { name: download.suggestedFilename(), pdfs: pdfsIn(path) }
}

async function openShareDialog(page: Page, home: string, worker: string): Promise<Locator> {
  await page.goto(`${home}/plans`)
  const href = await page.getByRole('link', { name: worker }).first().getAttribute('href')
  await page.goto(`${href}?share=true`)
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  return dialog
}

it('a family, in every language, from the share dialog', async () => {
  const { page, errors } = await openPage(browser, { locale: 'en', viewport: { width: 1440, height: 1000 } })
  const dialog = await openShareDialog(page, await signIn(page, 'hr'), 'Olena')
  const part = dialog.getByRole('region', { name: 'All PDFs in one file (ZIP)' })
  await part.getByText('All PDFs in one file (ZIP)').click()
  const text = part.getByText(/Makes .*PDF/)
  await text.waitFor()
  await part.getByLabel('Every language on offer').check()
  await part.getByLabel('One language').check()
  await part.getByLabel('Two languages side by side').uncheck()
  // The button waits until the number is that of what is chosen.
  const make = part.getByRole('button', { name: 'Make the ZIP file' })
  await make.click({ trial: true })
  const files = Number(/\d+/.exec(await text.innerText())?.[0])
  await expectAccessible(page)
  await make.click()
  const list = dialog.getByRole('list', { name: 'ZIP files' })
  await expect.poll(() => list.innerText(), { timeout: 30_000 }).toMatch(/[1-9]\d* of \d+ PDFs made/)
  expect(Number(await list.getByRole('progressbar').getAttribute('aria-valuenow'))).toBeGreaterThan(0)
  await expectAccessible(page)
  await screenshot(page, 'batch-progress')
  const { name, pdfs } = await take(page, list)
  expect(files).toBeGreaterThan(10)
  expect(pdfs).toHaveLength(files)
  expect(name).toMatch(/^Olena .*\.zip$/)
  expect(pdfs).toContain(`${name.replace(/ \S+\.zip$/, '')} uk.pdf`)
  await expectAccessible(page)
  await screenshot(page, 'batch-ready')
  await list.getByRole('button', { name: /^Remove/ }).click()
  await list.waitFor({ state: 'detached' })
  expect(errors).toEqual([])
}, 240_000)

it('two arrivals, from the list of plans, by keyboard on a phone in the dark', async () => {
  const { page, errors } = await openPage(browser, {
    locale: 'fi',
    viewport: { width: 390, height: 844 },
    colorScheme: 'dark',
  })
  await page.goto(`${await signIn(page, 'hr')}/plans`)
  const boxes = page.getByRole('checkbox', { name: /^Valitse / })
  await boxes.first().focus()
  await page.keyboard.press('Space')
  // Past the plan itself to the next one's box.
  for (const key of ['Tab', 'Tab', 'Space']) await page.keyboard.press(key)
  const bar = page.getByRole('region', { name: 'Mitä valituille tehdään' })
  expect(await bar.innerText()).toContain('2 valittu')
  await expectAccessible(page)
  await screenshot(page, 'batch-chosen-fi-dark')
  await bar.getByRole('button', { name: 'Valittujen PDF:t' }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByText(/Syntyy \d+ PDF:ää/).waitFor()
  await dialog.getByLabel('Taskusivu').check()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Tee ZIP-tiedosto' }).press('Enter')
  const { pdfs } = await take(page, dialog.getByRole('list', { name: 'ZIP-tiedostot' }))
  expect(new Set(pdfs.map((each) => each.split('/')[0])).size).toBe(2)
  expect(pdfs.some((each) => each.endsWith(' pocket.pdf'))).toBe(true)
  await expectAccessible(page)
  await screenshot(page, 'batch-chosen-ready-fi-dark')
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('list', { name: 'ZIP-tiedostot' }).waitFor()
  await expectAccessible(page)
  await screenshot(page, 'batch-list-fi-dark')
  expect(errors).toEqual([])
}, 240_000)

it('a buddy finds neither', async () => {
  const { page } = await openPage(browser, { locale: 'en' })
  await page.goto(`${await signIn(page, 'buddy')}/plans`)
  await expectAccessible(page)
  expect(await page.getByRole('checkbox').count()).toBe(0)
})
