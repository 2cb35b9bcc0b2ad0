import type { TenantDb } from '../../db/scope.ts'
import type { ActorKind } from '../../db/schema.ts'

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

export async function insertPlanEvent(db: TenantDb, { detail = {}, ...event }: NewPlanEvent): Promise<void> {
  await db
    .insertInto('planEvent')
    .values({ ...event, detail: JSON.stringify(detail) })
    .execute()
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
