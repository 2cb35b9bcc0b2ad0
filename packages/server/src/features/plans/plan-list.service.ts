import { addDays, finnishDay, mondayOf, type CivilDate } from '@kase/shared/calendar/civil-date.ts'
import { holidaysBetween } from '@kase/shared/calendar/finnish-holidays.ts'
import type { Language } from '@kase/shared/locales.ts'
import type { PlanStatus } from '@kase/shared/plans/plan.schema.ts'
import { planStatus } from '@kase/shared/plans/plan-status.ts'
import type { SectionKey } from '@kase/shared/templates/template.schema.ts'
import { can } from '@kase/shared/identity/role.policy.ts'
import type { TenantDb } from '../../db/scope.ts'
import type { Dependencies } from '../../infra/dependencies.ts'
import type { Actor } from '../../trpc/context.ts'
import type { PublishedVersion } from '../catalogue/catalogue.service.ts'
import { listOpenings } from './opening.repository.ts'
import { listParticipants, type ParticipantRow } from './participant.repository.ts'
import { listPlanTasks, type PlanTaskRow } from './plan-task.repository.ts'
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
  readonly openedAt: string | null
  readonly launchedAt: string | null
  readonly nextTask: { readonly title: string; readonly dueOn: CivilDate } | null
}

export interface PlanList {
  readonly plans: readonly PlanSummary[]
  readonly cursor: { readonly startsOn: CivilDate | null; readonly planId: string } | null
}

interface Loaded {
  readonly plan: PlanRow
  readonly people: readonly ParticipantRow[]
  readonly tasks: readonly PlanTaskRow[]
  readonly openedAt: Date | null
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

async function loadPlans(db: TenantDb, rows: readonly PlanRow[]): Promise<Loaded[]> {
  const ids = rows.map((row) => row.id)
  const people = await listParticipants(db, ids)
  const tasks = await listPlanTasks(db, ids)
  const openings = await listOpenings(db, ids)
  return rows.map((plan) => ({
    plan,
    people: people.filter((person) => person.planId === plan.id),
    tasks: tasks.filter((task) => task.planId === plan.id && task.isIncluded && !task.isPrivate),
    openedAt: openings.find((opening) => opening.planId === plan.id && opening.firstOpenedAt)?.lastOpenedAt ?? null,
  }))
}

const versionsOf = (deps: Dependencies, db: TenantDb, loaded: readonly Loaded[]) =>
  deps.versions.get(db, [...new Set(loaded.flatMap(({ tasks }) => tasks.map((task) => task.textVersionId)))])

interface SummaryContext {
  readonly actor: Actor
  readonly versions: ReadonlyMap<string, PublishedVersion>
  readonly language: Language
  readonly today: CivilDate
}

function summary(
  { plan, people, tasks, openedAt }: Loaded,
  { actor, versions, language, today }: SummaryContext,
): PlanSummary {
  const included = new Map(tasks.map((task) => [task.key, task]))
  const isWaiting = (task: PlanTaskRow) => openRequirements(task, included).length > 0
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
    openedAt: openedAt?.toISOString() ?? null,
    launchedAt: plan.launchedAt?.toISOString() ?? null,
    nextTask: next?.dueOn ? { title: taskTitle(versions, next, language), dueOn: next.dueOn } : null,
  }
}

/** One thing that the signed-in person owes. */
export interface OwedTask {
  readonly planId: string
  readonly taskId: string
  readonly workerName: string
  readonly section: SectionKey
  readonly title: string
  readonly dueOn: CivilDate
}

export interface HomeView {
  readonly today: CivilDate
  readonly rail: {
    readonly from: CivilDate
    readonly to: CivilDate
    readonly holidays: readonly { readonly date: CivilDate; readonly key: string }[]
    readonly arrivals: readonly {
      readonly date: CivilDate
      readonly planId: string
      readonly workerName: string
      readonly kind: 'arrival' | 'first-day' | 'family-arrival'
    }[]
  }
  /** Open tasks of the employer's side up to the end of the week, the oldest first. */
  readonly owed: readonly OwedTask[]
  readonly plans: readonly PlanSummary[]
  readonly counts: Readonly<Record<PlanStatus, number>>
}

const railWeeks = 7
const homePlans = 100

/** The home page: what is owed, who arrives, where each plan stands. */
export async function getHome(
  deps: Dependencies,
  db: TenantDb,
  actor: Actor,
  { language }: { language: Language },
): Promise<HomeView> {
  const today = finnishDay(deps.now())
  const from = mondayOf(today)
  const to = addDays(from, railWeeks * 7 - 1)
  const loaded = await loadPlans(db, await listPlanRows(db, { search: '', cursor: undefined, limit: homePlans }))
  const versions = await versionsOf(deps, db, loaded)
  const plans = loaded.map((each) => summary(each, { actor, versions, language, today }))
  const weekEnd = addDays(from, 6)
  const owed = loaded
    .filter(({ plan }) => plan.state === 'launched')
    .flatMap(({ plan, tasks }) => tasks.filter((task) => isOwedBy(task, plan, actor)).map((task) => ({ plan, task })))
    .flatMap(({ plan, task }) =>
      task.dueOn && task.dueOn <= weekEnd
        ? [
            {
              planId: plan.id,
              taskId: task.id,
              workerName: plan.workerName,
              section: task.section,
              title: taskTitle(versions, task, language),
              dueOn: task.dueOn,
            },
          ]
        : [],
    )
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
  return {
    today,
    rail: {
      from,
      to,
      holidays: holidaysBetween(from, to),
      arrivals: arrivalsOf(loaded, actor).filter(({ date }) => date >= from && date <= to),
    },
    owed,
    plans,
    counts: countByStatus(plans),
  }
}

/** Owed by a person: theirs by name, or of the employer's side and nobody else's. */
function isOwedBy(task: PlanTaskRow, plan: PlanRow, { userId, role }: Actor): boolean {
  if (task.tickedAt !== null || task.assignee === 'worker') return false
  if (task.assignee === 'buddy' && task.ownerId === null)
    return plan.buddyId === null ? role !== 'buddy' : plan.buddyId === userId
  return task.ownerId === null ? role !== 'buddy' : task.ownerId === userId
}

function arrivalsOf(loaded: readonly Loaded[], actor: Actor): HomeView['rail']['arrivals'][number][] {
  const kinds = can(actor.role, 'plan.readFamily') ? (['arrival', 'family-arrival'] as const) : (['arrival'] as const)
  return loaded.flatMap(({ plan }) =>
    kinds.flatMap((kind) => {
      const date = plan.facts.dates[kind] ?? (kind === 'arrival' ? plan.facts.dates['first-day'] : undefined)
      return date ? [{ date, planId: plan.id, workerName: plan.workerName, kind }] : []
    }),
  )
}

const countByStatus = (plans: readonly PlanSummary[]): HomeView['counts'] => {
  const counts = { draft: 0, sent: 0, opened: 0, 'on-track': 0, 'at-risk': 0, overdue: 0, ready: 0 }
  for (const { status } of plans) counts[status] += 1
  return counts
}
