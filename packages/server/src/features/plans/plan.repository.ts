import { sql } from 'kysely'
import { DomainError } from '@kase/shared/errors.ts'
import type { CivilDate } from '@kase/shared/calendar/civil-date.ts'
import type { Facts } from '@kase/shared/facts/facts.schema.ts'
import type { Origin } from '@kase/shared/templates/layers.ts'
import type { TenantDb } from '../../db/scope.ts'
import type { PlanState } from '../../db/schema.ts'

export interface PlanRow {
  readonly id: string
  readonly tenantId: string
  readonly state: PlanState
  readonly facts: Facts
  readonly layers: Origin[]
  readonly workerName: string
  readonly startsOn: CivilDate | null
  readonly buddyId: string | null
  readonly createdBy: string
  readonly createdAt: Date
  readonly changedAt: Date
  readonly launchedAt: Date | null
  readonly finishedAt: Date | null
  readonly revision: number
}

const columns = [
  'id',
  'tenantId',
  'state',
  'facts',
  'layers',
  'workerName',
  'startsOn',
  'buddyId',
  'createdBy',
  'createdAt',
  'changedAt',
  'launchedAt',
  'finishedAt',
  'revision',
] as const

/** @throws DomainError `not-found` when the scope has no such plan */
export async function getPlanRow(db: TenantDb, planId: string): Promise<PlanRow> {
  const row = await db.selectFrom('plan').select(columns).where('id', '=', planId).executeTakeFirst()
  if (!row) throw new DomainError('not-found')
  return row
}

/** Reads the plan and keeps others from changing it until the transaction ends. */
export async function lockPlan(db: TenantDb, planId: string): Promise<PlanRow> {
  const row = await db.selectFrom('plan').select(columns).where('id', '=', planId).forUpdate().executeTakeFirst()
  if (!row) throw new DomainError('not-found')
  return row
}

export interface NewPlan {
  readonly tenantId: string
  readonly createdBy: string
  readonly facts: Facts
  readonly layers: readonly Origin[]
}

export async function insertPlan(db: TenantDb, { facts, layers, ...plan }: NewPlan): Promise<string> {
  const { id } = await db
    .insertInto('plan')
    .values({ ...plan, ...factColumns(facts), layers: JSON.stringify(layers) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function updatePlanFacts(
  db: TenantDb,
  { id, facts, layers }: { id: string; facts: Facts; layers: readonly Origin[] },
): Promise<void> {
  await db
    .updateTable('plan')
    .set({ ...factColumns(facts), layers: JSON.stringify(layers), changedAt: new Date(), revision: sql`revision + 1` })
    .where('id', '=', id)
    .execute()
}

const factColumns = (facts: Facts) => ({
  facts: JSON.stringify(facts),
  workerName: facts.worker.name,
  startsOn: facts.dates.arrival ?? facts.dates['first-day'] ?? null,
})

export async function updatePlan(
  db: TenantDb,
  id: string,
  change: { state?: PlanState; launchedAt?: Date; finishedAt?: Date | null; buddyId?: string | null },
): Promise<void> {
  await db
    .updateTable('plan')
    .set({ ...change, changedAt: new Date() })
    .where('id', '=', id)
    .execute()
}

export async function deletePlan(db: TenantDb, id: string): Promise<void> {
  await db.deleteFrom('plan').where('id', '=', id).execute()
}

export interface PlanPage {
  readonly search: string
  readonly cursor: { readonly startsOn: CivilDate | null; readonly planId: string } | undefined
  readonly limit: number
}

/** One page of plans, the latest start first; plans without a start come last. A keyset page, not an offset. */
export function listPlanRows(db: TenantDb, { search, cursor, limit }: PlanPage): Promise<PlanRow[]> {
  const startsOn = sql<string>`coalesce(starts_on, date '0001-01-01')`
  let query = db.selectFrom('plan').select(columns).orderBy(startsOn, 'desc').orderBy('id').limit(limit)
  if (search !== '') query = query.where(sql<boolean>`position(lower(${search}) in lower(worker_name)) > 0`)
  if (cursor) {
    const from = cursor.startsOn ?? '0001-01-01'
    query = query.where(
      sql<boolean>`(${startsOn} < ${from}::date or (${startsOn} = ${from}::date and id > ${cursor.planId}::uuid))`,
    )
  }
  return query.execute()
}
