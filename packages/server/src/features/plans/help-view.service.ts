import { pickLanguage, type Language } from '@kase/shared/locales.ts'
import type { Help } from '@kase/shared/templates/template.schema.ts'
import { fillText, linkFor } from '@kase/shared/text/fill-text.ts'
import type { RichText } from '@kase/shared/text/rich-text.ts'
import type { PublishedVersion } from '../catalogue/catalogue.service.ts'
import type { ParticipantPlan } from './participant-plan.service.ts'

/** The rights-and-help block of a plan for a reader: what every worker page and every PDF carries. */
export interface HelpView {
  readonly numbers: readonly { readonly key: string; readonly phone: string; readonly about: Worded<string> }[]
  readonly points: readonly { readonly key: string; readonly text: Worded<RichText> }[]
  readonly helpers: readonly {
    readonly key: string
    readonly name: string
    readonly nameLanguage: 'fi' | 'sv'
    readonly about: Worded<RichText> | null
    readonly phone: string | null
    readonly email: string | null
    readonly url: string | null
  }[]
  /** The oldest day on which one of its sources was read. */
  readonly checkedOn: string | null
}

export interface Worded<T> {
  readonly text: T
  readonly language: Language
  readonly isMachine: boolean
}

/** Collects the block from all layers, upper first; of entries with one key the lowest layer's counts. */
export function helpView(plan: ParticipantPlan, reader: Language): HelpView {
  const versions = plan.plan.layers.flatMap(({ versionId }) => plan.versions.get(versionId) ?? [])
  const values = (language: Language) => plan.valuesFor(language)
  return {
    numbers: entriesOf(versions, (help) => help.numbers).map(({ entry, version }) => ({
      key: entry.key,
      phone: entry.phone,
      about: pick(version, reader, (text) => text.help.numbers[entry.key]) ?? {
        text: '',
        language: reader,
        isMachine: false,
      },
    })),
    points: entriesOf(versions, (help) => help.points).flatMap(({ entry, version }) => {
      const picked = pick(version, reader, (text) => text.help.points[entry.key])
      return picked
        ? [{ key: entry.key, text: { ...picked, text: fillText(picked.text, values(picked.language)) } }]
        : []
    }),
    helpers: entriesOf(versions, (help) => help.helpers).map(({ entry, version }) => {
      const picked = pick(version, reader, (text) => text.help.helpers[entry.key])
      const nameLanguage = entry.official[plan.officialLanguage]
        ? plan.officialLanguage
        : entry.official.fi
          ? 'fi'
          : 'sv'
      return {
        key: entry.key,
        name: entry.official[nameLanguage] ?? entry.key,
        nameLanguage,
        about: picked ? { ...picked, text: fillText(picked.text, values(picked.language)) } : null,
        phone: entry.phone ?? null,
        email: entry.email ?? null,
        url: linkFor(entry.url, reader) ?? null,
      }
    }),
    checkedOn: oldestCheck(versions),
  }
}

function entriesOf<E extends { readonly key: string }>(
  versions: readonly PublishedVersion[],
  list: (help: Help) => readonly E[],
): { entry: E; version: PublishedVersion }[] {
  const byKey = new Map<string, { entry: E; version: PublishedVersion }>()
  for (const version of versions)
    for (const entry of list(version.structure.help)) byKey.set(entry.key, { entry, version })
  return [...byKey.values()]
}

type Text = NonNullable<PublishedVersion['texts'][Language]>

function pick(
  version: PublishedVersion,
  reader: Language,
  of: (text: Text) => string | undefined,
): Worded<string> | undefined {
  const has = (language: Language) => {
    const text = version.texts[language]
    return text !== undefined && of(text) !== undefined
  }
  const language = pickLanguage(reader, has) ?? (has(version.sourceLanguage) ? version.sourceLanguage : undefined)
  const text = language && version.texts[language]
  const words = text && of(text)
  return words === undefined || language === undefined
    ? undefined
    : { text: words, language, isMachine: language !== version.sourceLanguage && text?.state === 'machine' }
}

function oldestCheck(versions: readonly PublishedVersion[]): string | null {
  const days = versions.flatMap(({ structure: { help, sources } }) =>
    [...help.numbers, ...help.helpers].flatMap(({ source }) =>
      source === undefined ? [] : (sources[source]?.checkedOn ?? []),
    ),
  )
  return days.toSorted()[0] ?? null
}
