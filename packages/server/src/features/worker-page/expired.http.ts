import type { Request, Response } from 'express'
import { DomainError } from '@kase/shared/errors.ts'
import type { Dependencies } from '../../infra/dependencies.ts'
import { getOrganisation } from '../organisations/organisation.service.ts'
import { getParticipant } from '../plans/plan-access.service.ts'
import { maskedAddress, sendFreshLink } from '../share-links/fresh-link.service.ts'
import type { OpenedLink } from '../share-links/share-link.service.ts'
import { expiredDocument } from './expired.page.tsx'
import { isSameSite } from './form-guard.ts'
import { askedLanguage } from './reader-language.ts'
import { deadEnd, linkGoneHeader } from './refusal.http.ts'

interface ExpiredVisit {
  readonly request: Request
  readonly response: Response
  readonly opened: OpenedLink
  readonly base: string
}

/** Says to the holder of an expired link, in their language, that it has ended; `POST …/fresh` sends them another. */
export async function answerExpired(deps: Dependencies, visit: ExpiredVisit): Promise<void> {
  const { request, response, opened } = visit
  // The emptied phone knows no form token any more: whoever holds the token or its cookie may ask, from this site only.
  const isAsking = request.method === 'POST' && request.path === '/fresh' && isSameSite(request)
  if (!isAsking) return showExpired(deps, visit, false)
  try {
    await deps.limits.consume('fresh-link', opened.linkId)
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return deadEnd(request, response, { status: 429, title: 'link.tooMany', text: 'link.tooManyMore' })
  }
  await showExpired(deps, visit, await sendFreshLink(deps, opened.scope))
}

async function showExpired(
  deps: Dependencies,
  { request, response, opened: { scope, expiresAt }, base }: ExpiredVisit,
  isSent: boolean,
): Promise<void> {
  const [participant, employer] = await deps.db.readLink(scope, (db) =>
    Promise.all([getParticipant(db, scope.planId, scope.participantId), getOrganisation(db, scope)]),
  )
  const reader = askedLanguage(request) ?? participant.language
  const address = participant.email && maskedAddress(participant.email)
  response
    .status(isSent ? 200 : 410)
    .set(linkGoneHeader, 'gone')
    .type('html')
    .send(expiredDocument({ reader, employer, expiredAt: expiresAt, address, isSent, base }))
}
