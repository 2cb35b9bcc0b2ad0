import { timingSafeEqual } from 'node:crypto'
import type { Request } from 'express'

/**
 * Whether a form came from the page it belongs to. Browsers say where a request comes from (`Sec-Fetch-Site`, else `Origin`);
 * the token of the link must be right in any case. `Origin: null` says nothing: that is what `no-referrer` makes of it.
 */
export function isOwnForm(request: Request, expectedToken: string): boolean {
  return isSameSite(request) && isEqual(formField(request, 'form'), expectedToken)
}

function isSameSite(request: Request): boolean {
  const site = request.get('sec-fetch-site')
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  const origin = request.get('origin')
  return origin === undefined || origin === 'null' || URL.parse(origin)?.host === request.get('host')
}

function isEqual(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** A field of a form as text; empty when it is missing or sent twice. */
export function formField(request: Request, name: string): string {
  const body: unknown = request.body
  const value = typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[name] : undefined
  return typeof value === 'string' ? value : ''
}

/** A parameter of the address as text. */
export function queryField(request: Request, name: string): string | undefined {
  const value = request.query[name]
  return typeof value === 'string' ? value : undefined
}
