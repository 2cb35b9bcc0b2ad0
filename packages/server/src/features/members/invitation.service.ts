import { randomUUID } from 'node:crypto'
import { DomainError } from '@kase/shared/errors.ts'
import type { Invite } from '@kase/shared/identity/member.schema.ts'
import type { OrganisationKind, Role } from '@kase/shared/identity/role.policy.ts'
import type { StaffLanguage } from '@kase/shared/locales.ts'
import type { TenantDb } from '../../db/scope.ts'
import type { Dependencies } from '../../infra/dependencies.ts'
import { createToken, hashToken, tokenPattern } from '../../infra/secrets.ts'
import type { Actor, Person } from '../../trpc/context.ts'
import { recordAudit } from '../audit/audit.service.ts'
import { queueMail } from '../mail/mail.service.ts'
import { getOrganisation } from '../organisations/organisation.service.ts'
import { addMember, hasMemberWithEmail, requireRoleOfKind } from './member.service.ts'
import * as repository from './invitation.repository.ts'

/** Invitations become members. The token travels by mail only; the table knows its hash. */

const lifeInDays = 14

export interface Invitation {
  readonly id: string
  readonly email: string
  readonly role: Role
  readonly inviterName: string | null
  /** ISO 8601, UTC, as the next two. */
  readonly createdAt: string
  readonly expiresAt: string
  readonly isExpired: boolean
}

export async function listInvitations({ now }: Dependencies, db: TenantDb, actor: Actor): Promise<Invitation[]> {
  const rows = await repository.listOpenInvitations(db, actor.tenantId)
  return rows.map((row) => ({
    ...row,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    isExpired: row.expiresAt <= now(),
  }))
}

/**
 * Invites an address; an open invitation to the same one is replaced.
 *
 * @throws DomainError `role-not-of-kind`; `already-member`
 */
export async function invite(deps: Dependencies, db: TenantDb, actor: Actor, { email, role }: Invite) {
  const { tenantId } = actor
  requireRoleOfKind(actor.kind, role)
  if (await hasMemberWithEmail(db, tenantId, email)) throw new DomainError('already-member')
  await repository.revokeInvitationsTo(db, { tenantId, email }, deps.now())
  const id = randomUUID()
  const { token, tokenHash, expiresAt } = newToken(deps)
  await repository.insertInvitation(db, {
    tenantId,
    id,
    email,
    role,
    tokenHash,
    expiresAt,
    invitedBy: actor.userId,
    createdAt: deps.now(),
  })
  await sendInvitation(deps, db, actor, { email, role, token, expiresAt })
  await recordAudit(db, actor, 'invitation.created', id, { email, role })
  return { id }
}

/** Sends a new link, which replaces the old one, with a new life. @throws DomainError `not-found` */
export async function resendInvitation(deps: Dependencies, db: TenantDb, actor: Actor, id: string): Promise<void> {
  const { token, tokenHash, expiresAt } = newToken(deps)
  const renewed = await repository.renewInvitation(db, { tenantId: actor.tenantId, id }, { tokenHash, expiresAt })
  if (!renewed) throw new DomainError('not-found')
  await sendInvitation(deps, db, actor, { ...renewed, token, expiresAt })
  await recordAudit(db, actor, 'invitation.resent', id, { email: renewed.email })
}

/** @throws DomainError `not-found` */
export async function revokeInvitation({ now }: Dependencies, db: TenantDb, actor: Actor, id: string): Promise<void> {
  const revoked = await repository.revokeInvitation(db, { tenantId: actor.tenantId, id }, now())
  if (!revoked) throw new DomainError('not-found')
  await recordAudit(db, actor, 'invitation.revoked', id, { email: revoked.email })
}

export interface InvitationPreview {
  readonly organisationName: string
  readonly organisationKind: OrganisationKind
  /** The language of the organisation. */
  readonly language: StaffLanguage
  /** First letter and domain: enough to know which of one's addresses is meant. */
  readonly maskedEmail: string
  readonly role: Role
}

/** What an invitation offers. @throws DomainError `invitation-invalid` for every token that cannot be accepted */
export async function previewInvitation(deps: Dependencies, token: string): Promise<InvitationPreview> {
  const { name, kind, language, email, role } = await findUsable(deps, token)
  return { organisationName: name, organisationKind: kind, language, maskedEmail: maskEmail(email), role }
}

/**
 * Makes the signed-in person a member, once. Only the address that was invited may accept.
 *
 * @throws DomainError `invitation-invalid`; `invitation-other-address`; `already-member`
 */
export async function acceptInvitation(
  deps: Dependencies,
  person: Person,
  token: string,
): Promise<{ readonly slug: string }> {
  const { tenantId, id, slug, email } = await findUsable(deps, token)
  if (person.email.toLowerCase() !== email) throw new DomainError('invitation-other-address')
  const { userId } = person
  return deps.db.withTenant({ tenantId, userId }, async (db) => {
    const accepted = await repository.acceptInvitation(db, { tenantId, id }, hashToken(token), deps.now())
    if (!accepted) throw new DomainError('invitation-invalid')
    const { role } = accepted
    if (!(await addMember(db, { tenantId, person, role }))) throw new DomainError('already-member')
    await recordAudit(db, { tenantId, userId }, 'invitation.accepted', id, { role })
    return { slug }
  })
}

async function findUsable({ db, now }: Dependencies, token: string) {
  if (!tokenPattern.test(token)) throw new DomainError('invitation-invalid')
  const hash = hashToken(token)
  const invitation = await db.readTokenHash(hash, (scoped) => repository.findByToken(scoped, hash, now()))
  if (!invitation) throw new DomainError('invitation-invalid')
  return invitation
}

function newToken({ now }: Dependencies) {
  const token = createToken()
  return { token, tokenHash: hashToken(token), expiresAt: new Date(now().getTime() + lifeInDays * 86_400_000) }
}

interface SentInvitation {
  readonly email: string
  readonly role: Role
  readonly token: string
  readonly expiresAt: Date
}

async function sendInvitation(deps: Dependencies, db: TenantDb, actor: Actor, invitation: SentInvitation) {
  const { email, role, token, expiresAt } = invitation
  const { tenantId } = actor
  const { name, language } = await getOrganisation(db, { tenantId })
  await queueMail(deps, db, {
    tenantId,
    template: 'invitation',
    language,
    to: email,
    payload: { organisation: name, inviter: actor.name, role, expiresAt: expiresAt.toISOString() },
    secret: token,
  })
}

function maskEmail(email: string): string {
  const [local = '', domain = ''] = email.split('@')
  return `${local.slice(0, 1)}…@${domain}`
}
