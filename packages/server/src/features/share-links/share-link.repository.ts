import type { TenantDb } from '../../db/scope.ts'

export interface ShareLinkRow {
  readonly id: string
  readonly tenantId: string
  readonly planId: string
  readonly participantId: string
  readonly tokenEncrypted: Buffer
  readonly label: string
  readonly createdAt: Date
  readonly expiresAt: Date
  readonly revokedAt: Date | null
  readonly firstOpenedAt: Date | null
  readonly lastOpenedAt: Date | null
  readonly pinHash: string | null
}

const columns = [
  'id',
  'tenantId',
  'planId',
  'participantId',
  'tokenEncrypted',
  'label',
  'createdAt',
  'expiresAt',
  'revokedAt',
  'firstOpenedAt',
  'lastOpenedAt',
  'pinHash',
] as const

export interface NewShareLink {
  readonly tenantId: string
  readonly planId: string
  readonly participantId: string
  readonly tokenHash: Buffer
  readonly tokenEncrypted: Buffer
  readonly label: string
  readonly pinHash: string | null
  readonly createdBy: string
  readonly createdAt: Date
  readonly expiresAt: Date
}

export async function insertShareLink(db: TenantDb, link: NewShareLink): Promise<ShareLinkRow> {
  return db.insertInto('shareLink').values(link).returning(columns).executeTakeFirstOrThrow()
}

/** All links of a plan, those that stand first, then the revoked ones, each the newest first. */
export const listShareLinks = (db: TenantDb, planId: string): Promise<ShareLinkRow[]> =>
  db
    .selectFrom('shareLink')
    .select(columns)
    .where('planId', '=', planId)
    .orderBy('revokedAt', (order) => order.desc().nullsFirst())
    .orderBy('createdAt', 'desc')
    .execute()

/** The link that stands for a participant now, if any. */
export const findCurrentLink = (db: TenantDb, participantId: string): Promise<ShareLinkRow | undefined> =>
  db
    .selectFrom('shareLink')
    .select(columns)
    .where('participantId', '=', participantId)
    .where('revokedAt', 'is', null)
    .orderBy('createdAt', 'desc')
    .limit(1)
    .executeTakeFirst()

export const findShareLink = (db: TenantDb, planId: string, linkId: string): Promise<ShareLinkRow | undefined> =>
  db.selectFrom('shareLink').select(columns).where('planId', '=', planId).where('id', '=', linkId).executeTakeFirst()

/** Looks a link up by its token's hash; works only in the scope of that hash. */
export const findByTokenHash = (db: TenantDb, tokenHash: Buffer): Promise<ShareLinkRow | undefined> =>
  db.selectFrom('shareLink').select(columns).where('tokenHash', '=', tokenHash).executeTakeFirst()

export async function revokeShareLink(db: TenantDb, linkId: string, at: Date): Promise<void> {
  await db
    .updateTable('shareLink')
    .set({ revokedAt: at })
    .where('id', '=', linkId)
    .where('revokedAt', 'is', null)
    .execute()
}

/** The statement that marks the first opening, if it is one. */
export const firstOpening = (db: TenantDb, linkId: string, at: Date) =>
  db
    .updateTable('shareLink')
    .set({ firstOpenedAt: at })
    .where('id', '=', linkId)
    .where('firstOpenedAt', 'is', null)
    .returning('id')

export async function touchShareLink(db: TenantDb, linkId: string, at: Date): Promise<void> {
  await db.updateTable('shareLink').set({ lastOpenedAt: at }).where('id', '=', linkId).execute()
}

/** Sets the code of a link, or with null takes it away. */
export async function setPinHash(db: TenantDb, linkId: string, pinHash: string | null): Promise<void> {
  await db.updateTable('shareLink').set({ pinHash }).where('id', '=', linkId).execute()
}
