import { DomainError } from '@kase/shared/errors.ts'
import type { LinkScope, TenantDb } from '../../db/scope.ts'
import { getParticipant } from './participant.repository.ts'
import { isOnPageOf } from './participant-plan.service.ts'
import { insertPlanEvent } from './plan-event.repository.ts'
import { deleteTick, getPlanTask, insertTick, type PlanTaskRow } from './plan-task.repository.ts'

/** What a link holder does with the tasks of their own page, in the scope of the link. */

/**
 * Marks one of the participant's tasks done. Doing it twice changes nothing.
 *
 * @returns whether anything changed
 * @throws DomainError `not-found` for a task that is not on the participant's page
 */
export async function tickOwnTask(db: TenantDb, scope: LinkScope, taskId: string, at: Date): Promise<boolean> {
  const task = await getOwnTask(db, scope, taskId)
  const { id: planTaskId, isPrivate } = task
  const isNew = await insertTick(db, { ...scope, planTaskId, isPrivate, tickedAt: at })
  if (isNew) await note(db, scope, { task, kind: 'task-ticked', at })
  return isNew
}

export async function untickOwnTask(db: TenantDb, scope: LinkScope, taskId: string, at: Date): Promise<boolean> {
  const task = await getOwnTask(db, scope, taskId)
  const wasTicked = await deleteTick(db, task.id)
  if (wasTicked) await note(db, scope, { task, kind: 'task-unticked', at })
  return wasTicked
}

async function getOwnTask(db: TenantDb, { planId, participantId }: LinkScope, taskId: string): Promise<PlanTaskRow> {
  const task = await getPlanTask(db, planId, taskId)
  const participant = await getParticipant(db, planId, participantId)
  if (!task.isIncluded || !isOnPageOf(task, participant)) throw new DomainError('not-found')
  return task
}

interface TaskNote {
  readonly task: PlanTaskRow
  readonly kind: 'task-ticked' | 'task-unticked'
  readonly at: Date
}

const note = (db: TenantDb, scope: LinkScope, { task, kind, at }: TaskNote): Promise<void> =>
  insertPlanEvent(db, { ...scope, kind, at, actorKind: 'participant', planTaskId: task.id, isPrivate: task.isPrivate })
