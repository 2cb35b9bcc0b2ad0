import { finnishDay, type CivilDate } from '@kase/shared/calendar/civil-date.ts'
import type { MissingPlace, Place } from '@kase/shared/directory/place.schema.ts'
import type { Anchor, Facts } from '@kase/shared/facts/facts.schema.ts'
import type { Language } from '@kase/shared/locales.ts'
import { phaseOf, phases, type Phase } from '@kase/shared/plans/phase.ts'
import type { Assignee, SectionKey } from '@kase/shared/templates/template.schema.ts'
import { fillText, linkFor, type TextValues } from '@kase/shared/text/fill-text.ts'
import type { RichText } from '@kase/shared/text/rich-text.ts'
import { DomainError } from '@kase/shared/errors.ts'
import type { LinkScope, TenantDb } from '../../db/scope.ts'
import type { Dependencies } from '../../infra/dependencies.ts'
import { offeredLanguages, type MunicipalityRow, type PublishedVersion } from '../catalogue/catalogue.service.ts'
import { getOrganisation } from '../organisations/organisation.service.ts'
import { listParticipants, type ParticipantRow } from './participant.repository.ts'
import { findMunicipalityOfPlan, listMissingPlacesOfPlan, listPlacesOfPlan } from './plan-directory.repository.ts'
import { listPlanTasks, type PlanTaskRow } from './plan-task.repository.ts'
import { officialNameOf } from './plan-view.service.ts'
import { getPlanRow, type PlanRow } from './plan.repository.ts'
import { taskText, textValues } from './task-text.service.ts'

/**
 * A plan as one of its participants gets it, with words in any language: what the worker page, the PDF and the calendar
 * are made from. Works in the scope of a link and in that of staff who may make documents.
 */

export interface ParticipantTask {
  readonly id: string
  readonly key: string
  /** Runs through the participant's whole plan: the same on paper, on the phone and in every language. */
  readonly number: number
  readonly section: SectionKey
  readonly phase: Phase
  readonly assignee: Assignee
  readonly dueOn: CivilDate | null
  readonly rolledFrom: CivilDate | null
  readonly waitsForDate: Anchor | null
  /** Numbers of the participant's own open tasks that must be done first. */
  readonly waitsFor: readonly number[]
  /** Numbers of the tasks that wait for this one. */
  readonly unlocks: readonly number[]
  /** Titles are asked of `wordsOf` by id: open tasks of other people that must be done first. */
  readonly waitsForOthers: readonly {
    readonly key: string
    readonly textVersionId: string
    readonly assignee: Assignee
  }[]
  readonly doneAt: Date | null
  readonly isDoneByMe: boolean
  readonly officialName: { readonly language: 'fi' | 'sv'; readonly name: string } | null
  readonly place: (Place & { readonly officialName: string }) | null
  readonly missingPlace: { readonly slot: string; readonly ask: MissingPlace['ask'] | null } | null
  readonly acknowledge: boolean
  readonly note: string | null
  readonly row: PlanTaskRow
}

/** The title of a task for a reader, in the language that has it. */
export interface TaskTitle {
  readonly language: Language
  readonly isMachine: boolean
  readonly isFallback: boolean
  readonly title: string
}

/** The words of a task for a reader, in the language that has them. */
export interface TaskWords extends TaskTitle {
  readonly why: RichText | null
  readonly bring: readonly RichText[]
  readonly steps: readonly RichText[]
  /** The official page of the task in the reader's language. */
  readonly officialPage: string | null
}

export interface ParticipantPlan {
  readonly plan: PlanRow
  readonly participant: ParticipantRow
  /** Everybody in the plan, the participant included. */
  readonly people: readonly ParticipantRow[]
  readonly employer: {
    readonly name: string
    readonly colour: string | null
    readonly contactName: string | null
    readonly contactPhone: string | null
    readonly contactEmail: string | null
  }
  readonly municipality: MunicipalityRow
  readonly officialLanguage: 'fi' | 'sv'
  readonly dates: Facts['dates']
  readonly today: CivilDate
  readonly tasks: readonly ParticipantTask[]
  /** Languages that the content is offered in. */
  readonly languages: readonly Language[]
  readonly versions: ReadonlyMap<string, PublishedVersion>
  readonly valuesFor: ReturnType<typeof textValues>
  readonly source: PlanSource
}

