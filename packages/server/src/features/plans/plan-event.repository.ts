import type { DeleteQueryBuilder, InsertQueryBuilder, UpdateQueryBuilder } from 'kysely'
import type { TenantDb } from '../../db/scope.ts'
import type { ActorKind, DB } from '../../db/schema.ts'

/** What happens with a plan, in the words of its history. */
export const planEventKinds = [
  'created',
  'facts-changed',
  'dates-moved',
  'launched',
  'finished',
  'reopened',
  'task-ticked',
  'task-unticked',
  'task-put-in',
  'task-left-out',
  'task-changed',
  'link-made',
  'link-sent',
  'link-revoked',
  'link-replaced',
  'opened',
  'acknowledged',
  'stuck-told',
  'stuck-answered',
  'document-made',
  'documents-made',
] as const
export type PlanEventKind = (typeof planEventKinds)[number]

export interface NewPlanEvent {
  readonly tenantId: string
  readonly planId: string
  readonly kind: PlanEventKind
  readonly actorKind: ActorKind
  readonly userId?: string
  readonly participantId?: string
  readonly planTaskId?: string
  readonly isPrivate?: boolean
  readonly at?: Date
  readonly detail?: Readonly<Record<string, unknown>>
}

export async function insertPlanEvent(db: TenantDb, event: NewPlanEvent): Promise<void> {
  await db.insertInto('planEvent').values(columnsOf(event)).execute()
}

const columnsOf = ({ detail = {}, ...event }: NewPlanEvent) => ({ ...event, detail: JSON.stringify(detail) })

type Change =
  | InsertQueryBuilder<DB, 'taskTick', object>
  | InsertQueryBuilder<DB, 'helpRequest', object>
  | DeleteQueryBuilder<DB, 'taskTick', object>
  | UpdateQueryBuilder<DB, 'shareLink', 'shareLink', object>

/**
 * Makes a change and writes the event of it in one statement: no event where the change finds nothing to do.
 *
 * @param change an insert, update or delete that returns something of each row it touches, at most one
 * @returns whether anything changed
 */
export async function insertEventOfChange(db: TenantDb, change: Change, event: NewPlanEvent): Promise<boolean> {
  const given = Object.entries(columnsOf(event)).filter(([, value]) => value !== undefined)
  const rows = await db
    .with('changed', () => change)
    .insertInto('planEvent')
    .columns(given.map(([column]) => column as keyof NewPlanEvent))
    .expression((eb) => eb.selectFrom('changed').select(given.map(([column, value]) => eb.val(value).as(column))))
    .returning('id')
    .execute()
  return rows.length > 0
}

export interface PlanEventRow {
  readonly id: number
  readonly at: Date
  readonly kind: string
  readonly actorKind: ActorKind
  readonly userId: string | null
  readonly participantId: string | null
  readonly planTaskId: string | null
  readonly detail: Record<string, unknown>
}

/** The newest events first, as far as the scope may see them; `before` is the id where the page before ended. */
export const listPlanEvents = (
  db: TenantDb,
  { planId, before, limit }: { planId: string; before?: number | undefined; limit: number },
): Promise<PlanEventRow[]> => {
  const query = db
    .selectFrom('planEvent')
    .select(['id', 'at', 'kind', 'actorKind', 'userId', 'participantId', 'planTaskId', 'detail'])
    .where('planId', '=', planId)
    .orderBy('id', 'desc')
    .limit(limit)
  return (before === undefined ? query : query.where('id', '<', before)).execute()
}

const tickEventKinds = ['task-ticked', 'task-unticked'] as const satisfies readonly PlanEventKind[]
export type TickEventKind = (typeof tickEventKinds)[number]

/** What a participant last said of a task: done, or not done after all. */
export async function findLastOwnTick(
  db: TenantDb,
  { planId, participantId }: { planId: string; participantId: string },
  planTaskId: string,
): Promise<TickEventKind | undefined> {
  const row = await db
    .selectFrom('planEvent')
    .select('kind')
    .where('planId', '=', planId)
    .where('participantId', '=', participantId)
    .where('planTaskId', '=', planTaskId)
    .where('kind', 'in', tickEventKinds)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.kind as TickEventKind | undefined
}
