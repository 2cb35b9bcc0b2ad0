import type { Language } from '@kase/shared/locales.ts'
import type { StuckReason } from '@kase/shared/plans/stuck.schema.ts'
import type { TenantDb } from '../../db/scope.ts'

export interface HelpRequestRow {
  readonly id: string
  readonly planId: string
  readonly planTaskId: string
  readonly participantId: string
  readonly reason: StuckReason | null
  readonly body: string
  readonly language: Language
  readonly sentAt: Date
  readonly answer: string | null
  readonly answeredAt: Date | null
  readonly answeredBy: string | null
}

const columns = [
  'id',
  'planId',
  'planTaskId',
  'participantId',
  'reason',
  'body',
  'language',
  'sentAt',
  'answer',
  'answeredAt',
  'answeredBy',
] as const

export type NewHelpRequest = Omit<HelpRequestRow, 'answer' | 'answeredAt' | 'answeredBy'> & {
  readonly tenantId: string
}

/** The statement that keeps a request; one that is there already stays as it is. */
export const newHelpRequest = (db: TenantDb, request: NewHelpRequest) =>
  db
    .insertInto('helpRequest')
    .values(request)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')

/** What the scope may see of a plan, the newest first. */
export const listHelpRequests = (db: TenantDb, planId: string): Promise<HelpRequestRow[]> =>
  db
    .selectFrom('helpRequest')
    .select(columns)
    .where('planId', '=', planId)
    .orderBy('sentAt', 'desc')
    .limit(200)
    .execute()

interface Answer {
  readonly answer: string
  readonly answeredAt: Date
  readonly answeredBy: string
}

/** Answers a request that has no answer yet. Returns whether it did. */
export async function updateAnswer(db: TenantDb, id: string, answer: Answer): Promise<boolean> {
  const rows = await db
    .updateTable('helpRequest')
    .set(answer)
    .where('id', '=', id)
    .where('answer', 'is', null)
    .returning('id')
    .execute()
  return rows.length > 0
}

export const findHelpRequest = (db: TenantDb, id: string): Promise<HelpRequestRow | undefined> =>
  db.selectFrom('helpRequest').select(columns).where('id', '=', id).executeTakeFirst()
