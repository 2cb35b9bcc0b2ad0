import type { Language } from '@kase/shared/locales.ts'
import type { TenantDb } from '../../db/scope.ts'
import type { ActorKind } from '../../db/schema.ts'
import type { Dependencies } from '../../infra/dependencies.ts'
import { listParticipants } from './participant.repository.ts'
import { listPlanEvents } from './plan-event.repository.ts'
import { listPlanTasks } from './plan-task.repository.ts'
import { getPlanRow } from './plan.repository.ts'
import { taskTitle } from './task-text.service.ts'

/** One thing that happened, with the names that a sentence about it needs. */
export interface HistoryEntry {
  readonly id: number
  readonly at: string
  readonly kind: string
  readonly actorKind: ActorKind
  readonly userId: string | null
  /** The participant who did it, or whom it is about. */
  readonly participantName: string | null
  readonly taskTitle: string | null
}

const pageSize = 30

/** The history of a plan as staff may see it: nothing of what the family does on its own. */
export async function listHistory(
  deps: Dependencies,
  db: TenantDb,
  { planId, language, before }: { planId: string; language: Language; before?: number | undefined },
): Promise<HistoryEntry[]> {
  await getPlanRow(db, planId)
  const events = await listPlanEvents(db, { planId, before, limit: pageSize })
  const people = await listParticipants(db, [planId])
  const tasks = await listPlanTasks(db, [planId])
  const versions = await deps.versions.get(db, [...new Set(tasks.map((task) => task.textVersionId))])
  return events.map(({ at, participantId, planTaskId, detail, ...event }) => {
    const personId = participantId ?? detail['participantId']
    const task = tasks.find((each) => each.id === planTaskId)
    return {
      id: event.id,
      kind: event.kind,
      actorKind: event.actorKind,
      userId: event.userId,
      at: at.toISOString(),
      participantName: people.find((person) => person.id === personId)?.name ?? null,
      taskTitle: task ? taskTitle(versions, task, language) : null,
    }
  })
}
