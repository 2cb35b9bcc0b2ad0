import { finnishDay, type CivilDate } from '@kase/shared/calendar/civil-date.ts'
import { finnishHolidays } from '@kase/shared/calendar/finnish-holidays.ts'
import { DomainError } from '@kase/shared/errors.ts'
import type { Reason } from '@kase/shared/facts/audience-rule.ts'
import type { Anchor, Facts } from '@kase/shared/facts/facts.schema.ts'
import { can } from '@kase/shared/identity/role.policy.ts'
import type { Language } from '@kase/shared/locales.ts'
import { phaseOf, type Phase } from '@kase/shared/plans/phase.ts'
import type { PlanStatus } from '@kase/shared/plans/plan.schema.ts'
import { planStatus } from '@kase/shared/plans/plan-status.ts'
import type { Coverage } from '@kase/shared/templates/pick-text.ts'
import type { Assignee, SectionKey } from '@kase/shared/templates/template.schema.ts'
import type { TenantDb } from '../../db/scope.ts'
import type { Dependencies } from '../../infra/dependencies.ts'
import type { Actor } from '../../trpc/context.ts'
import type { MunicipalityRow } from '../catalogue/catalogue.service.ts'
import { listParticipants, type ParticipantRow } from './participant.repository.ts'
import { findMunicipalityOfPlan, listPlacesOfPlan } from './plan-directory.repository.ts'
import { listPlanTasks, type PlanTaskRow } from './plan-task.repository.ts'
import { getPlanRow, type PlanRow } from './plan.repository.ts'
import { listOpenings } from './opening.repository.ts'
import { taskCoverage, taskText, taskTitle } from './task-text.service.ts'

/** A task as staff see it. */
export interface StaffTask {
  readonly id: string
  readonly key: string
  readonly section: SectionKey
  readonly phase: Phase
  readonly assignee: Assignee
  readonly ownerId: string | null
  readonly title: string
  /** Language that the title is really in. */
  readonly titleLanguage: Language
  readonly dueOn: CivilDate | null
  readonly isDateFixed: boolean
  readonly rolledFrom: CivilDate | null
  /** The holiday that the date was moved off, as a catalogue key; null when it was a weekend or nothing moved. */
  readonly rolledOffHoliday: string | null
  /** The date that nobody has entered yet and that this task is counted from. */
  readonly waitsForDate: Anchor | null
  readonly reasons: readonly Reason[]
  readonly answer: 'yes' | 'no' | 'unknown'
  readonly isIncluded: boolean
  readonly isLocked: boolean
  /** The family's own: whether it is done is not told. */
  readonly isPrivate: boolean
  readonly isDone: boolean
  readonly doneAt: string | null
  readonly isOverdue: boolean
  /** Open tasks that must be done first. */
  readonly waitsFor: readonly { readonly taskId: string; readonly title: string }[]
  readonly place: { readonly name: string } | { readonly missingSlot: string } | null
  readonly note: string | null
  /** How far the text may be trusted in each language that the plan is read in. */
  readonly coverage: Readonly<Partial<Record<Language, Coverage>>>
}

export interface StaffParticipant {
  readonly id: string
  readonly role: ParticipantRow['role']
  readonly name: string
  readonly age: number | null
  readonly language: Language
  readonly email: string | null
  readonly phone: string | null
}

export interface PlanView {
  readonly id: string
  readonly state: PlanRow['state']
  readonly status: PlanStatus
  readonly revision: number
  readonly workerName: string
  /** Absent for a buddy, who may see neither permits nor family. */
  readonly facts: Facts | null
  readonly dates: Partial<Record<Anchor, CivilDate | undefined>>
  readonly municipality: Pick<MunicipalityRow, 'key' | 'name' | 'languages'>
  readonly buddyId: string | null
  readonly launchedAt: string | null
  readonly finishedAt: string | null
  readonly today: CivilDate
  readonly participants: readonly StaffParticipant[]
  /** Languages that the plan is read in, the worker's first and the municipality's last. */
  readonly languages: readonly Language[]
  readonly tasks: readonly StaffTask[]
  /** Tasks that the rules or a person left out, each with its reason. */
  readonly leftOut: readonly StaffTask[]
  /** Counts only what the employer may see. */
  readonly progress: { readonly done: number; readonly total: number }
}

/** @throws DomainError `not-found` */
export async function getPlanView(
  deps: Dependencies,
  db: TenantDb,
  actor: Actor,
  { planId, language }: { planId: string; language: Language },
): Promise<PlanView> {
  const [plan, taskRows, participants, municipality, openings, places] = await Promise.all([
    getPlanRow(db, planId),
    listPlanTasks(db, [planId]),
    listParticipants(db, [planId]),
    findMunicipalityOfPlan(db, planId),
    listOpenings(db, [planId]),
    listPlacesOfPlan(db, planId),
  ])
  if (!municipality) throw new DomainError('municipality-unknown', { municipality: plan.facts.municipality })
  const rows = taskRows.map((row) => ({ ...row, requires: row.definition.requires }))
  const versions = await deps.versions.get(db, [
    ...new Set(rows.flatMap((row) => [row.textVersionId, row.templateVersionId])),
  ])
  const today = finnishDay(deps.now())
  const languages = readingLanguages(participants, municipality)
  const placeNames = new Map(places.map((place) => [place.key, officialNameOf(place.name, municipality)]))
  const included = new Map(rows.filter((row) => row.isIncluded).map((row) => [row.key, row]))
  const view = (row: RequiringRow): StaffTask =>
    staffTask(row, {
      plan,
      versions,
      language,
      languages,
      today,
      placeNames,
      waitsFor: openRequirements(row, included),
    })
  const canSeeFamily = can(actor.role, 'plan.readFamily')
  const seen = rows.filter((row) => canSeeFamily || !row.isPrivate)
  const visible = seen.filter((row) => row.isIncluded && !row.isPrivate)
  const isOpened = openings.some((opening) => opening.firstOpenedAt !== null)
  return {
    id: plan.id,
    state: plan.state,
    status: planStatus({ state: plan.state, isOpened, today, tasks: visible.map((row) => statusTask(row, included)) }),
    revision: plan.revision,
    workerName: plan.workerName,
    facts: can(actor.role, 'plan.readFacts') ? plan.facts : null,
    dates: publicDates(plan.facts.dates, canSeeFamily),
    municipality,
    buddyId: plan.buddyId,
    launchedAt: plan.launchedAt?.toISOString() ?? null,
    finishedAt: plan.finishedAt?.toISOString() ?? null,
    today,
    participants: participants.filter((person) => canSeeFamily || person.role === 'worker').map(staffParticipant),
    languages,
    tasks: seen.filter((row) => row.isIncluded).map(view),
    leftOut: can(actor.role, 'plan.write') ? seen.filter((row) => !row.isIncluded).map(view) : [],
    progress: { done: visible.filter((row) => row.tickedAt !== null).length, total: visible.length },
  }
}

