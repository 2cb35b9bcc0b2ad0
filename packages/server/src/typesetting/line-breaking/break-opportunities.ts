/** Where a line may or must end: UAX #14, and words for the scripts that write none between spaces. */
// @ts-expect-error linebreak ships no types
import LineBreaker from 'linebreak'
import { dictionaryBreaks, isDictionaryScript } from './dictionary-words.ts'

interface Breaker {
  nextBreak(): { readonly position: number; readonly required: boolean } | null
}

const forced = /[\n\r\u2028\u2029\u0085\v\f]$/

/** Opening brackets as wide as an ideograph, before which a line may end (LB30 since Unicode 13; the library is older). */
const wideBracket =
  /[\u2329\u3008\u300a\u300c\u300e\u3010\u3014\u3016\u3018\u301a\u301d\ufe59\ufe5b\ufe5d\uff08\uff3b\uff5b\uff5f\uff62]/g
/** After these the bracket stays: openings, quotes, accents, fixed spaces and joiners. After a space the library knows. */
const holdsBracket = /[\p{Ps}\p{Pi}\p{Pf}"'\u00a0\u00b4\u02c8\u02cc\u02df\u2007\u2011\u202f\u2060\ufeff]/u
const mark = /[\p{M}\u200d]/u

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
    // An address is not left hanging on its first word.
    if (!stretch.endsWith('://')) breaks.set(found.position, found.required && forced.test(stretch))
    last = found.position
  }
  for (const { index } of text.matchAll(wideBracket))
    if (mayEndBefore(text, index)) breaks.set(index, breaks.get(index) ?? false)
  if (text.length > 0 && !breaks.has(text.length)) breaks.set(text.length, false)
  return breaks
}

function mayEndBefore(text: string, place: number): boolean {
  if (place === 0 || text[place - 1] === '\u200d') return false
  let base = place - 1
  while (base > 0 && mark.test(text[base] ?? '')) base--
  const letter = text[base] ?? ''
  const isMarked = base < place - 1
  return isMarked ? !holdsBracket.test(letter) : !holdsBracket.test(letter) && !/\s/.test(letter)
}
