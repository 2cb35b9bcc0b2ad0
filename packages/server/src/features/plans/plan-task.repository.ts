import { sql } from 'kysely'
import { DomainError } from '@kase/shared/errors.ts'
import type { CivilDate } from '@kase/shared/calendar/civil-date.ts'
import type { Anchor } from '@kase/shared/facts/facts.schema.ts'
import type { Assignee, SectionKey, TaskStructure } from '@kase/shared/templates/template.schema.ts'
import type { TenantDb } from '../../db/scope.ts'
import type { StoredVerdict } from '../../db/schema.ts'
import { insertEventOfChange, type NewPlanEvent } from './plan-event.repository.ts'

export interface PlanTaskRow {
  readonly id: string
  readonly planId: string
  readonly key: string
  readonly position: number
  readonly definition: TaskStructure
  readonly templateTenantId: string
  readonly templateVersionId: string
  readonly textTenantId: string
  readonly textVersionId: string
  readonly section: SectionKey
  readonly assignee: Assignee
  readonly isPrivate: boolean
  readonly isIncluded: boolean
  readonly inclusion: 'rule' | 'person'
  readonly verdict: StoredVerdict
  readonly dueOn: CivilDate | null
  readonly rolledFrom: CivilDate | null
  readonly waitsFor: Anchor | null
  readonly isDateFixed: boolean
  readonly ownerId: string | null
  readonly placeTenantId: string | null
  readonly placeKey: string | null
  readonly note: string | null
  /** The tick, if the scope may see it. */
  readonly tickedAt: Date | null
  readonly tickedByParticipant: string | null
  readonly tickedByUser: string | null
}

const columns = [
  't.id',
  't.planId',
  't.key',
  't.position',
  't.definition',
  't.templateTenantId',
  't.templateVersionId',
  't.textTenantId',
  't.textVersionId',
  't.section',
  't.assignee',
  't.isPrivate',
  't.isIncluded',
  't.inclusion',
  't.verdict',
  't.dueOn',
  't.rolledFrom',
  't.waitsFor',
  't.isDateFixed',
  't.ownerId',
  't.placeTenantId',
  't.placeKey',
  't.note',
  'k.tickedAt',
  'k.participantId as tickedByParticipant',
  'k.userId as tickedByUser',
] as const

const withTicks = (db: TenantDb) =>
  db
    .selectFrom('planTask as t')
    .leftJoin('taskTick as k', (join) => join.onRef('k.tenantId', '=', 't.tenantId').onRef('k.planTaskId', '=', 't.id'))

/** The tasks of plans in their order, with the ticks that the scope may see. */
export const listPlanTasks = (db: TenantDb, planIds: readonly string[]): Promise<PlanTaskRow[]> =>
  planIds.length === 0
    ? Promise.resolve([])
    : withTicks(db)
        .select(columns)
        .where('t.planId', 'in', [...planIds])
        .orderBy('t.planId')
        .orderBy('t.position')
        .execute()

/** What lists and statuses need of a task; the whole copy stays in the database. */
export type TaskSummaryRow = Pick<
  PlanTaskRow,
  'id' | 'planId' | 'key' | 'textVersionId' | 'section' | 'assignee' | 'dueOn' | 'ownerId' | 'tickedAt' | 'isPrivate'
> & { readonly requires: readonly string[] }

/** The included tasks of plans that the employer may see the state of, in their order. */
export const listTaskSummaries = (db: TenantDb, planIds: readonly string[]): Promise<TaskSummaryRow[]> =>
  planIds.length === 0
    ? Promise.resolve([])
    : withTicks(db)
        .select([
          't.id',
          't.planId',
          't.key',
          't.textVersionId',
          't.section',
          't.assignee',
          't.dueOn',
          't.ownerId',
          't.isPrivate',
          'k.tickedAt',
          sql<string[]>`t.definition -> 'requires'`.as('requires'),
        ])
        .where('t.planId', 'in', [...planIds])
        .where('t.isIncluded', '=', true)
        .where('t.isPrivate', '=', false)
        .orderBy('t.planId')
        .orderBy('t.position')
        .execute()

/** @throws DomainError `not-found` */
export async function getPlanTask(db: TenantDb, planId: string, taskId: string): Promise<PlanTaskRow> {
  const row = await withTicks(db)
    .select(columns)
    .where('t.planId', '=', planId)
    .where('t.id', '=', taskId)
    .executeTakeFirst()
  if (!row) throw new DomainError('not-found')
  return row
}

export interface NewPlanTask {
  readonly tenantId: string
  readonly planId: string
  readonly key: string
  readonly position: number
  readonly definition: TaskStructure
  readonly templateTenantId: string
  readonly templateVersionId: string
  readonly textTenantId: string
  readonly textVersionId: string
  readonly section: SectionKey
  readonly assignee: Assignee
  readonly isIncluded: boolean
  readonly inclusion: 'rule' | 'person'
  readonly verdict: StoredVerdict
  readonly dueOn: CivilDate | null
  readonly rolledFrom: CivilDate | null
  readonly waitsFor: Anchor | null
  readonly isDateFixed: boolean
  readonly ownerId: string | null
  readonly placeTenantId: string | null
  readonly placeKey: string | null
  readonly note: string | null
}

/** Replaces all tasks of a draft in one statement each way. */
export async function replacePlanTasks(db: TenantDb, planId: string, tasks: readonly NewPlanTask[]): Promise<void> {
  await db.deleteFrom('planTask').where('planId', '=', planId).execute()
  if (tasks.length === 0) return
  await db
    .insertInto('planTask')
    .values(
      tasks.map((task) => ({
        ...task,
        definition: JSON.stringify(task.definition),
        verdict: JSON.stringify(task.verdict),
      })),
    )
    .execute()
}

type TaskChange = Partial<
  Pick<
    NewPlanTask,
    'isIncluded' | 'inclusion' | 'dueOn' | 'rolledFrom' | 'waitsFor' | 'isDateFixed' | 'ownerId' | 'note'
  >
>

export async function updatePlanTask(db: TenantDb, taskId: string, change: TaskChange): Promise<void> {
  await db.updateTable('planTask').set(change).where('id', '=', taskId).execute()
}

export interface NewTick {
  readonly tenantId: string
  readonly planId: string
  readonly planTaskId: string
  readonly isPrivate: boolean
  readonly participantId?: string
  readonly userId?: string
  readonly tickedAt: Date
}

/** Ticks a task and tells of it; a task that is ticked already stays as it was. Returns whether anything changed. */
export const insertTick = (db: TenantDb, tick: NewTick, event: NewPlanEvent): Promise<boolean> =>
  insertEventOfChange(
    db,
    db
      .insertInto('taskTick')
      .values(tick)
      .onConflict((conflict) => conflict.columns(['tenantId', 'planTaskId']).doNothing())
      .returning('planTaskId'),
    event,
  )

/** Takes a tick away and tells of it. Returns whether there was one. */
export const deleteTick = (db: TenantDb, taskId: string, event: NewPlanEvent): Promise<boolean> =>
  insertEventOfChange(db, db.deleteFrom('taskTick').where('planTaskId', '=', taskId).returning('planTaskId'), event)
