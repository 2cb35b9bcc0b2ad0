import type { TextValues } from '@kase/shared/text/fill-text.ts'
import type { Language } from '@kase/shared/locales.ts'
import { coverageOf, pickTaskText, type Coverage, type PickedText } from '@kase/shared/templates/pick-text.ts'
import type { Origin } from '@kase/shared/templates/layers.ts'
import type { LinkTarget, TaskText, TemplateStructure } from '@kase/shared/templates/template.schema.ts'
import type { PublishedVersion } from '../catalogue/catalogue.service.ts'

/** The words of a plan's tasks, read from the immutable versions that the plan remembers. */

type Versions = ReadonlyMap<string, PublishedVersion>

interface Worded {
  readonly key: string
  readonly textVersionId: string
}

/** The text of a task for a reader, with the marks of what it is; undefined only when no language has any. */
export function taskText(
  versions: Versions,
  { key, textVersionId }: Worded,
  reader: Language,
): PickedText<TaskText> | undefined {
  const version = versions.get(textVersionId)
  return version && pickTaskText(version.texts, key, reader, version.sourceLanguage)
}

/** The title for a reader; the key itself where there is no text at all, so that a list never has an empty row. */
export const taskTitle = (versions: Versions, task: Worded, reader: Language): string =>
  taskText(versions, task, reader)?.text.title ?? task.key

/** How far the text in one language may be trusted. The language it was written in counts as it is. */
export function taskCoverage(versions: Versions, { key, textVersionId }: Worded, language: Language): Coverage {
  const version = versions.get(textVersionId)
  return version ? coverageOf(version.texts, key, language) : 'missing'
}

/** The facts that all layers of a plan bring, a lower layer's over an upper one's. */
export type LayeredFacts = Pick<TemplateStructure, 'figures' | 'phones' | 'terms'>

export function layeredFacts(versions: Versions, layers: readonly Pick<Origin, 'versionId'>[]): LayeredFacts {
  const structures = layers.flatMap(({ versionId }) => versions.get(versionId)?.structure ?? [])
  return {
    figures: Object.assign({}, ...structures.map((structure) => structure.figures)) as LayeredFacts['figures'],
    phones: Object.assign({}, ...structures.map((structure) => structure.phones)) as LayeredFacts['phones'],
    terms: Object.assign({}, ...structures.map((structure) => structure.terms)) as LayeredFacts['terms'],
  }
}

/** The language's own words for terms, from all layers. */
export const layeredTermWords = (
  versions: Versions,
  layers: readonly Pick<Origin, 'versionId'>[],
  language: Language,
): Record<string, string> =>
  Object.assign({}, ...layers.map(({ versionId }) => versions.get(versionId)?.texts[language]?.terms ?? {})) as Record<
    string,
    string
  >

export interface PlanTextContext {
  readonly versions: Versions
  readonly layers: readonly Pick<Origin, 'versionId'>[]
  readonly plain: TextValues['plain']
  readonly officialLanguage: 'fi' | 'sv'
}

/** Makes the values that fill texts of one language; the facts are laid once, not for each task. */
export function textValues({
  versions,
  layers,
  plain,
  officialLanguage,
}: PlanTextContext): (
  language: Language,
  task?: { readonly links: Readonly<Record<string, LinkTarget>>; readonly place?: string | undefined },
) => TextValues {
  let facts: LayeredFacts | undefined
  const words = new Map<Language, Record<string, string>>()
  return (language, task) => {
    const termWords = words.get(language) ?? layeredTermWords(versions, layers, language)
    words.set(language, termWords)
    facts ??= layeredFacts(versions, layers)
    return {
      ...facts,
      language,
      termWords,
      officialLanguage,
      plain: task?.place === undefined ? plain : { ...plain, place: task.place },
      links: task?.links ?? {},
    }
  }
}