const staffParticipant = ({ id, role, name, age, language, email, phone }: ParticipantRow): StaffParticipant => ({
  id,
  role,
  name,
  age,
  language,
  email,
  phone,
})

/** Permit and family dates are facts that a buddy may not see. */
function publicDates(dates: Facts['dates'], canSeeFamily: boolean): PlanView['dates'] {
  return canSeeFamily ? dates : { arrival: dates.arrival, 'first-day': dates['first-day'], 'move-in': dates['move-in'] }
}

/** Languages of the people who have a page, and the official language that stands beside them. */
export function readingLanguages(
  participants: readonly Pick<ParticipantRow, 'role' | 'language'>[],
  municipality: Pick<MunicipalityRow, 'languages'>,
): Language[] {
  const [official = 'fi'] = municipality.languages
  return [
    ...new Set([
      ...participants.filter((person) => person.role !== 'child').map((person) => person.language),
      official,
    ]),
  ]
}

/** The name on the door: in the everyday language of the municipality where the place has one in it. */
export function officialNameOf(
  name: { fi?: string | undefined; sv?: string | undefined; en?: string | undefined },
  { languages }: Pick<MunicipalityRow, 'languages'>,
): string {
  const [first = 'fi'] = languages
  return name[first] ?? name.fi ?? name.sv ?? name.en ?? ''
}

interface Requiring {
  readonly key: string
  readonly requires: readonly string[]
  readonly tickedAt: Date | null
  readonly isPrivate: boolean
}

/** Included tasks that must be done first and are not; the family's own are never told of, done or not. */
export const openRequirements = <T extends Requiring>({ requires }: T, included: ReadonlyMap<string, T>): T[] =>
  requires.flatMap((key) => {
    const required = included.get(key)
    return required && !required.isPrivate && required.tickedAt === null ? [required] : []
  })

type RequiringRow = PlanTaskRow & Requiring

const statusTask = (row: RequiringRow, included: ReadonlyMap<string, RequiringRow>) => ({
  isDone: row.tickedAt !== null,
  dueOn: row.dueOn,
  isWaiting: openRequirements(row, included).length > 0,
})

interface StaffTaskContext {
  readonly plan: PlanRow
  readonly versions: Parameters<typeof taskTitle>[0]
  readonly language: Language
  readonly languages: readonly Language[]
  readonly today: CivilDate
  readonly placeNames: ReadonlyMap<string, string>
  readonly waitsFor: readonly PlanTaskRow[]
}

function staffTask(
  row: PlanTaskRow,
  { plan, versions, language, languages, today, placeNames, waitsFor }: StaffTaskContext,
): StaffTask {
  const picked = taskText(versions, row, language)
  const isDone = row.tickedAt !== null
  return {
    id: row.id,
    key: row.key,
    section: row.section,
    phase: phaseOf({ dueOn: row.dueOn ?? undefined, anchor: row.definition.due?.anchor }, plan.facts.dates),
    assignee: row.assignee,
    ownerId: row.ownerId,
    title: picked?.text.title ?? row.key,
    titleLanguage: picked?.language ?? language,
    dueOn: row.dueOn,
    isDateFixed: row.isDateFixed,
    rolledFrom: row.rolledFrom,
    rolledOffHoliday: (row.rolledFrom && finnishHolidays.holidayOn(row.rolledFrom)) ?? null,
    waitsForDate: row.dueOn === null ? row.waitsFor : null,
    reasons: row.verdict.reasons,
    answer: row.verdict.answer,
    isIncluded: row.isIncluded,
    isLocked: row.definition.locked,
    isPrivate: row.isPrivate,
    isDone,
    doneAt: row.tickedAt?.toISOString() ?? null,
    isOverdue: !isDone && !row.isPrivate && row.dueOn !== null && row.dueOn < today,
    waitsFor: waitsFor.map((required) => ({ taskId: required.id, title: taskTitle(versions, required, language) })),
    place: placeOf(row, placeNames),
    note: row.note,
    coverage: Object.fromEntries(languages.map((each) => [each, taskCoverage(versions, row, each)])),
  }
}

function placeOf({ placeKey, definition }: PlanTaskRow, names: ReadonlyMap<string, string>): StaffTask['place'] {
  if (placeKey) return { name: names.get(placeKey) ?? placeKey }
  return definition.slot ? { missingSlot: definition.slot } : null
}
