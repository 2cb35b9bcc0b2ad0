import type { TemplateText } from '@kase/shared/templates/template.schema.ts'
import { bareWords, textUnits } from '../checks/text-units.ts'

/** How heavy a text is to read. */
export interface ReadingLevel {
  readonly sentences: number
  readonly words: number
  readonly wordsPerSentence: number
  /** Share of words of more than six letters, 0 to 1. */
  readonly longWordShare: number
  /** Björnsson's LIX: words per sentence plus percent of long words. Finnish words are long: compare Finnish with Finnish. */
  readonly lix: number
}

/** Measures the titles, reasons and steps of a text. Meant for languages that put spaces between words. */
export function readingLevel(text: TemplateText): ReadingLevel {
  const sentences = textUnits(text)
    .filter((unit) => unit.kind === 'title' || unit.kind === 'prose')
    .flatMap((unit) => bareWords(unit.text).split(/[.!?:]+(?:\s+|$)/))
    .map((sentence) => sentence.match(/\p{L}[\p{L}\p{M}’'-]*/gu) ?? [])
    .filter((words) => words.length > 0)
  const words = sentences.flat()
  const long = words.filter((word) => word.length > 6).length
  const wordsPerSentence = words.length / Math.max(1, sentences.length)
  const longWordShare = long / Math.max(1, words.length)
  return {
    sentences: sentences.length,
    words: words.length,
    wordsPerSentence,
    longWordShare,
    lix: wordsPerSentence + 100 * longWordShare,
  }
}
