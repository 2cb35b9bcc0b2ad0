import type { Role } from '@kase/shared/identity/role.policy.ts'
import type { Insertable } from 'kysely'
import type { DB } from '../../db/schema.ts'
import type { TenantDb } from '../../db/scope.ts'

interface MemberKey {
  readonly tenantId: string
  readonly userId: string
}

/** False when the person is a member already; their role then stays as it is. */
export async function insertMember(db: TenantDb, member: Insertable<DB['member']>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('member')
    .values(member)
    .onConflict((conflict) => conflict.columns(['tenantId', 'userId']).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export const listMembers = (db: TenantDb, tenantId: string) =>
  db
    .selectFrom('member')
    .select(['userId', 'name', 'email', 'role', 'createdAt'])
    .where('tenantId', '=', tenantId)
    .orderBy('name')
    .orderBy('userId')
    .execute()

/** Who has this role, locked until the transaction ends, always in the same order. */
export const lockMembersWithRole = (db: TenantDb, tenantId: string, role: Role) =>
  db
    .selectFrom('member')
    .select('userId')
    .where('tenantId', '=', tenantId)
    .where('role', '=', role)
    .orderBy('userId')
    .forUpdate()
    .execute()

export const lockMember = (db: TenantDb, tenantId: string, userId: string) =>
  db
    .selectFrom('member')
    .select(['role', 'name', 'email'])
    .where('tenantId', '=', tenantId)
    .where('userId', '=', userId)
    .forUpdate()
    .executeTakeFirst()

export async function hasMember(db: TenantDb, { tenantId, userId }: MemberKey): Promise<boolean> {
  const row = await db
    .selectFrom('member')
    .select('userId')
    .where('tenantId', '=', tenantId)
    .where('userId', '=', userId)
    .executeTakeFirst()
  return row !== undefined
}

export async function hasMemberWithEmail(db: TenantDb, tenantId: string, email: string): Promise<boolean> {
  const row = await db
    .selectFrom('member')
    .select('userId')
    .where('tenantId', '=', tenantId)
    .where('email', '=', email)
    .executeTakeFirst()
  return row !== undefined
}

export async function updateMemberRole(db: TenantDb, { tenantId, userId }: MemberKey, role: Role): Promise<void> {
  await db.updateTable('member').set({ role }).where('tenantId', '=', tenantId).where('userId', '=', userId).execute()
}

export async function deleteMember(db: TenantDb, { tenantId, userId }: MemberKey): Promise<void> {
  await db.deleteFrom('member').where('tenantId', '=', tenantId).where('userId', '=', userId).execute()
}
