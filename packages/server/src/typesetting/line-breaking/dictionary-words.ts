/** Words inside Thai, Lao, Khmer and Burmese, which put no space between them: ICU's dictionaries through Intl.Segmenter. */
import { boundedCache } from '../bounded-cache.ts'

const complexContext = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\ua9e0-\ua9ff\uaa60-\uaa7f]/
/** A line never begins with a mark, closing punctuation, or the Thai and Burmese signs that belong to what stands before. */
const neverFirst = /^[\p{M}\p{Pe}\p{Pf}\p{Po}\u0e2f\u0e46\u104a\u104b]/u
/** … and never ends with what opens. */
const neverLast = /[\p{Ps}\p{Pi}]$/u

export const isDictionaryScript = (text: string): boolean => complexContext.test(text)

const segmenters = new Map<string, Intl.Segmenter>()
const breaksOf = boundedCache<readonly number[]>(10_000)

/** Offsets inside a stretch without spaces at which a word ends and a line may. */
export function dictionaryBreaks(stretch: string, language: string): readonly number[] {
  const dictionary = dictionaryOf(stretch, language)
  const key = `${dictionary} ${stretch}`
  return breaksOf.get(key) ?? breaksOf.set(key, findBreaks(stretch, dictionary))
}

const dictionaryOf = (stretch: string, language: string): string => {
  if (/[\u0e00-\u0e7f]/.test(stretch)) return 'th'
  if (/[\u1000-\u109f]/.test(stretch)) return 'my'
  return language
}

function findBreaks(stretch: string, language: string): number[] {
  const breaks: number[] = []
  let before = ''
  for (const { segment, index } of segmenter(language).segment(stretch)) {
    // Beside digits, Latin letters and fixed spaces the general rules hold.
    const inside = complexContext.test(segment.charAt(0)) && complexContext.test(before.at(-1) ?? '')
    if (index > 0 && inside && !neverFirst.test(segment) && !neverLast.test(before)) breaks.push(index)
    before = segment
  }
  return breaks
}

function segmenter(language: string): Intl.Segmenter {
  const known = segmenters.get(language)
  if (known) return known
  const created = new Intl.Segmenter(language, { granularity: 'word' })
  segmenters.set(language, created)
  return created
}

const graphemeSegmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** What a reader sees as single letters; a word too long for its line is broken between these only. */
export const graphemes = (text: string): string[] => Array.from(graphemeSegmenter.segment(text), (part) => part.segment)
