import type { Insertable } from 'kysely'
import type { DB } from '../../db/schema.ts'
import type { TenantDb } from '../../db/scope.ts'

interface InvitationKey {
  readonly tenantId: string
  readonly id: string
}

export async function insertInvitation(db: TenantDb, invitation: Insertable<DB['invitation']>): Promise<void> {
  await db.insertInto('invitation').values(invitation).execute()
}

/** Those that nobody has accepted or revoked, the expired ones included; newest first. */
export const listOpenInvitations = (db: TenantDb, tenantId: string) =>
  db
    .selectFrom('invitation')
    .leftJoin('member as inviter', (join) =>
      join.onRef('inviter.tenantId', '=', 'invitation.tenantId').onRef('inviter.userId', '=', 'invitation.invitedBy'),
    )
    .select([
      'invitation.id',
      'invitation.email',
      'invitation.role',
      'invitation.createdAt',
      'invitation.expiresAt',
      'inviter.name as inviterName',
    ])
    .where('invitation.tenantId', '=', tenantId)
    .where('invitation.acceptedAt', 'is', null)
    .where('invitation.revokedAt', 'is', null)
    .orderBy('invitation.createdAt', 'desc')
    .orderBy('invitation.id')
    .execute()

/** Gives an open invitation a new token and a new end; undefined when there is no open one. */
export const renewInvitation = (
  db: TenantDb,
  { tenantId, id }: InvitationKey,
  renewed: { readonly tokenHash: Buffer; readonly expiresAt: Date },
) =>
  db
    .updateTable('invitation')
    .set(renewed)
    .where('tenantId', '=', tenantId)
    .where('id', '=', id)
    .where('acceptedAt', 'is', null)
    .where('revokedAt', 'is', null)
    .returning(['email', 'role'])
    .executeTakeFirst()

/** Revokes an open invitation; undefined when there is no open one. */
export const revokeInvitation = (db: TenantDb, { tenantId, id }: InvitationKey, revokedAt: Date) =>
  db
    .updateTable('invitation')
    .set({ revokedAt })
    .where('tenantId', '=', tenantId)
    .where('id', '=', id)
    .where('acceptedAt', 'is', null)
    .where('revokedAt', 'is', null)
    .returning(['email', 'role'])
    .executeTakeFirst()

/** Revokes the open invitations to an address: a new one replaces them. */
export async function revokeInvitationsTo(
  db: TenantDb,
  { tenantId, email }: { readonly tenantId: string; readonly email: string },
  revokedAt: Date,
): Promise<void> {
  await db
    .updateTable('invitation')
    .set({ revokedAt })
    .where('tenantId', '=', tenantId)
    .where('email', '=', email)
    .where('acceptedAt', 'is', null)
    .where('revokedAt', 'is', null)
    .execute()
}

/** The usable invitation that the scope's token names, with its organisation. */
export const findByToken = (db: TenantDb, tokenHash: Buffer, now: Date) =>
  db
    .selectFrom('invitation as i')
    .innerJoin('organisation as o', 'o.tenantId', 'i.tenantId')
    .select(['i.tenantId', 'i.id', 'i.email', 'i.role', 'i.expiresAt', 'o.name', 'o.slug', 'o.kind', 'o.language'])
    .where('i.tokenHash', '=', tokenHash)
    .where('i.acceptedAt', 'is', null)
    .where('i.revokedAt', 'is', null)
    .where('i.expiresAt', '>', now)
    .executeTakeFirst()

/** Marks an invitation as accepted if it is still usable with this token; the role it gives, or undefined when it is not. */
export const acceptInvitation = (db: TenantDb, { tenantId, id }: InvitationKey, tokenHash: Buffer, now: Date) =>
  db
    .updateTable('invitation')
    .set({ acceptedAt: now })
    .where('tenantId', '=', tenantId)
    .where('id', '=', id)
    .where('tokenHash', '=', tokenHash)
    .where('acceptedAt', 'is', null)
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', now)
    .returning('role')
    .executeTakeFirst()
