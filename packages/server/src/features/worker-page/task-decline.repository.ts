import type { DeclineReason } from '@kase/shared/plans/stuck.schema.ts'
import type { LinkScope, TenantDb } from '../../db/scope.ts'

/** Tasks of a plan that somebody has said are not for them: ids with the reason. */
export async function listDeclines(db: TenantDb, planId: string): Promise<ReadonlyMap<string, DeclineReason>> {
  const rows = await db
    .selectFrom('taskDecline')
    .select(['planTaskId', 'reason'])
    .where('planId', '=', planId)
    .execute()
  return new Map(rows.map(({ planTaskId, reason }) => [planTaskId, reason]))
}

interface NewDecline {
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