/** The rows that the tasks of any participant are made from. */
interface PlanSource {
  readonly rows: readonly PlanTaskRow[]
  readonly places: PlacesOfPlan
}

/**
 * Reads a plan in one round trip; a second one where a template version is not in memory yet.
 *
 * @throws DomainError `not-found`
 */
export async function loadParticipantPlan(
  deps: Pick<Dependencies, 'versions' | 'now'>,
  db: TenantDb,
  scope: LinkScope,
): Promise<ParticipantPlan> {
  const { planId, participantId } = scope
  const [plan, people, allRows, employer, municipality, places, missing] = await Promise.all([
    getPlanRow(db, planId),
    listParticipants(db, [planId]),
    listPlanTasks(db, [planId]),
    getOrganisation(db, scope),
    findMunicipalityOfPlan(db, planId),
    listPlacesOfPlan(db, planId),
    listMissingPlacesOfPlan(db, planId),
  ])
  if (!municipality) throw new DomainError('municipality-unknown', { municipality: plan.facts.municipality })
  const rows = allRows.filter((row) => row.isIncluded)
  const versions = await deps.versions.get(db, [
    ...new Set([...plan.layers.map((layer) => layer.versionId), ...rows.map((row) => row.textVersionId)]),
  ])
  const [officialLanguage = 'fi'] = municipality.languages
  const base = {
    plan,
    people,
    employer: employerOf(employer),
    municipality,
    officialLanguage,
    dates: plan.facts.dates,
    today: finnishDay(deps.now()),
    languages: offeredLanguages(versions.values()),
    versions,
    valuesFor: textValues({
      versions,
      layers: plan.layers,
      officialLanguage,
      plain: {
        worker: plan.facts.worker.name,
        employer: employer.name,
        municipality: officialNameOf(municipality.name, municipality),
        ...(employer.contactName !== null && { contact: employer.contactName }),
      },
    }),
    source: { rows, places: { places: placesByKey(places, municipality), missing } },
  }
  return forParticipant(base, participantId)
}

/**
 * The same plan as another of its participants gets it.
 *
 * @throws DomainError `not-found`
 */
export function forParticipant(
  plan: Omit<ParticipantPlan, 'participant' | 'tasks'>,
  participantId: string,
): ParticipantPlan {
  const participant = plan.people.find(({ id }) => id === participantId)
  if (!participant) throw new DomainError('not-found')
  return { ...plan, participant, tasks: tasksOf(plan, participant) }
}

const employerOf = ({
  name,
  brandColour,
  contactName,
  contactPhone,
  contactEmail,
}: Awaited<ReturnType<typeof getOrganisation>>): ParticipantPlan['employer'] => ({
  name,
  colour: brandColour,
  contactName,
  contactPhone,
  contactEmail,
})

/** Whose tasks stand on whose page: the own ones, and the children's on both parents'. */
export function isOnPageOf({ assignee }: PlanTaskRow, { role }: ParticipantRow): boolean {
  return assignee === role || (assignee === 'child' && role !== 'child')
}

interface PlacesOfPlan {
  readonly places: ReadonlyMap<string, Place & { officialName: string }>
  readonly missing: readonly MissingPlace[]
}

const placesByKey = (places: readonly Place[], municipality: MunicipalityRow): PlacesOfPlan['places'] =>
  new Map(places.map((place) => [place.key, { ...place, officialName: officialNameOf(place.name, municipality) }]))

