import { create as createQr } from 'qrcode'
import type { CivilDate } from '@kase/shared/calendar/civil-date.ts'
import { finnishDay } from '@kase/shared/calendar/civil-date.ts'
import { DomainError } from '@kase/shared/errors.ts'
import { hasOwnPage } from '@kase/shared/plans/own-page.ts'
import type { LinkScope, TenantDb } from '../../db/scope.ts'
import type { Dependencies } from '../../infra/dependencies.ts'
import { createToken, hashToken, tokenPattern } from '../../infra/secrets.ts'
import type { Actor } from '../../trpc/context.ts'
import { recordAudit } from '../audit/audit.service.ts'
import { queueMail } from '../mail/mail.service.ts'
import { getOrganisation } from '../organisations/organisation.service.ts'
import {
  getParticipant,
  getPlan,
  linkExpiry,
  recordEventOfChange,
  recordPlanEvent,
  setParticipantEmail,
  type PlanEventKind,
} from '../plans/plan-access.service.ts'
import {
  findByTokenHash,
  findCurrentLink,
  findShareLink,
  firstOpening,
  insertShareLink,
  listShareLinks,
  revokeShareLink,
  touchShareLink,
  type ShareLinkRow,
} from './share-link.repository.ts'

/** A link as the share dialog shows it. */
export interface ShareLinkView {
  readonly id: string
  readonly participantId: string
  readonly label: string
  readonly state: 'in-use' | 'expired' | 'revoked'
  /** Whether the holder must know a code as well. */
  readonly hasPin: boolean
  /** The whole address, while the link works. */
  readonly url: string | null
  readonly qr: QrCode | null
  readonly createdAt: string
  readonly expiresAt: string
  readonly revokedAt: string | null
  readonly firstOpenedAt: string | null
  readonly lastOpenedAt: string | null
}

/** A QR code as one SVG path on a square of `size` modules, the quiet zone of four modules included. */
export interface QrCode {
  readonly size: number
  readonly path: string
}

interface Person {
  readonly planId: string
  readonly participantId: string
}

/**
 * Makes a participant's link; the one that stood before is revoked, so that one person has one link.
 *
 * @throws DomainError `not-found`; `participant-has-no-link` for a small child
 */
export async function createLink(
  deps: Dependencies,
  db: TenantDb,
  actor: Actor,
  { planId, participantId, label }: Person & { label: string },
): Promise<{ linkId: string }> {
  const participant = await getParticipant(db, planId, participantId)
  if (!hasOwnPage(participant)) throw new DomainError('participant-has-no-link')
  const before = await findCurrentLink(db, participantId)
  if (before) await revokeShareLink(db, before.id, deps.now())
  const token = createToken()
  const link = await insertShareLink(db, {
    tenantId: actor.tenantId,
    planId,
    participantId,
    tokenHash: hashToken(token),
    tokenEncrypted: deps.secrets.encrypt(token),
    label,
    // A code outlives the token that it goes with.
    pinHash: before?.pinHash ?? null,
    createdBy: actor.userId,
    createdAt: deps.now(),
    expiresAt: endOf(await linkExpiry(db, planId, deps.now())),
  })
  await note(db, actor, { planId, participantId }, before ? 'link-replaced' : 'link-made')
  return { linkId: link.id }
}

/** The moment when a day has ended everywhere in Finland, summer and winter. */
export const endOf = (day: CivilDate): Date => new Date(`${day}T22:00:00Z`)

async function note(db: TenantDb, actor: Actor, { planId, participantId }: Person, kind: PlanEventKind): Promise<void> {
  const { tenantId, userId } = actor
  await recordPlanEvent(db, { tenantId, planId, kind, actorKind: 'member', userId, detail: { participantId } })
  await recordAudit(db, actor, `link.${kind}`, planId, { participantId })
}

/** Every link of a plan, the newest first. */
export async function listLinks(deps: Dependencies, db: TenantDb, planId: string): Promise<ShareLinkView[]> {
  await getPlan(db, planId)
  return (await listShareLinks(db, planId)).map((link) => linkView(deps, link))
}

function linkView(deps: Dependencies, link: ShareLinkRow): ShareLinkView {
  const state = stateOf(link, deps.now())
  const url = state === 'in-use' ? linkUrl(deps, link) : null
  return {
    id: link.id,
    participantId: link.participantId,
    label: link.label,
    state,
    hasPin: link.pinHash !== null,
    url,
    qr: url === null ? null : qrCode(url),
    createdAt: link.createdAt.toISOString(),
    expiresAt: link.expiresAt.toISOString(),
    revokedAt: link.revokedAt?.toISOString() ?? null,
    firstOpenedAt: link.firstOpenedAt?.toISOString() ?? null,
    lastOpenedAt: link.lastOpenedAt?.toISOString() ?? null,
  }
}

export const stateOf = (
  { revokedAt, expiresAt }: Pick<ShareLinkRow, 'revokedAt' | 'expiresAt'>,
  now: Date,
): ShareLinkView['state'] => (revokedAt ? 'revoked' : expiresAt <= now ? 'expired' : 'in-use')

