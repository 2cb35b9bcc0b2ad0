import { createHmac } from 'node:crypto'
import type { CookieOptions } from 'express'
import type { Dependencies } from '../../infra/dependencies.ts'

/**
 * How a phone that has opened a link is known again without the token in its address: a cookie for that participant only.
 * The cookie holds the token, sealed; every visit looks the link up anew, so a revoked link ends at once.
 */
export interface LinkSessions {
  /** The short name of a link in addresses: nothing can be looked up by it. */
  readonly refOf: (linkId: string) => string
  readonly cookieName: (ref: string) => string
  readonly seal: (session: LinkSession) => string
  /** Undefined for a cookie that this service did not make. */
  readonly open: (value: string | undefined) => LinkSession | undefined
  readonly cookieOptions: (maxAgeMs: number) => CookieOptions
  /** What forms of a link carry: no page of another link, and no other site, can know it. */
  readonly formToken: (linkId: string) => string
}

export interface LinkSession {
  readonly token: string
  /** Good for the calendar feed only: an address that calendars keep must not open the page. */
  readonly isFeed?: true
  /** Shows that the link's code was given. */
  readonly pin?: string
}

export function createLinkSessions({ secrets, publicUrl }: Pick<Dependencies, 'secrets' | 'publicUrl'>): LinkSessions {
  const isSecure = publicUrl.startsWith('https://')
  const mac = (key: string, text: string): string => createHmac('sha256', key).update(text).digest('base64url')
  const refKey = secrets.derive('worker-page-ref')
  const formKey = secrets.derive('worker-page-form')
  return {
    refOf: (linkId) => mac(refKey, linkId).slice(0, 12),
    // `__Host-` binds the cookie to this very host; browsers take it over https only.
    cookieName: (ref) => `${isSecure ? '__Host-' : ''}kw_${ref}`,
    seal: (session) => secrets.encrypt(JSON.stringify(session)).toString('base64url'),
    open: (value) => {
      if (value === undefined) return undefined
      try {
        return JSON.parse(secrets.decrypt(Buffer.from(value, 'base64url'))) as LinkSession
      } catch {
        return undefined
      }
    },
    // Lax: a link tapped in a chat is a top-level visit from elsewhere, and must find the cookie.
    cookieOptions: (maxAge) => ({ httpOnly: true, secure: isSecure, sameSite: 'lax', path: '/', maxAge }),
    formToken: (linkId) => mac(formKey, linkId).slice(0, 22),
  }
}

/** The value of a cookie of a request. */
export function readCookie(header: string | undefined, name: string): string | undefined {
  for (const pair of header?.split(';') ?? []) {
    const at = pair.indexOf('=')
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim()
  }
  return undefined
}