function tasksOf(
  { plan, officialLanguage, source: { rows, places } }: Omit<ParticipantPlan, 'participant' | 'tasks'>,
  participant: ParticipantRow,
): ParticipantTask[] {
  const own = rows
    .filter((row) => isOnPageOf(row, participant))
    .map((row) => ({
      ...row,
      phase: phaseOf({ dueOn: row.dueOn ?? undefined, anchor: row.definition.due?.anchor }, plan.facts.dates),
    }))
    .toSorted((a, b) => phases.indexOf(a.phase) - phases.indexOf(b.phase) || a.position - b.position)
  const numbers = new Map(own.map((row, index) => [row.key, index + 1]))
  const byKey = new Map(rows.map((row) => [row.key, row]))
  const openRequired = (row: PlanTaskRow) =>
    row.definition.requires.flatMap((key) => {
      const required = byKey.get(key)
      return required && required.tickedAt === null ? [required] : []
    })
  return own.map((row, index) => {
    const required = openRequired(row)
    const place = row.placeKey === null ? undefined : places.places.get(row.placeKey)
    const { slot, official, acknowledge } = row.definition
    return {
      id: row.id,
      key: row.key,
      number: index + 1,
      section: row.section,
      phase: row.phase,
      assignee: row.assignee,
      dueOn: row.dueOn,
      rolledFrom: row.rolledFrom,
      waitsForDate: row.dueOn === null ? row.waitsFor : null,
      waitsFor: required.flatMap(({ key }) => numbers.get(key) ?? []),
      unlocks: own.flatMap((other, at) => (other.definition.requires.includes(row.key) ? [at + 1] : [])),
      waitsForOthers: required
        .filter((other) => !numbers.has(other.key) && !other.isPrivate)
        .map(({ key, textVersionId, assignee }) => ({ key, textVersionId, assignee })),
      doneAt: row.tickedAt,
      isDoneByMe: row.tickedByParticipant === participant.id,
      officialName: officialPlate(official, officialLanguage),
      place: place ?? null,
      missingPlace:
        !place && slot ? { slot, ask: places.missing.find((entry) => entry.slot === slot)?.ask ?? null } : null,
      acknowledge,
      note: row.note,
      row,
    }
  })
}

function officialPlate(
  official: PlanTaskRow['definition']['official'],
  language: 'fi' | 'sv',
): ParticipantTask['officialName'] {
  const name = official?.[language]
  if (name) return { language, name }
  const other = language === 'fi' ? 'sv' : 'fi'
  const otherName = official?.[other]
  return otherName ? { language: other, name: otherName } : null
}

/** The title of a task for a reader. A task that has no text in any language keeps its key as title: it is never dropped. */
export function titleOf(
  { versions }: Pick<ParticipantPlan, 'versions'>,
  { row }: Pick<ParticipantTask, 'row'>,
  reader: Language,
): TaskTitle {
  const picked = taskText(versions, row, reader)
  if (!picked) return { language: reader, isMachine: false, isFallback: true, title: row.key }
  const { text, language, isMachine, isFallback } = picked
  return { language, isMachine, isFallback, title: text.title }
}

/** The words of a task for a reader: the title with what there is to say of it, all placeholders filled. */
export function wordsOf(
  { versions, valuesFor }: Pick<ParticipantPlan, 'versions' | 'valuesFor'>,
  task: Pick<ParticipantTask, 'row' | 'place'>,
  reader: Language,
): TaskWords {
  const { row, place } = task
  const title = titleOf({ versions }, task, reader)
  const picked = taskText(versions, row, reader)
  if (!picked) return { ...title, why: null, bring: [], steps: [], officialPage: null }
  const { text, language } = picked
  const values: TextValues = valuesFor(language, { links: row.definition.links, place: place?.officialName })
  const [firstLink] = Object.values(row.definition.links)
  return {
    ...title,
    why: text.why === undefined ? null : fillText(text.why, values),
    bring: (text.bring ?? []).map((line) => fillText(line, values)),
    steps: (text.steps ?? []).map((line) => fillText(line, values)),
    officialPage: linkFor(firstLink, reader) ?? null,
  }
}

/** The title of a task that somebody else does, for "waits for". */
export const titleOfOther = (
  { versions }: Pick<ParticipantPlan, 'versions'>,
  other: ParticipantTask['waitsForOthers'][number],
  reader: Language,
): string => taskText(versions, other, reader)?.text.title ?? other.key

/** Words for a slot that nobody has filled: "the service desk of the municipality". */
export function slotWords(
  { versions, plan }: Pick<ParticipantPlan, 'versions' | 'plan'>,
  slot: string,
  reader: Language,
): { text: string; language: Language } {
  for (const language of [reader, 'en', 'fi', 'sv'] as const)
    for (const { versionId } of plan.layers.toReversed()) {
      const text = versions.get(versionId)?.texts[language]?.slots[slot]
      if (text) return { text, language }
    }
  return { text: slot, language: reader }
}
