import { finnishDay, type CivilDate } from '@kase/shared/calendar/civil-date.ts'
import type { Language } from '@kase/shared/locales.ts'
import type { PlanStatus } from '@kase/shared/plans/plan.schema.ts'
import { planStatus } from '@kase/shared/plans/plan-status.ts'
import { can } from '@kase/shared/identity/role.policy.ts'
import type { TenantDb } from '../../db/scope.ts'
import type { Dependencies } from '../../infra/dependencies.ts'
import type { Actor } from '../../trpc/context.ts'
import type { PublishedVersion } from '../catalogue/catalogue.service.ts'
import { listOpenRequests, type OpenRequestRow } from './open-request.repository.ts'
import { listOpenings } from './opening.repository.ts'
import { listParticipants, type ParticipantRow } from './participant.repository.ts'
import { listTaskSummaries, type TaskSummaryRow } from './plan-task.repository.ts'
import { openRequirements } from './plan-view.service.ts'
import { listPlanRows, type PlanPage, type PlanRow } from './plan.repository.ts'
import { taskTitle } from './task-text.service.ts'

/** A plan as a row of a list. */
export interface PlanSummary {
  readonly id: string
  readonly workerName: string
  readonly job: string | null
  readonly language: Language
  readonly startsOn: CivilDate | null
  readonly familyArrivesOn: CivilDate | null
  readonly family: { readonly partners: number; readonly childAges: readonly number[] } | null
  readonly status: PlanStatus
  readonly done: number
  readonly total: number
  readonly overdue: number
  readonly waiting: number
  /** Messages "I am stuck" that nobody has answered. */
  readonly questions: number
  readonly openedAt: string | null
  readonly launchedAt: string | null
  readonly nextTask: { readonly title: string; readonly dueOn: CivilDate } | null
}

export interface PlanList {
  readonly plans: readonly PlanSummary[]
  readonly cursor: { readonly startsOn: CivilDate | null; readonly planId: string } | null
}

/** A plan with what its summary is made from: only the tasks whose state the employer may see. */
export interface LoadedPlan {
  readonly plan: PlanRow
  readonly people: readonly ParticipantRow[]
  readonly tasks: readonly TaskSummaryRow[]
  readonly openedAt: Date | null
  readonly openRequests: readonly OpenRequestRow[]
}

/** One page of the plans that the actor may see. */
export async function listPlans(
  deps: Dependencies,
  db: TenantDb,
  actor: Actor,
  { status, language, ...page }: PlanPage & { status?: PlanStatus | undefined; language: Language },
): Promise<PlanList> {
  const rows = await listPlanRows(db, page)
  const loaded = await loadPlans(db, rows)
  const versions = await versionsOf(deps, db, loaded)
  const plans = loaded.map((each) => summary(each, { actor, versions, language, today: finnishDay(deps.now()) }))
  const last = rows.at(-1)
  return {
    plans: status === undefined ? plans : plans.filter((plan) => plan.status === status),
    cursor: rows.length === page.limit && last ? { startsOn: last.startsOn, planId: last.id } : null,
  }
}

export async function loadPlans(db: TenantDb, rows: readonly PlanRow[]): Promise<LoadedPlan[]> {
  const ids = rows.map((row) => row.id)
  const people = await listParticipants(db, ids)
  const tasks = await listTaskSummaries(db, ids)
  const openings = await listOpenings(db, ids)
  const requests = await listOpenRequests(db, ids)
  return rows.map((plan) => ({
    plan,
    people: people.filter((person) => person.planId === plan.id),
    tasks: tasks.filter((task) => task.planId === plan.id),
    openedAt: openings.find((opening) => opening.planId === plan.id && opening.firstOpenedAt)?.lastOpenedAt ?? null,
    openRequests: requests.filter((request) => request.planId === plan.id),
  }))
}

export const versionsOf = (deps: Dependencies, db: TenantDb, loaded: readonly LoadedPlan[]) =>
  deps.versions.get(db, [...new Set(loaded.flatMap(({ tasks }) => tasks.map((task) => task.textVersionId)))])

export interface SummaryContext {
  readonly actor: Actor
  readonly versions: ReadonlyMap<string, PublishedVersion>
  readonly language: Language
  readonly today: CivilDate
}

export function summary(
  { plan, people, tasks, openedAt, openRequests }: LoadedPlan,
  { actor, versions, language, today }: SummaryContext,
): PlanSummary {
  const included = new Map(tasks.map((task) => [task.key, task]))
  const isWaiting = (task: TaskSummaryRow) => openRequirements(task, included).length > 0
  const open = tasks.filter((task) => task.tickedAt === null)
  const next = open.find((task) => task.dueOn !== null && task.dueOn >= today && !isWaiting(task))
  const canSeeFamily = can(actor.role, 'plan.readFamily')
  const statusTasks = tasks.map((task) => ({
    isDone: task.tickedAt !== null,
    dueOn: task.dueOn,
    isWaiting: isWaiting(task),
  }))
  return {
    id: plan.id,
    workerName: plan.workerName,
    job: plan.facts.worker.job ?? null,
    language: people.find((person) => person.role === 'worker')?.language ?? 'en',
    startsOn: plan.startsOn,
    familyArrivesOn: canSeeFamily ? (plan.facts.dates['family-arrival'] ?? null) : null,
    family: canSeeFamily
      ? {
          partners: people.filter((person) => person.role === 'partner').length,
          childAges: people.flatMap((person) => (person.role === 'child' && person.age !== null ? [person.age] : [])),
        }
      : null,
    status: planStatus({ state: plan.state, isOpened: openedAt !== null, tasks: statusTasks, today }),
    done: tasks.length - open.length,
    total: tasks.length,
    overdue: open.filter((task) => task.dueOn !== null && task.dueOn < today).length,
    waiting: open.filter(isWaiting).length,
    questions: openRequests.length,
    openedAt: openedAt?.toISOString() ?? null,
    launchedAt: plan.launchedAt?.toISOString() ?? null,
    nextTask: next?.dueOn ? { title: taskTitle(versions, next, language), dueOn: next.dueOn } : null,
  }
}
