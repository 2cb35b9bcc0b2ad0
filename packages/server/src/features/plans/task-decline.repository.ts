import type { DeclineReason } from '@kase/shared/plans/stuck.schema.ts'
import type { LinkScope, TenantDb } from '../../db/scope.ts'

export interface DeclineRow {
  readonly planTaskId: string
  readonly participantId: string
  readonly reason: DeclineReason
  readonly declinedAt: Date
}

/** Tasks of a plan that somebody has said are not for them, as far as the scope may see it. */
export const listDeclines = (db: TenantDb, planId: string): Promise<DeclineRow[]> =>
  db
    .selectFrom('taskDecline')
    .select(['planTaskId', 'participantId', 'reason', 'declinedAt'])
    .where('planId', '=', planId)
    .execute()

export interface NewDecline {
  readonly planTaskId: string
  readonly isPrivate: boolean
  readonly reason: DeclineReason
  readonly declinedAt: Date
}

/** In the scope of the link. Saying it twice changes nothing. */
export async function insertDecline(
  db: TenantDb,
  { tenantId, planId, participantId }: LinkScope,
  decline: NewDecline,
): Promise<void> {
  await db
    .insertInto('taskDecline')
    .values({ tenantId, planId, participantId, ...decline })
    .onConflict((conflict) => conflict.columns(['tenantId', 'planTaskId']).doNothing())
    .execute()
}

export async function deleteDecline(db: TenantDb, planTaskId: string): Promise<void> {
  await db.deleteFrom('taskDecline').where('planTaskId', '=', planTaskId).execute()
}
