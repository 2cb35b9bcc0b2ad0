import { randomUUID, timingSafeEqual } from 'node:crypto'
import { DomainError } from '@kase/shared/errors.ts'
import type { WorkerText } from '@kase/shared/i18n/worker/worker-texts.ts'
import { idSchema } from '@kase/shared/plans/plan.schema.ts'
import type { Request } from 'express'
import type { z } from 'zod'

/**
 * Whether a form came from the page it belongs to. Browsers say where a request comes from (`Sec-Fetch-Site`, else `Origin`);
 * the token of the link must be right in any case. `Origin: null` says nothing: that is what `no-referrer` makes of it.
 */
export function isOwnForm(request: Request, expectedToken: string): boolean {
  return isSameSite(request) && isEqual(formField(request, 'form'), expectedToken)
}

/** Whether a request comes from a page of this very site, as far as the browser says. */
export function isSameSite(request: Request): boolean {
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

/** The id that a form gives to what it makes; a new one where it gives none. */
export function onceOf(request: Request): string {
  const once = idSchema.safeParse(formField(request, 'once'))
  return once.success ? once.data : randomUUID()
}

/** A parameter of the address as text. */
export function queryField(request: Request, name: string): string | undefined {
  const value = request.query[name]
  return typeof value === 'string' ? value : undefined
}

/** A field that names a row. @throws DomainError `not-found` for what is no id */
export function idField(request: Request, name: string): string {
  const id = idSchema.safeParse(formField(request, name))
  if (!id.success) throw new DomainError('not-found')
  return id.data
}

/** The words for what is wrong with a text; `ifEmpty` where there is none. */
export function wordsForIssue({ issues }: z.ZodError, ifEmpty: WorkerText): WorkerText {
  const [issue] = issues
  if (issue?.message === 'too-long') return 'error.tooLong'
  return issue?.message === 'html' || issue?.message === 'hidden-characters' ? 'error.signs' : ifEmpty
}
