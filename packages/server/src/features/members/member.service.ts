import { DomainError } from '@kase/shared/errors.ts'
import type { ChangeRole } from '@kase/shared/identity/member.schema.ts'
import { rolesOf, type OrganisationKind, type Role } from '@kase/shared/identity/role.policy.ts'
import type { TenantDb } from '../../db/scope.ts'
import type { Actor, Person } from '../../trpc/context.ts'
import { recordAudit } from '../audit/audit.service.ts'
import * as repository from './member.repository.ts'

/** The role that an organisation of each kind must always have somebody in. */
const headRole: Record<OrganisationKind, Role> = { employer: 'owner', advisor: 'admin' }

interface NewMember {
  readonly tenantId: string
  readonly person: Person
  readonly role: Role
}

/** Makes a person a member, with a copy of their name and address. False when they are one already: nothing changes then. */
export const addMember = (db: TenantDb, { tenantId, person, role }: NewMember): Promise<boolean> =>
  repository.insertMember(db, { tenantId, userId: person.userId, role, name: person.name, email: person.email })

export interface Member {
  readonly userId: string
  readonly name: string
  readonly email: string
  readonly role: Role
  /** ISO 8601, UTC. */
  readonly since: string
}

export async function listMembers(db: TenantDb, { tenantId }: { readonly tenantId: string }): Promise<Member[]> {
  const rows = await repository.listMembers(db, tenantId)
  return rows.map(({ createdAt, ...member }) => ({ ...member, since: createdAt.toISOString() }))
}

/** Whether this person is a member of the actor's organisation. */
export const isMember = (db: TenantDb, { tenantId }: { readonly tenantId: string }, userId: string): Promise<boolean> =>
  repository.hasMember(db, { tenantId, userId })

export const hasMemberWithEmail = repository.hasMemberWithEmail

/** @throws DomainError `role-not-of-kind`; `not-found`; `last-owner` when nobody would be left at the head */
export async function changeRole(db: TenantDb, actor: Actor, { userId, role }: ChangeRole): Promise<void> {
  requireRoleOfKind(actor.kind, role)
  const member = await lockForChange(db, actor, userId, role)
  if (member.role === role) return
  await repository.updateMemberRole(db, { tenantId: actor.tenantId, userId }, role)
  await recordAudit(db, actor, 'member.role-changed', userId, { name: member.name, from: member.role, to: role })
}

/** Ends a membership; the person keeps their account. @throws DomainError `not-found`; `last-owner` */
export async function removeMember(db: TenantDb, actor: Actor, userId: string): Promise<void> {
  const member = await lockForChange(db, actor, userId, undefined)
  await repository.deleteMember(db, { tenantId: actor.tenantId, userId })
  await recordAudit(db, actor, 'member.removed', userId, { name: member.name, role: member.role })
}

/** @throws DomainError `role-not-of-kind` */
export function requireRoleOfKind(kind: OrganisationKind, role: Role): void {
  if (!rolesOf[kind].includes(role)) throw new DomainError('role-not-of-kind')
}

/** The heads are locked first: of two who step down at the same moment, the second sees that the first has. */
async function lockForChange(db: TenantDb, { tenantId, kind }: Actor, userId: string, role: Role | undefined) {
  const head = headRole[kind]
  const heads = await repository.lockMembersWithRole(db, tenantId, head)
  const member = await repository.lockMember(db, tenantId, userId)
  if (!member) throw new DomainError('not-found')
  const isLastHead = heads.every((other) => other.userId === userId)
  if (role !== head && member.role === head && isLastHead) throw new DomainError('last-owner')
  return member
}
