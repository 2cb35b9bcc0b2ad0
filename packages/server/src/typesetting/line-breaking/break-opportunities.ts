/** Where a line may or must end: UAX #14, and words for the scripts that write none between spaces. */
// @ts-expect-error linebreak ships no types
import LineBreaker from 'linebreak'
import { dictionaryBreaks, isDictionaryScript } from './dictionary-words.ts'

interface Breaker {
  nextBreak(): { readonly position: number; readonly required: boolean } | null
}

const forced = /[\n\r\u2028\u2029\u0085\v\f]$/

/** For each place (UTF-16 offset) a line may end at: whether it must. The end of the text is always among them. */
export function breakOpportunities(text: string, language: string): Map<number, boolean> {
  const breaks = new Map<number, boolean>()
  const breaker = new LineBreaker(text) as Breaker
  let last = 0
  for (let found = breaker.nextBreak(); found; found = breaker.nextBreak()) {
    const stretch = text.slice(last, found.position)
    if (isDictionaryScript(stretch)) {
      for (const offset of dictionaryBreaks(stretch, language)) breaks.set(last + offset, false)
    }
    breaks.set(found.position, found.required && forced.test(stretch))
    last = found.position
  }
  if (text.length > 0 && !breaks.has(text.length)) breaks.set(text.length, false)
  return breaks
}
