import type { Page } from 'playwright-core'
import { expect, inject } from 'vitest'

/** Signs the page's browser in as the demo's first account with a role, and opens its organisation. @returns that path */
export async function signIn(page: Page, role: string): Promise<string> {
  const { demo, url } = inject('server')
  const account = demo.accounts.find((each) => each.role === role)!
  const answer = await page.request.post('/api/auth/sign-in/email', {
    data: { email: account.email, password: account.password },
    headers: { origin: url },
  })
  expect(answer.status()).toBe(200)
  await page.goto('/')
  await page.waitForURL(/\/o\//)
  return new URL(page.url()).pathname
}
