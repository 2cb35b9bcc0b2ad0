import type { CivilDate } from '@kase/shared/calendar/civil-date.ts'
import type { LinkTarget, SectionKey, UnitState } from '@kase/shared/templates/template.schema.ts'
import type { Language } from '@kase/shared/locales.ts'
import { textsOf } from '../checks/pack-context.ts'
import type { Pack } from '../pack.schema.ts'
import { readingLevel, type ReadingLevel } from './reading-level.ts'

/** How many tasks of a pack are in which state in one language. */
interface CoverageRow {
  readonly pack: string
  readonly language: Language
  readonly state: UnitState | 'missing'
  readonly bySection: Readonly<Partial<Record<SectionKey, number>>>
  readonly total: number
  /** How many of them are essential. */
  readonly essential: number
}

/** A source or a place that somebody must look at again. */
export interface DatedEntry {
  readonly pack: string
  readonly kind: 'source' | 'place'
  readonly key: string
  readonly checkedOn: CivilDate
  readonly reviewBy: CivilDate
}

export interface ContentReport {
  readonly on: CivilDate
  readonly totals: Readonly<Record<'packs' | 'tasks' | 'essential' | 'places', number>>
  readonly coverage: readonly CoverageRow[]
  readonly oldest: readonly DatedEntry[]
  readonly pastReview: readonly DatedEntry[]
  readonly notFound: readonly {
    readonly pack: string
    readonly slot: string
    readonly municipality: string
    readonly ask: LinkTarget
  }[]
  readonly reading: readonly { readonly pack: string; readonly language: Language; readonly level: ReadingLevel }[]
}

/** What the content covers, how old it is and what is not known, on a given day. */
export function contentReport(packs: readonly Pack[], on: CivilDate): ContentReport {
  const tasks = packs.flatMap((pack) => pack.structure.tasks)
  const dated = packs.flatMap(datedEntries).toSorted((a, b) => compare(a.checkedOn, b.checkedOn))
  return {
    on,
    totals: {
      packs: packs.length,
      tasks: tasks.length,
      essential: tasks.filter((task) => task.essential).length,
      places: packs.reduce((sum, pack) => sum + pack.directory.places.length, 0),
    },
    coverage: packs.flatMap(coverageOf),
    oldest: dated.slice(0, 5),
    pastReview: dated.filter((entry) => entry.reviewBy < on).toSorted((a, b) => compare(a.reviewBy, b.reviewBy)),
    notFound: packs.flatMap((pack) => pack.directory.missing.map((entry) => ({ pack: pack.key, ...entry }))),
    reading: packs.flatMap((pack) =>
      textsOf(pack)
        .filter(([language]) => ['fi', 'sv', 'en'].includes(language))
        .map(([language, text]) => ({ pack: pack.key, language, level: readingLevel(text) })),
    ),
  }
}

function coverageOf(pack: Pack): CoverageRow[] {
  return textsOf(pack).flatMap(([language, text]) => {
    const stateOf = (key: string) => (key in text.tasks ? (text.states[key] ?? text.state) : 'missing')
    return (['reviewed', 'translated', 'machine', 'missing'] as const).flatMap((state) => {
      const tasks = pack.structure.tasks.filter(({ key }) => stateOf(key) === state)
      if (tasks.length === 0) return []
      const bySection: Partial<Record<SectionKey, number>> = {}
      for (const { section } of tasks) bySection[section] = (bySection[section] ?? 0) + 1
      const essential = tasks.filter((task) => task.essential).length
      return [{ pack: pack.key, language, state, bySection, total: tasks.length, essential }]
    })
  })
}

const datedEntries = (pack: Pack): DatedEntry[] => [
  ...Object.entries(pack.structure.sources).map(([key, { checkedOn, reviewBy }]) => ({
    pack: pack.key,
    kind: 'source' as const,
    key,
    checkedOn,
    reviewBy,
  })),
  ...pack.directory.places.map(({ key, checkedOn, reviewBy }) => ({
    pack: pack.key,
    kind: 'place' as const,
    key,
    checkedOn,
    reviewBy,
  })),
]

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
