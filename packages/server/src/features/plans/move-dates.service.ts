import { finnishDay, type CivilDate } from '@kase/shared/calendar/civil-date.ts'
import { resolveDue } from '@kase/shared/calendar/due-rule.ts'
import { finnishHolidays } from '@kase/shared/calendar/finnish-holidays.ts'
import { DomainError } from '@kase/shared/errors.ts'
import type { Facts } from '@kase/shared/facts/facts.schema.ts'
import type { Language } from '@kase/shared/locales.ts'
import type { TenantDb } from '../../db/scope.ts'
import type { Dependencies } from '../../infra/dependencies.ts'
import type { Actor } from '../../trpc/context.ts'
import { recordAudit } from '../audit/audit.service.ts'
import { insertPlanEvent } from './plan-event.repository.ts'
import { listPlanTasks, updatePlanTask, type PlanTaskRow } from './plan-task.repository.ts'
import { getPlanRow, lockPlan, updatePlanFacts } from './plan.repository.ts'
import { taskTitle } from './task-text.service.ts'

/** What moving the dates of a running plan does to one of its tasks. */
export interface TaskMove {
  readonly taskId: string
  readonly title: string
  readonly from: CivilDate | null
  readonly to: CivilDate | null
  /** `moves`; `done` and `fixed` stay where they are: the work is over, or a person has set the date. */
  readonly effect: 'moves' | 'done' | 'fixed'
  /** The new date has passed already. */
  readonly becomesOverdue: boolean
}

interface NewDates {
  readonly planId: string
  readonly dates: Facts['dates']
}

/** Shows what other key dates would do to every task of the plan that hangs on them. Writes nothing. */
export async function previewMove(
  deps: Dependencies,
  db: TenantDb,
  { planId, dates, language }: NewDates & { language: Language },
): Promise<TaskMove[]> {
  await getPlanRow(db, planId)
  const tasks = (await listPlanTasks(db, [planId])).filter((task) => task.isIncluded)
  const versions = await deps.versions.get(db, [...new Set(tasks.map((task) => task.textVersionId))])
  const today = finnishDay(deps.now())
  return tasks.flatMap((task) => {
    const to = newDate(task, dates)
    if (to.dueOn === task.dueOn) return []
    const effect = task.tickedAt !== null ? 'done' : task.isDateFixed ? 'fixed' : 'moves'
    const becomesOverdue = effect === 'moves' && !task.isPrivate && to.dueOn !== null && to.dueOn < today
    return [
      {
        taskId: task.id,
        title: taskTitle(versions, task, language),
        from: task.dueOn,
        to: to.dueOn,
        effect,
        becomesOverdue,
      } satisfies TaskMove,
    ]
  })
}

/**
 * Moves the key dates of a plan, and with them every open task that hangs on them. What is done, and what a person has dated,
 * stays.
 *
 * @throws DomainError `changed-meanwhile` when somebody else saved since `revision`; `plan-not-launched` when it is finished
 */
export async function moveDates(
  db: TenantDb,
  actor: Actor,
  { planId, dates, revision }: NewDates & { revision: number },
): Promise<{ revision: number }> {
  const plan = await lockPlan(db, planId)
  if (plan.state === 'finished') throw new DomainError('plan-not-launched')
  if (plan.revision !== revision) throw new DomainError('changed-meanwhile')
  await updatePlanFacts(db, { id: planId, facts: { ...plan.facts, dates }, layers: plan.layers })
  for (const task of await listPlanTasks(db, [planId])) {
    const { dueOn, rolledFrom, waitsFor } = newDate(task, dates)
    const stays = task.tickedAt !== null || task.isDateFixed || (dueOn === task.dueOn && waitsFor === task.waitsFor)
    if (!stays) await updatePlanTask(db, task.id, { dueOn, rolledFrom, waitsFor })
  }
  const detail = { from: plan.facts.dates, to: dates }
  await insertPlanEvent(db, {
    tenantId: actor.tenantId,
    planId,
    kind: 'dates-moved',
    actorKind: 'member',
    userId: actor.userId,
    detail,
  })
  await recordAudit(db, actor, 'plan.dates-moved', planId, detail)
  return { revision: revision + 1 }
}

function newDate(
  { definition, dueOn, rolledFrom, waitsFor }: PlanTaskRow,
  dates: Facts['dates'],
): Pick<PlanTaskRow, 'dueOn' | 'rolledFrom' | 'waitsFor'> {
  if (!definition.due) return { dueOn, rolledFrom, waitsFor }
  const due = resolveDue(definition.due, dates, finnishHolidays)
  return due.kind === 'waits'
    ? { dueOn: null, rolledFrom: null, waitsFor: due.anchor }
    : { dueOn: due.date, rolledFrom: due.rolledFrom ?? null, waitsFor: null }
}
