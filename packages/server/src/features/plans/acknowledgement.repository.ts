import { sql } from 'kysely'
import type { Language } from '@kase/shared/locales.ts'
import type { TenantDb } from '../../db/scope.ts'

export interface AcknowledgementRow {
  readonly planTaskId: string
  /** The template version whose words were read. */
  readonly textVersionId: string
  readonly at: Date
}

/** What a participant has confirmed to have read, oldest first. */
export async function listAcknowledgements(
  db: TenantDb,
  { planId, participantId }: { planId: string; participantId: string },
): Promise<AcknowledgementRow[]> {
  const rows = await db
    .selectFrom('planEvent')
    .select(['planTaskId', 'at', sql<string>`detail ->> 'textVersionId'`.as('textVersionId')])
    .where('planId', '=', planId)
    .where('participantId', '=', participantId)
    .where('kind', '=', 'acknowledged')
    .orderBy('id')
    .execute()
  return rows.flatMap(({ planTaskId, ...row }) => (planTaskId === null ? [] : [{ planTaskId, ...row }]))
}

export interface ReadingRow {
  readonly planTaskId: string
  readonly participantId: string
  readonly at: Date
  readonly version: number
  readonly language: Language
}

/** What has been confirmed to be read in a plan, as far as the scope may see it, oldest first. */
export async function listReadings(db: TenantDb, planId: string): Promise<ReadingRow[]> {
  const rows = await db
    .selectFrom('planEvent')
    .select([
      'planTaskId',
      'participantId',
      'at',
      sql<number>`(detail ->> 'version')::int`.as('version'),
      sql<Language>`detail ->> 'language'`.as('language'),
    ])
    .where('planId', '=', planId)
    .where('kind', '=', 'acknowledged')
    .orderBy('id')
    .execute()
  return rows.flatMap(({ planTaskId, participantId, ...row }) =>
    planTaskId === null || participantId === null ? [] : [{ planTaskId, participantId, ...row }],
  )
}

/** Urgent versions newer than those that the words of a plan's tasks come from: the newest for each. */
export const listUrgentVersions = (db: TenantDb, planId: string): Promise<{ oldId: string; newId: string }[]> =>
  db
    .selectFrom('templateVersion as old')
    .innerJoin('templateVersion as v', (join) =>
      join
        .onRef('v.tenantId', '=', 'old.tenantId')
        .onRef('v.templateId', '=', 'old.templateId')
        .onRef('v.number', '>', 'old.number'),
    )
    .select(['old.id as oldId', 'v.id as newId'])
    .distinctOn('old.id')
    .where('old.id', 'in', (eb) =>
      eb.selectFrom('planTask as t').select('t.textVersionId').where('t.planId', '=', planId),
    )
    .where('v.severity', '=', 'urgent')
    .orderBy('old.id')
    .orderBy('v.number', 'desc')
    .execute()
