import { finnishDay, type CivilDate } from '@kase/shared/calendar/civil-date.ts'
import type { Reason } from '@kase/shared/facts/audience-rule.ts'
import type { Facts } from '@kase/shared/facts/facts.schema.ts'
import type { Language } from '@kase/shared/locales.ts'
import type { PlannedTask } from '@kase/shared/plans/build-plan.ts'
import { sections, type SectionKey } from '@kase/shared/templates/template.schema.ts'
import type { TenantDb } from '../../db/scope.ts'
import type { Dependencies } from '../../infra/dependencies.ts'
import type { Actor } from '../../trpc/context.ts'
import { buildFromFacts, participantRows } from './build.service.ts'
import { readingLanguages } from './plan-view.service.ts'
import { taskCoverage, taskTitle } from './task-text.service.ts'

/** One line of "Why these": the tasks that one reason put in. */
export interface WhyGroup {
  readonly reasons: readonly Reason[]
  readonly tasks: readonly {
    readonly key: string
    readonly title: string
    readonly dueOn: CivilDate | null
    readonly isPast: boolean
  }[]
}

export interface PlanPreview {
  readonly total: number
  readonly people: number
  readonly from: CivilDate | null
  readonly to: CivilDate | null
  readonly bySection: readonly { readonly section: SectionKey; readonly count: number }[]
  readonly why: readonly WhyGroup[]
  readonly leftOut: readonly {
    readonly key: string
    readonly title: string
    readonly answer: 'no' | 'unknown'
    readonly reasons: readonly Reason[]
  }[]
  readonly coverage: readonly { readonly language: Language; readonly covered: number; readonly total: number }[]
  /** Templates that the plan is made from, upper layers first. */
  readonly madeFrom: readonly { readonly name: string; readonly count: number }[]
  readonly places: { readonly filled: number; readonly slots: number }
}

/** What a plan from these facts would hold. Writes nothing. */
export async function previewPlan(
  deps: Dependencies,
  db: TenantDb,
  actor: Actor,
  { facts, language }: { facts: Facts; language: Language },
): Promise<PlanPreview> {
  const { catalogue, tasks } = await buildFromFacts(deps, db, { tenantId: actor.tenantId, facts })
  const { versions, municipality } = catalogue
  const people = participantRows(facts, { tenantId: actor.tenantId, planId: actor.tenantId })
  const included = tasks.filter((task) => task.isIncluded)
  const today = finnishDay(deps.now())
  const title = (task: PlannedTask) => taskTitle(versions, worded(task), language)
  const dates = included.flatMap(({ due }) => (due?.kind === 'dated' ? [due.date] : [])).toSorted()
  const slots = included.flatMap((task) => task.place ?? [])
  return {
    total: included.length,
    people: people.length,
    from: dates[0] ?? null,
    to: dates.at(-1) ?? null,
    bySection: sections.map((section) => ({
      section,
      count: included.filter((task) => task.task.section === section).length,
    })),
    why: groupByReason(included).map(({ reasons, members }) => ({
      reasons,
      tasks: members.map((task) => {
        const dueOn = task.due?.kind === 'dated' ? task.due.date : null
        return { key: task.task.key, title: title(task), dueOn, isPast: dueOn !== null && dueOn < today }
      }),
    })),
    leftOut: tasks.flatMap((task) =>
      task.isIncluded || task.verdict.answer === 'yes'
        ? []
        : [{ key: task.task.key, title: title(task), answer: task.verdict.answer, reasons: task.verdict.reasons }],
    ),
    coverage: readingLanguages(people, municipality).map((each) => ({
      language: each,
      covered: included.filter((task) => taskCoverage(versions, worded(task), each) !== 'missing').length,
      total: included.length,
    })),
    madeFrom: catalogue.names.map(({ origin, key }) => ({
      name: versions.get(origin.versionId)?.texts[language]?.name ?? key,
      count: included.filter((task) => task.origin.versionId === origin.versionId).length,
    })),
    places: { filled: slots.filter((place) => place.kind === 'place').length, slots: slots.length },
  }
}

const worded = ({ task, textOrigin }: PlannedTask) => ({ key: task.key, textVersionId: textOrigin.versionId })

function groupByReason(tasks: readonly PlannedTask[]): { reasons: readonly Reason[]; members: PlannedTask[] }[] {
  const groups = new Map<string, { reasons: readonly Reason[]; members: PlannedTask[] }>()
  for (const task of tasks) {
    const key = JSON.stringify(task.verdict.reasons)
    const group = groups.get(key) ?? { reasons: task.verdict.reasons, members: [] }
    group.members.push(task)
    groups.set(key, group)
  }
  return [...groups.values()].toSorted((a, b) => b.members.length - a.members.length)
}
