import { resolveDue, type DueDate, type HolidayCalendar } from '../calendar/due-rule.ts'
import { findPlace, type DirectoryView, type FoundPlace } from '../directory/find-place.ts'
import { evaluateAudience, type Reason, type Verdict } from '../facts/audience-rule.ts'
import type { Facts } from '../facts/facts.schema.ts'
import { layAll, visibleTasks, type Layer, type LayeredTask, type Origin } from '../templates/layers.ts'
import { sections, type TaskStructure } from '../templates/template.schema.ts'

/** Building a plan: facts and templates in, dated tasks out (PRODUCT §3). Pure: the same input gives the same plan. */

export interface PlanInput {
  readonly facts: Facts
  readonly layers: readonly Layer[]
  readonly directory: DirectoryView
  readonly holidays: HolidayCalendar
}

export interface PlannedTask {
  readonly task: TaskStructure
  readonly origin: Origin
  readonly textOrigin: Origin
  /** Whether the rule puts the task in, and why; left-out tasks stay in the list so that a person can put them in. */
  readonly verdict: Verdict
  readonly isIncluded: boolean
  /** Undefined: the task has no date of its own. */
  readonly due: DueDate | undefined
  /** Undefined: the task happens nowhere in particular. */
  readonly place: FoundPlace | undefined
}

/** Every task of the layers with its verdict, date and place, in the order in which it is to be done. */
export function buildPlan({ facts, layers, directory, holidays }: PlanInput): PlannedTask[] {
  return visibleTasks(layAll(layers))
    .map((layered) => planTask(layered, { facts, directory, holidays }))
    .toSorted(inOrder)
}

function planTask(
  { task, origin, textOrigin }: LayeredTask,
  { facts, directory, holidays }: Omit<PlanInput, 'layers'>,
): PlannedTask {
  const verdict = explain(evaluateAudience(task.audience, facts), origin, facts)
  return {
    task,
    origin,
    textOrigin,
    verdict,
    isIncluded: verdict.answer === 'yes',
    due: task.due && resolveDue(task.due, facts.dates, holidays),
    place: findPlace(directory, {
      slot: task.slot,
      place: task.place,
      municipality: facts.municipality,
      tenantId: origin.tenantId,
    }),
  }
}

/** "For everyone" means everyone of the layer: of the country, of the place where they live, of the employer. */
function explain(verdict: Verdict, origin: Origin, facts: Facts): Verdict {
  if (verdict.answer !== 'yes' || verdict.reasons.some((reason) => reason.code !== 'everyone')) return verdict
  const reason: Reason =
    origin.scope === 'country'
      ? { code: 'everyone' }
      : origin.scope === 'employer'
        ? { code: 'own-template' }
        : { code: 'municipality', params: { municipality: facts.municipality } }
  return { answer: 'yes', reasons: [reason] }
}

/** Dated tasks by date, then those that wait for a date, then those without one; within a day by section and key. */
function inOrder(a: PlannedTask, b: PlannedTask): number {
  return (
    compare(sortDate(a), sortDate(b)) ||
    sections.indexOf(a.task.section) - sections.indexOf(b.task.section) ||
    compare(a.task.key, b.task.key)
  )
}

const sortDate = ({ due }: PlannedTask): string =>
  due === undefined ? '9999-2' : due.kind === 'waits' ? '9999-1' : due.date
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
