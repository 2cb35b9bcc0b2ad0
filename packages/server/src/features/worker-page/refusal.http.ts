import type { Request, Response } from 'express'
import { DomainError } from '@kase/shared/errors.ts'
import type { WorkerText } from '@kase/shared/i18n/worker/worker-texts.ts'
import type { Dependencies } from '../../infra/dependencies.ts'
import { deadEndDocument } from './dead-end.page.tsx'
import { askedLanguage, chosenLanguage, phoneLanguage } from './reader-language.ts'

/** Answers to requests that open no plan. */

/** Tells the phone's own copy of a plan to go: the link that it came from works no more. */
export const linkGoneHeader = 'Kase-Link'

/**
 * Answers a token that opens nothing. Malformed, unknown, guessed and revoked look the same, byte for byte. Each counts
 * against the caller's address; past the limit the answer is the same for all of them again.
 */
export async function refuseLink({ limits }: Dependencies, request: Request, response: Response): Promise<void> {
  response.set(linkGoneHeader, 'gone')
  try {
    await limits.consume('link-refused', request.ip ?? '')
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    response.set('Retry-After', String(error.params['seconds'] ?? 60))
    return deadEnd(request, response, { status: 429, title: 'link.tooMany', text: 'link.tooManyMore' })
  }
  deadEnd(request, response, { status: 404, title: 'link.wrong', text: 'link.wrongMore', inAllLanguages: true })
}

interface DeadEnd {
  readonly status: number
  readonly title: WorkerText
  readonly text: WorkerText
  readonly inAllLanguages?: boolean
}

export function deadEnd(request: Request, response: Response, { status, ...page }: DeadEnd): void {
  const reader = askedLanguage(request) ?? chosenLanguage(request) ?? phoneLanguage(request)
  response
    .status(status)
    .type('html')
    .send(deadEndDocument({ reader, ...page }))
}
