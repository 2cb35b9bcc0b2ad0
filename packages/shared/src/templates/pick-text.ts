import { pickLanguage, type Language } from '../locales.ts'
import type { TaskText, TemplateText } from './template.schema.ts'

/** The text of a task as a reader gets it: in their language, or in the next of their chain, and marked either way. */
export interface PickedText<T> {
  readonly text: T
  readonly language: Language
  /** Nobody has reviewed it. */
  readonly isMachine: boolean
  /** It is not in the language asked for. */
  readonly isFallback: boolean
}

export type TextsByLanguage = Readonly<Partial<Record<Language, TemplateText>>>

/** How far a task's text in one language may be trusted: what the language marks of the launch screen show. */
export type Coverage = 'reviewed' | 'translated' | 'machine' | 'missing'

export function coverageOf(texts: TextsByLanguage, key: string, language: Language): Coverage {
  const text = texts[language]
  return text?.tasks[key] === undefined ? 'missing' : (text.states[key] ?? text.state)
}

/**
 * Picks the text of a task for a reader. Undefined only when no language at all has it.
 *
 * The language that a template is written in is what all others were made from, so a machine mark there would mean nothing to
 * a reader: it is left out.
 */
export function pickTaskText(
  texts: TextsByLanguage,
  key: string,
  reader: Language,
  source: Language,
): PickedText<TaskText> | undefined {
  const has = (language: Language) => texts[language]?.tasks[key] !== undefined
  const language = pickLanguage(reader, has) ?? (has(source) ? source : (Object.keys(texts) as Language[]).find(has))
  if (language === undefined) return undefined
  const text = texts[language]?.tasks[key]
  if (text === undefined) return undefined
  return {
    text,
    language,
    isMachine: language !== source && coverageOf(texts, key, language) === 'machine',
    isFallback: language !== reader,
  }
}
