import type { LogoType } from '@kase/shared/identity/organisation-logo.schema.ts'
import type { TenantDb } from '../../db/scope.ts'

export interface LogoRow {
  readonly type: LogoType
  readonly data: Buffer
}

export const findLogo = (db: TenantDb, tenantId: string): Promise<LogoRow | undefined> =>
  db.selectFrom('organisationLogo').select(['type', 'data']).where('tenantId', '=', tenantId).executeTakeFirst()

/** Puts a logo in the place of the one before. */
export async function insertLogo(db: TenantDb, logo: LogoRow & { tenantId: string; setAt: Date }): Promise<void> {
  const { type, data, setAt } = logo
  await db
    .insertInto('organisationLogo')
    .values(logo)
    .onConflict((conflict) => conflict.column('tenantId').doUpdateSet({ type, data, setAt }))
    .execute()
}

/** False when there was none. */
export async function deleteLogo(db: TenantDb, tenantId: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('organisationLogo')
    .where('tenantId', '=', tenantId)
    .executeTakeFirstOrThrow()
  return numDeletedRows === 1n
}
