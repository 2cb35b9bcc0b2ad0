const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** The first letters of a word, as its readers count them: a Nepali letter keeps its vowel sign. */
const letters = (word: string, count: number): string =>
  Array.from(segmenter.segment(word), ({ segment }) => segment)
    .slice(0, count)
    .join('')

/** First letters of the first and the last word; two letters of a single word. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  const [first = ''] = words
  const last = words.length > 1 ? (words.at(-1) ?? '') : ''
  return (last === '' ? letters(first, 2) : letters(first, 1) + letters(last, 1)).toLocaleUpperCase()
}

/** What one calls a person in a heading: the first word of the name. */
export const firstName = (name: string): string => name.trim().split(/\s+/)[0] ?? name