/** The address of a link: the token is decrypted for this, and stays in memory only. */
export const linkUrl = (
  { secrets, publicUrl }: Pick<Dependencies, 'secrets' | 'publicUrl'>,
  { tokenEncrypted }: Pick<ShareLinkRow, 'tokenEncrypted'>,
): string => `${publicUrl}/p/${secrets.decrypt(tokenEncrypted)}`

export function qrCode(text: string): QrCode {
  const { modules } = createQr(text, { errorCorrectionLevel: 'M' })
  const quiet = 4
  const cells: string[] = []
  for (let row = 0; row < modules.size; row += 1)
    for (let column = 0; column < modules.size; column += 1)
      if (modules.get(row, column)) cells.push(`M${column + quiet} ${row + quiet}h1v1h-1z`)
  return { size: modules.size + 2 * quiet, path: cells.join('') }
}

/** @throws DomainError `not-found` */
export async function revokeLink(
  deps: Dependencies,
  db: TenantDb,
  actor: Actor,
  { planId, linkId }: { planId: string; linkId: string },
): Promise<void> {
  const link = await findShareLink(db, planId, linkId)
  if (!link) throw new DomainError('not-found')
  if (link.revokedAt) return
  await revokeShareLink(db, linkId, deps.now())
  await note(db, actor, link, 'link-revoked')
}

/**
 * Sends a participant their link by mail, in their language. An address that is given is remembered.
 *
 * @throws DomainError `address-missing`; `link-revoked` when there is no link that works
 */
export async function sendLink(
  deps: Dependencies,
  db: TenantDb,
  actor: Actor,
  { planId, participantId, to }: Person & { to?: string | undefined },
): Promise<void> {
  const participant = await getParticipant(db, planId, participantId)
  const address = to ?? participant.email
  if (!address) throw new DomainError('address-missing')
  if (to && to !== participant.email) await setParticipantEmail(db, participantId, to)
  const link = await findCurrentLink(db, participantId)
  if (!link || stateOf(link, deps.now()) !== 'in-use') throw new DomainError('link-revoked')
  await queueLinkMail(deps, db, { tenantId: actor.tenantId, participant, link, to: address })
  await note(db, actor, { planId, participantId }, 'link-sent')
}

interface LinkMail {
  readonly tenantId: string
  readonly participant: Awaited<ReturnType<typeof getParticipant>>
  readonly link: Pick<ShareLinkRow, 'expiresAt' | 'tokenEncrypted'>
  readonly to: string
}

/** Puts the mail with a link into the outbox, in the participant's language. */
export async function queueLinkMail(
  deps: Dependencies,
  db: TenantDb,
  { tenantId, participant, link, to }: LinkMail,
): Promise<void> {
  const employer = await getOrganisation(db, { tenantId })
  await queueMail(deps, db, {
    tenantId,
    template: 'share-link',
    language: participant.language,
    to,
    payload: {
      name: participant.name,
      employer: employer.name,
      expiresAt: link.expiresAt.toISOString(),
      ...(employer.contactName && {
        contact: [employer.contactName, employer.contactPhone].filter(Boolean).join(', '),
      }),
      ...(employer.contactEmail && { contactEmail: employer.contactEmail }),
    },
    secret: deps.secrets.decrypt(link.tokenEncrypted),
    planId: participant.planId,
    participantId: participant.id,
  })
}

/** What a token opens: the page, the notice that it has expired, or nothing at all. */
export interface OpenedLink {
  readonly kind: 'open' | 'expired'
  readonly scope: LinkScope
  readonly linkId: string
  readonly expiresAt: Date
  /** Hash of the code that the holder must know as well; null where there is none. */
  readonly pinHash: string | null
}

/** Looks a token up by its hash. A malformed, unknown, guessed and revoked token are the same: undefined. Changes nothing. */
export async function openToken(
  { db, now }: Pick<Dependencies, 'db' | 'now'>,
  token: string,
): Promise<OpenedLink | undefined> {
  if (!tokenPattern.test(token)) return undefined
  const hash = hashToken(token)
  const link = await db.readTokenHash(hash, (scoped) => findByTokenHash(scoped, hash))
  if (!link || link.revokedAt) return undefined
  const scope = { tenantId: link.tenantId, planId: link.planId, participantId: link.participantId }
  const kind = stateOf(link, now()) === 'expired' ? 'expired' : 'open'
  return { kind, scope, linkId: link.id, expiresAt: link.expiresAt, pinHash: link.pinHash }
}

/** Records that the holder has opened the page; asked for by the page itself, never by a GET. In the scope of the link. */
export async function recordOpening(
  db: TenantDb,
  { scope, linkId }: { scope: LinkScope; linkId: string },
  at: Date,
): Promise<void> {
  await Promise.all([
    recordEventOfChange(db, firstOpening(db, linkId, at), { ...scope, kind: 'opened', actorKind: 'participant', at }),
    touchShareLink(db, linkId, at),
  ])
}

/** The address that a participant's documents carry as QR code, if there is a link that works. */
export async function currentLinkUrl(
  deps: Dependencies,
  db: TenantDb,
  participantId: string,
): Promise<{ url: string; until: CivilDate } | undefined> {
  const link = await findCurrentLink(db, participantId)
  if (!link || stateOf(link, deps.now()) !== 'in-use') return undefined
  return { url: linkUrl(deps, link), until: finnishDay(link.expiresAt) }
}
