import { addDays, finnishDay, mondayOf, type CivilDate } from '@kase/shared/calendar/civil-date.ts'
import { holidaysBetween } from '@kase/shared/calendar/finnish-holidays.ts'
import { can } from '@kase/shared/identity/role.policy.ts'
import type { Language } from '@kase/shared/locales.ts'
import type { PlanStatus } from '@kase/shared/plans/plan.schema.ts'
import type { StuckReason } from '@kase/shared/plans/stuck.schema.ts'
import type { SectionKey } from '@kase/shared/templates/template.schema.ts'
import type { TenantDb } from '../../db/scope.ts'
import type { Dependencies } from '../../infra/dependencies.ts'
import type { Actor } from '../../trpc/context.ts'
import { loadPlans, summary, versionsOf, type LoadedPlan, type PlanSummary } from './plan-list.service.ts'
import type { TaskSummaryRow } from './plan-task.repository.ts'
import { listPlanRows, type PlanRow } from './plan.repository.ts'
import { taskText, taskTitle } from './task-text.service.ts'

/** One thing that the signed-in person owes. */
export interface OwedTask {
  readonly planId: string
  readonly taskId: string
  readonly workerName: string
  readonly section: SectionKey
  readonly title: string
  readonly dueOn: CivilDate
}

/** Somebody who has said "I am stuck" and waits for an answer. */
export interface StuckPerson {
  /** Id of the message. */
  readonly id: string
  readonly planId: string
  readonly taskId: string
  readonly personName: string
  readonly title: string
  /** Language that the title is really in. */
  readonly titleLanguage: Language
  readonly reason: StuckReason | null
  readonly body: string
  readonly language: Language
  readonly sentAt: string
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
  /** Who has waited longest comes first. */
  readonly stuck: readonly StuckPerson[]
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
    stuck: stuckPeople(loaded, { versions, language }),
    plans,
    counts: countByStatus(plans),
  }
}

/** Owed by a person: theirs by name, or of the employer's side and nobody else's. */
function isOwedBy(task: TaskSummaryRow, plan: PlanRow, { userId, role }: Actor): boolean {
  if (task.tickedAt !== null || task.assignee === 'worker') return false
  if (task.assignee === 'buddy' && task.ownerId === null)
    return plan.buddyId === null ? role !== 'buddy' : plan.buddyId === userId
  return task.ownerId === null ? role !== 'buddy' : task.ownerId === userId
}

function stuckPeople(
  loaded: readonly LoadedPlan[],
  { versions, language }: { versions: Parameters<typeof taskText>[0]; language: Language },
): StuckPerson[] {
  return loaded
    .flatMap(({ openRequests }) => openRequests)
    .toSorted((a, b) => a.sentAt.getTime() - b.sentAt.getTime())
    .map(({ key, textVersionId, planTaskId, sentAt, ...request }) => {
      const picked = taskText(versions, { key, textVersionId }, language)
      return {
        ...request,
        taskId: planTaskId,
        title: picked?.text.title ?? key,
        titleLanguage: picked?.language ?? language,
        sentAt: sentAt.toISOString(),
      }
    })
}

function arrivalsOf(loaded: readonly LoadedPlan[], actor: Actor): HomeView['rail']['arrivals'][number][] {
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
