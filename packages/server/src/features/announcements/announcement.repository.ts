import type { AnnouncementTexts } from '@kase/shared/announcements/announcement.schema.ts'
import type { Language } from '@kase/shared/locales.ts'
import { sql } from 'kysely'
import type { LinkScope, TenantDb } from '../../db/scope.ts'

export interface AnnouncementRow {
  readonly tenantId: string
  readonly id: string
  readonly municipalityKeys: string[]
  readonly sourceLanguage: Language
  readonly texts: AnnouncementTexts
  readonly publishedAt: Date
  readonly endsAt: Date
  readonly withdrawnAt: Date | null
}

const columns = [
  'a.tenantId',
  'a.id',
  'a.municipalityKeys',
  'a.sourceLanguage',
  'a.texts',
  'a.publishedAt',
  'a.endsAt',
  'a.withdrawnAt',
] as const

/** What is to be shown now to a participant in the municipality of a plan and was not dismissed by them, the newest first. */
export const listUndismissed = (
  db: TenantDb,
  { planId, participantId, at }: { planId: string; participantId: string; at: Date },
): Promise<AnnouncementRow[]> =>
  db
    .selectFrom('announcement as a')
    .innerJoin('municipality as m', 'm.tenantId', 'a.tenantId')
    .leftJoin('announcementDismissal as d', (join) =>
      join.onRef('d.announcementId', '=', 'a.id').on('d.participantId', '=', participantId),
    )
    .select(columns)
    .where('m.key', '=', (eb) =>
      eb
        .selectFrom('plan')
        .select(sql<string>`facts ->> 'municipality'`.as('key'))
        .where('plan.id', '=', planId),
    )
    .where('a.withdrawnAt', 'is', null)
    .where('a.endsAt', '>', at)
    .where('a.publishedAt', '<=', at)
    .where('d.announcementId', 'is', null)
    .where((eb) =>
      eb.or([
        sql<boolean>`cardinality(${eb.ref('a.municipalityKeys')}) = 0`,
        sql<boolean>`${eb.ref('m.key')} = any(${eb.ref('a.municipalityKeys')})`,
      ]),
    )
    .orderBy('a.publishedAt', 'desc')
    .limit(5)
    .execute()

export async function insertDismissal(
  db: TenantDb,
  { tenantId, planId, participantId }: LinkScope,
  { announcementTenantId, announcementId, at }: { announcementTenantId: string; announcementId: string; at: Date },
): Promise<void> {
  await db
    .insertInto('announcementDismissal')
    .values({ tenantId, planId, participantId, announcementTenantId, announcementId, dismissedAt: at })
    .onConflict((conflict) => conflict.columns(['tenantId', 'participantId', 'announcementId']).doNothing())
    .execute()
}

export const findAnnouncement = (db: TenantDb, id: string): Promise<{ tenantId: string } | undefined> =>
  db.selectFrom('announcement').select('tenantId').where('id', '=', id).executeTakeFirst()

export interface NewAnnouncement {
  readonly tenantId: string
  readonly municipalityKeys: string[]
  readonly sourceLanguage: Language
  readonly texts: AnnouncementTexts
  readonly publishedAt: Date
  readonly endsAt: Date
  readonly createdBy: string
}

export async function insertAnnouncement(
  db: TenantDb,
  { texts, ...announcement }: NewAnnouncement,
): Promise<{ id: string }> {
  return db
    .insertInto('announcement')
    .values({ ...announcement, texts: JSON.stringify(texts) })
    .returning('id')
    .executeTakeFirstOrThrow()
}

/** The announcements of one advisor: what is still to be shown before what is over. */
export const listOfAdvisor = (db: TenantDb, tenantId: string): Promise<AnnouncementRow[]> =>
  db
    .selectFrom('announcement as a')
    .select(columns)
    .where('a.tenantId', '=', tenantId)
    .orderBy((eb) => eb('a.withdrawnAt', 'is not', null))
    .orderBy('a.endsAt', 'desc')
    .limit(100)
    .execute()

export async function updateWithdrawn(db: TenantDb, tenantId: string, id: string, at: Date): Promise<boolean> {
  const rows = await db
    .updateTable('announcement')
    .set({ withdrawnAt: at })
    .where('tenantId', '=', tenantId)
    .where('id', '=', id)
    .returning('id')
    .execute()
  return rows.length > 0
}
