import { expect, it } from 'vitest'
import { expectAccessible, openBrowser, openPage, screenshot } from './harness/browser.ts'
import { signIn } from './harness/sign-in.ts'

const browser = await openBrowser()

const svg = (inside: string): { name: string; mimeType: string; buffer: Buffer } => ({
  name: 'logo.svg',
  mimeType: 'image/svg+xml',
  buffer: Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 180 48">${inside}</svg>`),
})
const drawing = svg(
  '<rect width="180" height="48" rx="10" fill="#2f6b3c"/><circle cx="24" cy="24" r="16" fill="#fff"/>',
)

it('an owner gives the company a logo, is told what is wrong with another, and takes it away', async () => {
  const { page, errors } = await openPage(browser, {
    locale: 'en',
    viewport: { width: 390, height: 844 },
    colorScheme: 'dark',
  })
  await page.goto(`${await signIn(page, 'owner')}/settings`)
  const field = page.getByRole('group', { name: 'Logo' })
  const choose = async (button: string, file: typeof drawing): Promise<void> => {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      field.getByRole('button', { name: button }).press('Enter'),
    ])
    await chooser.setFiles(file)
  }
  await choose('Choose a logo', svg('<text>Oy</text>'))
  expect(await field.getByRole('alert').innerText()).toContain('Turn its texts into outlines')
  await choose('Choose a logo', { ...drawing, buffer: Buffer.alloc(5_000_000, ' ') })
  await field.getByText('The file is larger than 1 MB').waitFor()
  // Exactly as large as a logo may be: the whole way takes it.
  await choose('Choose a logo', { ...drawing, buffer: Buffer.from(drawing.buffer.toString().padEnd(1_000_000)) })
  const preview = field.getByRole('img', { name: 'The present logo' })
  await preview.waitFor()
  expect(await preview.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(0)
  expect(await field.getByRole('alert').count()).toBe(0)
  await expectAccessible(page)
  await field.scrollIntoViewIfNeeded()
  await screenshot(page, 'settings-logo')
  await page.reload()
  await preview.waitFor()
  await field.getByRole('button', { name: 'Remove the logo' }).press('Enter')
  await field.getByText('No logo').waitFor()
  const focused = page.locator('*:focus')
  await expect.poll(() => focused.innerText()).toBe('Choose a logo')
  expect(errors).toEqual([])
})
