import { DomainError } from '@kase/shared/errors.ts'
import type { LinkScope, TenantDb } from '../../db/scope.ts'
import { getParticipant } from './participant.repository.ts'
import { isOnPageOf } from './participant-plan.service.ts'
import { findLastOwnTick, insertPlanEvent, type TickEventKind } from './plan-event.repository.ts'
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
  const isNew = await insertTick(db, { ...scope, planTaskId, isPrivate, tickedAt: at })
  return settle(db, scope, { isNew, task, kind: 'task-ticked', at })
}

export async function untickOwnTask(db: TenantDb, scope: LinkScope, taskId: string, at: Date): Promise<TickOutcome> {
  const task = await getOwnTask(db, scope, taskId)
  const isNew = await deleteTick(db, task.id)
  return settle(db, scope, { isNew, task, kind: 'task-unticked', at })
}

async function getOwnTask(db: TenantDb, { planId, participantId }: LinkScope, taskId: string): Promise<PlanTaskRow> {
  const task = await getPlanTask(db, planId, taskId)
  const participant = await getParticipant(db, planId, participantId)
  if (!task.isIncluded || !isOnPageOf(task, participant)) throw new DomainError('not-found')
  return task
}

interface Said {
  readonly isNew: boolean
  readonly task: PlanTaskRow
  readonly kind: TickEventKind
  readonly at: Date
}

/**
 * Writes a change into the history. Without a change, tells what the participant said before from what somebody else did: a
 * phone that lost the answer says the same thing again.
 */
async function settle(db: TenantDb, scope: LinkScope, { isNew, task, kind, at }: Said): Promise<TickOutcome> {
  const { id: planTaskId, isPrivate } = task
  if (!isNew) return (await findLastOwnTick(db, scope, planTaskId)) === kind ? 'repeated' : 'overtaken'
  await insertPlanEvent(db, { ...scope, kind, at, actorKind: 'participant', planTaskId, isPrivate })
  return 'changed'
}
