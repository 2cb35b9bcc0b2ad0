import type { CivilDate } from '@kase/shared/calendar/civil-date.ts'
import { finnishDay } from '@kase/shared/calendar/civil-date.ts'
import { hoursLine } from '@kase/shared/directory/opening-hours.ts'
import { workerWords } from '@kase/shared/i18n/worker/worker-texts.ts'
import type { Language } from '@kase/shared/locales.ts'
import { phases } from '@kase/shared/plans/phase.ts'
import { linkFor } from '@kase/shared/text/fill-text.ts'
import { helpView, type HelpView, type Worded } from '../plans/help-view.service.ts'
import { slotWords, wordsOf, type ParticipantPlan, type ParticipantTask } from '../plans/participant-plan.service.ts'
import type {
  Employer,
  LocalText,
  Localized,
  OfficialLanguage,
  PlanContent,
  PlanDocument,
  PlanSection,
  PlanTask,
  Place,
  RightsAndHelp,
} from './plan-document.ts'

/** What a participant's document shall be. */
export interface ParticipantDocumentOptions {
  readonly kind: 'plan' | 'side-by-side' | 'several' | 'pocket'
  /** The languages to set, the reader's first; only `several` looks beyond the first. */
  readonly languages: readonly [Language, ...Language[]]
  /** The official language of the second column; the municipality's own where it is not given. */
  readonly official?: OfficialLanguage
  /** The participant's live page, for the QR codes; absent, there are none. */
  readonly link?: { readonly url: string; readonly until?: CivilDate }
  /** The employer's logo; absent, the name stands in its place. */
  readonly logo?: NonNullable<Employer['logo']>
}

/** A participant's plan as a printable document: the same tasks, numbers and words as on the worker's page. */
export function buildParticipantDocument(
  plan: ParticipantPlan,
  { kind, languages, official = plan.officialLanguage, ...extras }: ParticipantDocumentOptions,
): PlanDocument {
  const [language] = languages
  const readers = kind === 'side-by-side' ? [language, official] : kind === 'several' ? languages : [language]
  const content = planContent(plan, [...new Set<Language>(readers)], extras)
  if (kind === 'side-by-side' && language !== official) return { ...content, kind, language, official }
  if (kind === 'several') return { ...content, kind, languages }
  return kind === 'pocket' ? { ...content, kind, language } : { ...content, kind: 'plan', language }
}

/** Whose plan it is, as every document of a participant names it. */
export const printedEmployer = ({ employer }: ParticipantPlan, logo: Employer['logo']): Employer => ({
  name: employer.name,
  ...(employer.colour && { colour: employer.colour }),
  ...(logo && { logo }),
})

function planContent(
  plan: ParticipantPlan,
  readers: readonly Language[],
  { link, logo }: Pick<ParticipantDocumentOptions, 'link' | 'logo'>,
): PlanContent {
  const { employer, participant, dates, municipality, officialLanguage } = plan
  const place = municipality.name[officialLanguage] ?? municipality.name.fi ?? municipality.name.sv
  return {
    employer: printedEmployer(plan, logo),
    participant: { name: participant.name },
    madeOn: plan.today,
    facts: {
      ...(employer.contactName && {
        contact: { name: employer.contactName, ...(employer.contactPhone && { phone: employer.contactPhone }) },
      }),
      ...(dates.arrival && { arrivesOn: dates.arrival }),
      ...(dates['first-day'] && { startsOn: dates['first-day'] }),
      ...(place && { municipality: place }),
    },
    ...(link && { link }),
    sections: sectionsOf(plan, readers, link?.url),
    rightsAndHelp: rightsAndHelp(plan, readers, link?.url),
  }
}

function sectionsOf(plan: ParticipantPlan, readers: readonly Language[], url: string | undefined): PlanSection[] {
  return phases.flatMap((phase) => {
    const tasks = plan.tasks.filter((task) => task.phase === phase)
    if (tasks.length === 0) return []
    const title = localized(readers, (reader) => {
      const words = workerWords(reader)
      return { language: words.language, text: words.t(`phase.${phase}`) }
    })
    return [{ title, tasks: tasks.map((task) => printedTask(plan, task, { readers, url })) }]
  })
}

/** One text for each reader who has one. */
function localized<T>(
  readers: readonly Language[],
  textFor: (reader: Language) => LocalText<T> | undefined,
): Localized<T> {
  return Object.fromEntries(
    readers.flatMap((reader) => {
      const text = textFor(reader)
      return text === undefined ? [] : [[reader, text]]
    }),
  )
}

interface Printing {
  readonly readers: readonly Language[]
  readonly url: string | undefined
}

