import { DomainError } from '@kase/shared/errors.ts'
import { addDays, finnishDay, type CivilDate } from '@kase/shared/calendar/civil-date.ts'
import type { TenantDb } from '../../db/scope.ts'
import { getPlanRow, type PlanRow } from './plan.repository.ts'
import { listPlanTasks } from './plan-task.repository.ts'

/** What other features may ask of a plan. */

export { listOpenings } from './opening.repository.ts'
export { getParticipant, listParticipants, setParticipantEmail } from './participant.repository.ts'
export {
  insertEventOfChange as recordEventOfChange,
  insertPlanEvent as recordPlanEvent,
  type PlanEventKind,
} from './plan-event.repository.ts'
export type { PlanRow } from './plan.repository.ts'
export const getPlan = (db: TenantDb, planId: string): Promise<PlanRow> => getPlanRow(db, planId)

/** @throws DomainError `not-found`; `plan-not-launched` before the launch and after the end */
export async function requireLaunched(db: TenantDb, planId: string): Promise<void> {
  const { state } = await getPlanRow(db, planId)
  if (state !== 'launched') throw new DomainError('plan-not-launched')
}

const linkLifeDays = 90

/** The last day on which a link made now works: 90 days after the last date of the plan, or after today where that is later. */
export async function linkExpiry(db: TenantDb, planId: string, now: Date): Promise<CivilDate> {
  const tasks = await listPlanTasks(db, [planId])
  const last = tasks
    .flatMap((task) => (task.isIncluded && task.dueOn ? [task.dueOn] : []))
    .reduce((a, b) => (a > b ? a : b), finnishDay(now))
  return addDays(last, linkLifeDays)
}
