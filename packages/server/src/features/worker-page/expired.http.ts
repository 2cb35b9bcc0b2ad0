import type { Request, Response } from 'express'
import type { Dependencies } from '../../infra/dependencies.ts'
import { getOrganisation } from '../organisations/organisation.service.ts'
import { getParticipant } from '../plans/plan-access.service.ts'
import type { OpenedLink } from '../share-links/share-link.service.ts'
import { expiredDocument } from './expired.page.tsx'
import type { LinkSessions } from './link-session.ts'
import { askedLanguage } from './reader-language.ts'
import { linkGoneHeader } from './refusal.http.ts'

interface ExpiredVisit {
  readonly request: Request
  readonly response: Response
  readonly opened: Extract<OpenedLink, { kind: 'expired' }>
}

/** Says to the holder of an expired link, in their language, that it has ended. */
export async function sendExpired(
  deps: Dependencies,
  _sessions: LinkSessions,
  { request, response, opened: { scope, expiresAt } }: ExpiredVisit,
): Promise<void> {
  const { participant, employer } = await deps.db.withLink(scope, async (db) => ({
    participant: await getParticipant(db, scope.planId, scope.participantId),
    employer: await getOrganisation(db, scope),
  }))
  const reader = askedLanguage(request) ?? participant.language
  response
    .status(410)
    .set(linkGoneHeader, 'gone')
    .type('html')
    .send(expiredDocument({ reader, employer, expiredAt: expiresAt }))
}
