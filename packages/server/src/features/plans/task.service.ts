import { DomainError } from '@kase/shared/errors.ts'
import type { TenantDb } from '../../db/scope.ts'
import type { Dependencies } from '../../infra/dependencies.ts'
import type { Actor } from '../../trpc/context.ts'
import { isMember } from '../members/member.service.ts'
import { resolveDue } from '@kase/shared/calendar/due-rule.ts'
import { finnishHolidays } from '@kase/shared/calendar/finnish-holidays.ts'
import { insertPlanEvent, type NewPlanEvent } from './plan-event.repository.ts'
import { deleteTick, getPlanTask, insertTick, updatePlanTask, type PlanTaskRow } from './plan-task.repository.ts'
import { getPlanRow } from './plan.repository.ts'

interface TaskRef {
  readonly planId: string
  readonly taskId: string
}

type TaskEvent = Pick<NewPlanEvent, 'kind' | 'detail' | 'at'>

const note = (db: TenantDb, actor: Actor, ref: TaskRef, event: TaskEvent): Promise<void> =>
  insertPlanEvent(db, eventOf(actor, ref, event))

const eventOf = (actor: Actor, { planId, taskId }: TaskRef, event: TaskEvent): NewPlanEvent => ({
  tenantId: actor.tenantId,
  planId,
  planTaskId: taskId,
  actorKind: 'member',
  userId: actor.userId,
  ...event,
})

/**
 * Marks a task done for the employer's side. Doing it twice changes nothing.
 *
 * @throws DomainError `task-private` for the family's own tasks; `plan-not-launched` for a draft
 */
export async function tickTask(deps: Dependencies, db: TenantDb, actor: Actor, ref: TaskRef): Promise<void> {
  const { id: planTaskId } = await getOpenPlanTask(db, ref)
  const { tenantId, userId } = actor
  const at = deps.now()
  const tick = { tenantId, planId: ref.planId, planTaskId, isPrivate: false, userId, tickedAt: at }
  await insertTick(db, tick, eventOf(actor, ref, { kind: 'task-ticked', at }))
}

export async function untickTask(db: TenantDb, actor: Actor, ref: TaskRef): Promise<void> {
  const { id } = await getOpenPlanTask(db, ref)
  await deleteTick(db, id, eventOf(actor, ref, { kind: 'task-unticked' }))
}

async function getOpenPlanTask(db: TenantDb, ref: TaskRef): Promise<PlanTaskRow> {
  const [task, plan] = await Promise.all([getPlanTask(db, ref.planId, ref.taskId), getPlanRow(db, ref.planId)])
  if (task.isPrivate) throw new DomainError('task-private')
  if (plan.state === 'draft') throw new DomainError('plan-not-launched')
  return task
}

/**
 * Puts a left-out task in, or leaves one out. The choice outlives a change of facts.
 *
 * @throws DomainError `task-locked` when its owner locked it and it would be left out
 */
export async function includeTask(
  db: TenantDb,
  actor: Actor,
  { isIncluded, ...ref }: TaskRef & { isIncluded: boolean },
): Promise<void> {
  const task = await getPlanTask(db, ref.planId, ref.taskId)
  if (task.definition.locked && !isIncluded) throw new DomainError('task-locked')
  const isByRule = (task.verdict.answer === 'yes') === isIncluded
  await updatePlanTask(db, task.id, { isIncluded, inclusion: isByRule ? 'rule' : 'person' })
  await note(db, actor, ref, { kind: isIncluded ? 'task-put-in' : 'task-left-out' })
}

/** Sets a date by hand, or with null goes back to the date of the rule. */
export async function setTaskDate(
  db: TenantDb,
  actor: Actor,
  { dueOn, ...ref }: TaskRef & { dueOn: string | null },
): Promise<void> {
  const task = await getPlanTask(db, ref.planId, ref.taskId)
  if (dueOn === null) {
    const { facts } = await getPlanRow(db, ref.planId)
    const due = task.definition.due && resolveDue(task.definition.due, facts.dates, finnishHolidays)
    const date = due?.kind === 'dated' ? due : undefined
    await updatePlanTask(db, task.id, {
      dueOn: date?.date ?? null,
      rolledFrom: date?.rolledFrom ?? null,
      isDateFixed: false,
    })
  } else await updatePlanTask(db, task.id, { dueOn, rolledFrom: null, isDateFixed: true })
  await note(db, actor, ref, { kind: 'task-changed', detail: { field: 'date', from: task.dueOn, to: dueOn } })
}

/** @throws DomainError `owner-not-member` */
export async function setTaskOwner(
  db: TenantDb,
  actor: Actor,
  { ownerId, ...ref }: TaskRef & { ownerId: string | null },
): Promise<void> {
  const task = await getPlanTask(db, ref.planId, ref.taskId)
  if (ownerId !== null && !(await isMember(db, actor, ownerId))) throw new DomainError('owner-not-member')
  await updatePlanTask(db, task.id, { ownerId })
  await note(db, actor, ref, { kind: 'task-changed', detail: { field: 'owner' } })
}

/** The employer's own words under a task; empty takes them away. A locked task takes none. */
export async function setTaskNote(
  db: TenantDb,
  actor: Actor,
  { note: words, ...ref }: TaskRef & { note: string },
): Promise<void> {
  const task = await getPlanTask(db, ref.planId, ref.taskId)
  if (task.definition.locked) throw new DomainError('task-locked')
  await updatePlanTask(db, task.id, { note: words === '' ? null : words })
  await note(db, actor, ref, { kind: 'task-changed', detail: { field: 'note' } })
}
