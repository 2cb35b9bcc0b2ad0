/** Which of a text's languages a reader gets, and what must be said about it. */
import { languageTags, languages, pickLanguage, type Language } from '@kase/shared/locales.ts'
import type { Localized, LocalText } from '../plan-document.ts'
import { isolate } from './isolation.ts'
import { fill, labelsOf } from './labels.ts'

/** A text chosen for a reader. `note` is what stands above it: nobody vouched for it, or it is in another language. */
export interface Chosen<T> extends LocalText<T> {
  readonly note?: string
}

/** The reader's own text, else the first of the fallback chain, else any there is; undefined only when there is none. */
export function choose<T>(texts: Localized<T> | undefined, reader: Language): Chosen<T> | undefined {
  if (!texts) return undefined
  const has = (language: Language): boolean => texts[language] !== undefined
  const picked = pickLanguage(reader, has) ?? languageTags.find(has)
  const local = picked && texts[picked]
  if (!local) return undefined
  const note = noteOn(local, reader)
  return note ? { ...local, note } : local
}

function noteOn(local: LocalText<unknown>, reader: Language): string | undefined {
  const labels = labelsOf(reader)
  const notes = [
    ...(local.language === reader ? [] : [fill(labels.fallbackMark, { language: nameOf(local.language) })]),
    ...(local.mark === 'machine' ? [labels.machineMark] : []),
  ]
  return notes.length > 0 ? notes.join(' ') : undefined
}

/** Whether the text is in the reader's own language. */
export const isOwn = (texts: Localized<unknown> | undefined, reader: Language): boolean =>
  texts?.[reader]?.language === reader

/** Points from an empty column to the one beside it. */
export const acrossNote = (reader: Language, other: Language): string =>
  fill(labelsOf(reader).acrossMark, { language: nameOf(other) })

/** A language by its own name, kept apart from the text around it. */
const nameOf = (language: Language): string => isolate('name', languages[language].nativeName)
