import { finnishDay } from '@kase/shared/calendar/civil-date.ts'
import { DomainError } from '@kase/shared/errors.ts'
import type { Language } from '@kase/shared/locales.ts'
import { hasOwnPage } from '@kase/shared/plans/own-page.ts'
import type { TenantDb } from '../../db/scope.ts'
import type { Dependencies } from '../../infra/dependencies.ts'
import type { Actor } from '../../trpc/context.ts'
import { recordAudit } from '../audit/audit.service.ts'
import { createLink, sendLink } from '../share-links/share-link.service.ts'
import { listParticipants } from './participant.repository.ts'
import { insertPlanEvent } from './plan-event.repository.ts'
import { getPlanView, type PlanView, type StaffTask } from './plan-view.service.ts'
import { lockPlan, updatePlan } from './plan.repository.ts'

/** What stands against launching (blocks) and what is worth knowing (warns). Each carries what the interface needs to fix it. */
export type LaunchIssue =
  | { readonly kind: 'no-tasks'; readonly blocks: true }
  | { readonly kind: 'no-start-date'; readonly blocks: false }
  | { readonly kind: 'unreachable'; readonly blocks: false; readonly participantId: string }
  | { readonly kind: 'first-day-before-arrival'; readonly blocks: false }
  | { readonly kind: 'dates-passed'; readonly blocks: false; readonly taskIds: readonly string[] }
  | { readonly kind: 'no-owner'; readonly blocks: false; readonly taskIds: readonly string[] }
  | {
      readonly kind: 'not-reviewed'
      readonly blocks: false
      readonly language: Language
      readonly machine: number
      readonly missing: number
      readonly taskIds: readonly string[]
    }
  | { readonly kind: 'places-missing'; readonly blocks: false; readonly taskIds: readonly string[] }
  | { readonly kind: 'moved-off-closed-days'; readonly blocks: false; readonly taskIds: readonly string[] }
  | { readonly kind: 'waits-for-dates'; readonly blocks: false; readonly taskIds: readonly string[] }

export interface LaunchCheck {
  readonly plan: PlanView
  readonly issues: readonly LaunchIssue[]
}

/** The launch screen: the whole plan with what blocks and what is worth a look. */
export async function checkLaunch(
  deps: Dependencies,
  db: TenantDb,
  actor: Actor,
  input: { planId: string; language: Language },
): Promise<LaunchCheck> {
  const plan = await getPlanView(deps, db, actor, input)
  return { plan, issues: launchIssues(plan, finnishDay(deps.now())) }
}

/** Pure: what the launch screen says of a plan. */
export function launchIssues(plan: PlanView, today: string): LaunchIssue[] {
  const { tasks, dates } = plan
  const start = dates.arrival ?? dates['first-day']
  const issues: LaunchIssue[] = []
  if (tasks.length === 0) issues.push({ kind: 'no-tasks', blocks: true })
  for (const person of plan.participants)
    if (person.role === 'worker' && !person.email && !person.phone)
      issues.push({ kind: 'unreachable', blocks: false, participantId: person.id })
  if (start === undefined) issues.push({ kind: 'no-start-date', blocks: false })
  if (dates.arrival && dates['first-day'] && dates['first-day'] < dates.arrival)
    issues.push({ kind: 'first-day-before-arrival', blocks: false })
  const warn = (
    kind: Extract<LaunchIssue, { taskIds: readonly string[] }>['kind'] & Exclude<LaunchIssue['kind'], 'not-reviewed'>,
    concerns: (task: StaffTask) => boolean,
  ) => {
    const taskIds = tasks.filter(concerns).map((task) => task.id)
    if (taskIds.length > 0) issues.push({ kind, blocks: false, taskIds })
  }
  warn('dates-passed', (task) => !task.isDone && task.dueOn !== null && task.dueOn < today)
  warn(
    'no-owner',
    (task) => (task.assignee === 'buddy' || task.assignee === 'hr') && task.ownerId === null && plan.buddyId === null,
  )
  for (const language of plan.languages) {
    const of = (...states: string[]) => tasks.filter((task) => states.includes(task.coverage[language] ?? 'missing'))
    const unsure = of('machine', 'missing')
    if (unsure.length > 0)
      issues.push({
        kind: 'not-reviewed',
        blocks: false,
        language,
        machine: of('machine').length,
        missing: of('missing').length,
        taskIds: unsure.map((task) => task.id),
      })
  }
  warn('places-missing', (task) => task.place !== null && 'missingSlot' in task.place)
  warn('moved-off-closed-days', (task) => task.rolledFrom !== null)
  warn('waits-for-dates', (task) => task.waitsForDate !== null)
  return issues
}

/**
 * Launches a draft: makes a link for everybody with a page of their own, and sends it to those who are named.
 *
 * @throws DomainError `plan-not-draft`; `plan-blocked`; `address-missing` when somebody named has no e-mail address
 */
export async function launchPlan(
  deps: Dependencies,
  db: TenantDb,
  actor: Actor,
  { planId, sendTo }: { planId: string; sendTo: readonly string[] },
): Promise<void> {
  const plan = await lockPlan(db, planId)
  if (plan.state !== 'draft') throw new DomainError('plan-not-draft')
  const { issues } = await checkLaunch(deps, db, actor, { planId, language: 'en' })
  if (issues.some((issue) => issue.blocks)) throw new DomainError('plan-blocked')
  await updatePlan(db, planId, { state: 'launched', launchedAt: deps.now() })
  await insertPlanEvent(db, {
    tenantId: actor.tenantId,
    planId,
    kind: 'launched',
    actorKind: 'member',
    userId: actor.userId,
  })
  await recordAudit(db, actor, 'plan.launched', planId)
  const people = (await listParticipants(db, [planId])).filter(hasOwnPage)
  for (const { id } of people) await createLink(deps, db, actor, { planId, participantId: id, label: '' })
  for (const participantId of sendTo) await sendLink(deps, db, actor, { planId, participantId })
}
