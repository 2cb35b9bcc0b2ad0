import type { Insertable, Updateable } from 'kysely'
import type { DB } from '../../db/schema.ts'
import type { TenantDb } from '../../db/scope.ts'

/** Inserts the organisation unless its slug is taken by any other; false when it is. */
export async function insertOrganisation(db: TenantDb, organisation: Insertable<DB['organisation']>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('organisation')
    .values(organisation)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

const columns = [
  'tenantId',
  'kind',
  'slug',
  'name',
  'language',
  'municipalityKey as municipality',
  'sector',
  'brandColour',
  'contactName',
  'contactPhone',
  'contactEmail',
  'usesStarter',
] as const

export const getOrganisation = (db: TenantDb, tenantId: string) =>
  db.selectFrom('organisation').select(columns).where('tenantId', '=', tenantId).executeTakeFirstOrThrow()

export const findOrganisation = (db: TenantDb, tenantId: string) =>
  db.selectFrom('organisation').select(columns).where('tenantId', '=', tenantId).executeTakeFirst()

export type OrganisationRow = Awaited<ReturnType<typeof getOrganisation>>

export async function updateOrganisation(
  db: TenantDb,
  tenantId: string,
  changes: Updateable<DB['organisation']>,
): Promise<void> {
  await db.updateTable('organisation').set(changes).where('tenantId', '=', tenantId).execute()
}

/** The organisations of the person whose scope this is, by name. */
export const listJoined = (db: TenantDb, userId: string) =>
  db
    .selectFrom('member')
    .innerJoin('organisation as o', 'o.tenantId', 'member.tenantId')
    .where('member.userId', '=', userId)
    .select(['o.tenantId', 'o.kind', 'o.slug', 'o.name', 'o.language', 'o.brandColour', 'member.role'])
    .orderBy('o.name')
    .orderBy('o.tenantId')
    .execute()
