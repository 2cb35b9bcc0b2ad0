import type { CookieOptions, Request } from 'express'
import { tokenPattern } from '../../infra/secrets.ts'
import { readCookie } from './link-session.ts'

/** What a phone remembers of its reader, apart from the link itself. Nothing of it changes the plan. */

/** Larger letters. */
export const textSizeCookie = 'kw_text'

/** The key under which a phone's questions are kept; whoever opens the same link elsewhere has another. */
export const askerCookie = 'kw_ask'

export function askerKeyOf(request: Request): string | undefined {
  const key = readCookie(request.get('cookie'), askerCookie)
  return key !== undefined && tokenPattern.test(key) ? key : undefined
}

const yearMs = 365 * 86_400_000

/** How long and for which addresses a phone keeps a setting. */
export const phoneCookie = (publicUrl: string): CookieOptions => ({
  path: '/p',
  sameSite: 'lax',
  httpOnly: true,
  secure: publicUrl.startsWith('https://'),
  maxAge: yearMs,
})