function printedTask(plan: ParticipantPlan, task: ParticipantTask, { readers, url }: Printing): PlanTask {
  const words = new Map(readers.map((reader) => [reader, wordsOf(plan, task, reader)]))
  const field = <T>(of: (picked: ReturnType<typeof wordsOf>) => T | null | undefined): Localized<T> =>
    localized(readers, (reader) => {
      const picked = words.get(reader)
      const text = picked && of(picked)
      return picked && text != null
        ? { language: picked.language, text, ...(picked.isMachine && { mark: 'machine' as const }) }
        : undefined
    })
  const list = (of: (picked: ReturnType<typeof wordsOf>) => ReturnType<typeof wordsOf>['steps']) => {
    const length = Math.max(0, ...[...words.values()].map((picked) => of(picked).length))
    return Array.from({ length }, (_, index) => field((picked) => of(picked)[index]))
  }
  const why = field((picked) => picked.why)
  const place = printedPlace(plan, task, readers)
  return {
    number: task.number,
    title: field((picked) => picked.title),
    ...(task.officialName && { officialName: task.officialName }),
    when:
      task.dueOn === null
        ? { kind: 'any' }
        : { kind: 'deadline', day: task.dueOn, ...(task.rolledFrom && { rolledFrom: task.rolledFrom }) },
    waitsFor: task.waitsFor,
    steps: list((picked) => picked.steps),
    ...(Object.keys(why).length > 0 && { why }),
    bring: list((picked) => picked.bring),
    ...(place && { place }),
    ...(task.doneAt && { done: { on: finnishDay(task.doneAt) } }),
    ...(url && { url: `${url}/task/${task.key}` }),
  }
}

function printedPlace(
  plan: ParticipantPlan,
  { place, missingPlace }: ParticipantTask,
  readers: readonly Language[],
): Place | undefined {
  const { officialLanguage: language } = plan
  if (!place) return missingPlace ? unknownPlace(plan, missingPlace, readers) : undefined
  const { officialName: name, address, hours, phone, url } = place
  const [reader = 'en'] = readers
  const site = linkFor(url, reader)
  const hoursIn = (tongue: Language): string => hoursLine(hours, tongue, workerWords(tongue).t('task.closed'))
  return {
    sign: { language, name, ...(address && { address }), ...(hours.length > 0 && { hours: hoursIn(language) }) },
    ...(hours.length > 0 && {
      hours: localized(readers, (tongue) => ({ language: tongue, text: hoursIn(tongue) })),
    }),
    ...(phone && { phone }),
    ...(site && { url: site }),
  }
}

/** A place that nobody has entered yet: what it is in words, and where to ask. */
function unknownPlace(
  plan: ParticipantPlan,
  { slot, ask }: NonNullable<ParticipantTask['missingPlace']>,
  readers: readonly Language[],
): Place {
  const { officialLanguage: language } = plan
  const [reader = 'en'] = readers
  const site = linkFor(ask ?? undefined, reader)
  return {
    sign: { language, name: slotWords(plan, slot, language).text },
    about: localized(readers, (tongue) => slotWords(plan, slot, tongue)),
    ...(site && { url: site }),
  }
}

function rightsAndHelp(plan: ParticipantPlan, readers: readonly Language[], url: string | undefined): RightsAndHelp {
  const views = new Map(readers.map((reader) => [reader, helpView(plan, reader)]))
  const [first] = views.values()
  if (!first) return { emergency: [], statements: [], helpers: [] }
  const texts = <T>(of: (view: HelpView) => Worded<T> | null | undefined): Localized<T> =>
    localized(readers, (reader) => {
      const view = views.get(reader)
      const worded = view && of(view)
      return worded
        ? { language: worded.language, text: worded.text, ...(worded.isMachine && { mark: 'machine' as const }) }
        : undefined
    })
  return {
    emergency: first.numbers.map(({ key, phone }) => ({
      number: phone,
      about: texts((view) => view.numbers.find((entry) => entry.key === key)?.about),
    })),
    statements: first.points.map(({ key }) => texts((view) => view.points.find((entry) => entry.key === key)?.text)),
    helpers: first.helpers.map(({ key, name, nameLanguage, phone, url: site }) => ({
      name: fallingBack({ language: nameLanguage, text: name }, readers),
      about: texts((view) => view.helpers.find((entry) => entry.key === key)?.about),
      ...(phone && { phone }),
      ...(site && { url: site }),
    })),
    ...(url && { advisorUrl: `${url}/rights` }),
    ...(first.checkedOn && { checkedOn: first.checkedOn }),
  }
}

/** An official name stands for every reader as it is: it is no missing translation. */
const fallingBack = (name: LocalText<string>, readers: readonly Language[]): Localized<string> =>
  localized(readers, (reader) => ({ ...name, language: reader }))
