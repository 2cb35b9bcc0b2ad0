import { DomainError } from '@kase/shared/errors.ts'
import type { LinkScope, TenantDb } from '../../db/scope.ts'
import { getParticipant } from './participant.repository.ts'
import { isOnPageOf } from './participant-plan.service.ts'
import { findLastOwnTick, type NewPlanEvent, type TickEventKind } from './plan-event.repository.ts'
import { deleteTick, getPlanTask, insertTick, type PlanTaskRow } from './plan-task.repository.ts'

/** What a link holder does with the tasks of their own page, in the scope of the link. */

/** What came of it: `overtaken` where somebody else had made it so before. */
export type TickOutcome = 'changed' | 'repeated' | 'overtaken'

/**
 * Marks one of the participant's tasks done. Doing it twice changes nothing.
 *
 * @throws DomainError `not-found` for a task that is not on the participant's page
 */
export async function tickOwnTask(db: TenantDb, scope: LinkScope, taskId: string, at: Date): Promise<TickOutcome> {
  const task = await getOwnTask(db, scope, taskId)
  const { id: planTaskId, isPrivate } = task
  return settle(db, scope, { task, kind: 'task-ticked', at }, (event) =>
    insertTick(db, { ...scope, planTaskId, isPrivate, tickedAt: at }, event),
  )
}

export async function untickOwnTask(db: TenantDb, scope: LinkScope, taskId: string, at: Date): Promise<TickOutcome> {
  const task = await getOwnTask(db, scope, taskId)
  return settle(db, scope, { task, kind: 'task-unticked', at }, (event) => deleteTick(db, task.id, event))
}

async function getOwnTask(db: TenantDb, { planId, participantId }: LinkScope, taskId: string): Promise<PlanTaskRow> {
  const [task, participant] = await Promise.all([
    getPlanTask(db, planId, taskId),
    getParticipant(db, planId, participantId),
  ])
  if (!task.isIncluded || !isOnPageOf(task, participant)) throw new DomainError('not-found')
  return task
}

interface Said {
  readonly task: PlanTaskRow
  readonly kind: TickEventKind
  readonly at: Date
}

/**
 * Makes a change and writes it into the history. Without a change, tells what the participant said before from what somebody
 * else did: a phone that lost the answer says the same thing again.
 */
async function settle(
  db: TenantDb,
  scope: LinkScope,
  { task, kind, at }: Said,
  change: (event: NewPlanEvent) => Promise<boolean>,
): Promise<TickOutcome> {
  const { id: planTaskId, isPrivate } = task
  const [isNew, last] = await Promise.all([
    change({ ...scope, kind, at, actorKind: 'participant', planTaskId, isPrivate }),
    findLastOwnTick(db, scope, planTaskId),
  ])
  if (isNew) return 'changed'
  return last === kind ? 'repeated' : 'overtaken'
}
