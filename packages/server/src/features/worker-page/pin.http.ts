import type { Request, Response } from 'express'
import { DomainError } from '@kase/shared/errors.ts'
import type { Dependencies } from '../../infra/dependencies.ts'
import { checkLinkPin, pinProof } from '../share-links/link-pin.service.ts'
import type { OpenedLink } from '../share-links/share-link.service.ts'
import { getParticipant } from '../plans/plan-access.service.ts'
import { formField, isOwnForm } from './form-guard.ts'
import type { LinkSession, LinkSessions } from './link-session.ts'
import { pinDocument, type PinState } from './pin.page.tsx'
import { askedLanguage, chosenLanguage } from './reader-language.ts'

/** The code of a link, where HR has set one: asked once on each phone. */

const dayMs = 86_400_000
/** The longest that browsers keep a cookie. */
const longestCookieDays = 400

interface Kept {
  readonly response: Response
  readonly opened: OpenedLink
  readonly session: LinkSession
}

/** Makes the phone remember a link, as long as the link works. */
export function keepSession(
  { now }: Pick<Dependencies, 'now'>,
  sessions: LinkSessions,
  { response, opened: { linkId, expiresAt }, session }: Kept,
): void {
  const left = Math.min(expiresAt.getTime() - now().getTime(), longestCookieDays * dayMs)
  response.cookie(sessions.cookieName(sessions.refOf(linkId)), sessions.seal(session), sessions.cookieOptions(left))
}

/** Whether a phone has given the code that the link has now; without a code there is nothing to give. */
export const hasPin = ({ pinHash }: OpenedLink, { pin }: LinkSession): boolean =>
  pinHash === null || pin === pinProof(pinHash)

interface Asked extends Kept {
  readonly request: Request
  readonly base: string
}

/** Asks for the code, or takes it: `POST …/pin`. Nothing of the plan is shown before. */
export async function askPin(deps: Dependencies, sessions: LinkSessions, asked: Asked): Promise<void> {
  const { request, response, opened, session, base } = asked
  if (request.method !== 'POST' || request.path !== '/pin') return showPin(deps, sessions, asked, { kind: 'asked' })
  if (!isOwnForm(request, sessions.formToken(opened.linkId))) return showPin(deps, sessions, asked, { kind: 'asked' })
  try {
    const { isRight, triesLeft } = await checkLinkPin(deps, opened, formField(request, 'pin'))
    if (!isRight || opened.pinHash === null) return showPin(deps, sessions, asked, { kind: 'wrong', triesLeft })
    keepSession(deps, sessions, { response, opened, session: { ...session, pin: pinProof(opened.pinHash) } })
    response.redirect(303, `${base}/${langQuery(request)}`)
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'too-many-requests') throw error
    response.set('Retry-After', String(error.params['seconds'] ?? 3600))
    return showPin(deps, sessions, asked, { kind: 'locked' })
  }
}

const statusOf: Record<PinState['kind'], number> = { asked: 401, wrong: 401, locked: 429 }

async function showPin(
  { db }: Dependencies,
  sessions: LinkSessions,
  { request, response, opened: { scope, linkId }, base }: Asked,
  state: PinState,
): Promise<void> {
  const { language } = await db.readLink(scope, (tx) => getParticipant(tx, scope.planId, scope.participantId))
  const reader = askedLanguage(request) ?? chosenLanguage(request) ?? language
  response
    .status(statusOf[state.kind])
    .type('html')
    .send(pinDocument({ reader, state, base, query: langQuery(request), formToken: sessions.formToken(linkId) }))
}

/** A language that was chosen before the code goes on being asked for: nothing is kept on a phone that has not given it. */
function langQuery(request: Request): string {
  const asked = askedLanguage(request)
  return asked === undefined ? '' : `?lang=${asked}`
}
