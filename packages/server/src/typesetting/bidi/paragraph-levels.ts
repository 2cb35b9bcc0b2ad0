/** Embedding levels of a paragraph (UAX #9), and the order in which a line of it is drawn. */
import bidiFactory, { type Bidi } from 'bidi-js'

// Its types describe the ES module's default export; under Node's rules TypeScript sees the CommonJS one.
const bidi = (bidiFactory as unknown as () => Bidi)()

export type Direction = 'ltr' | 'rtl'

/** Letters and controls without which nothing can run right to left; left-to-right isolates alone move nothing. */
const rightToLeft =
  /[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

/** The level of each UTF-16 unit, by the algorithm to the letter. */
export const embeddingLevels = (text: string, direction: Direction): Uint8Array =>
  bidi.getEmbeddingLevels(text, direction).levels

/** Levels that order a paragraph: the algorithm's, or all 0 where nothing runs right to left and so nothing moves. */
export function paragraphLevels(text: string, direction: Direction): Uint8Array {
  if (direction === 'ltr' && !rightToLeft.test(text)) return new Uint8Array(text.length)
  return embeddingLevels(text, direction)
}

/** The bidi class of a letter, by its short name: `L`, `AL`, `WS` … */
export const bidiClass = (letter: string): string => bidi.getBidiCharTypeName(letter)

/** The direction of the first strong letter, as `dir="auto"` has it. */
export function firstStrongDirection(text: string, otherwise: Direction): Direction {
  for (const letter of text) {
    const kind = bidiClass(letter)
    if (kind === 'L') return 'ltr'
    if (kind === 'R' || kind === 'AL') return 'rtl'
  }
  return otherwise
}

/** A stretch of a line of one level; `space` when it is white space or an isolate's mark, which L1 resets at the line's end. */
export interface LeveledPiece {
  readonly level: number
  readonly space: boolean
}

/** Rules L1 and L2: the pieces of a line, given in logical order, in the order they are drawn from left to right. */
export function visualOrder<T extends LeveledPiece>(pieces: readonly T[], baseLevel: number): readonly T[] {
  if (baseLevel === 0 && pieces.every(({ level }) => level === 0)) return pieces
  let last = pieces.length
  while (last > 0 && pieces[last - 1]?.space) last--
  const levels = pieces.map((piece, index) => (index < last ? piece.level : baseLevel))
  const order = pieces.map((_, index) => index)
  const highest = Math.max(baseLevel, ...levels)
  const lowestOdd = Math.min(...levels.filter((level) => level % 2 === 1), highest + 1)
  for (let level = highest; level >= lowestOdd; level--) reverseFrom(order, levels, level)
  return order.map((index) => pieces[index] as T)
}

/** L2: turns round every stretch at `level` or higher. Levels stay at their logical place, the order moves. */
function reverseFrom(order: number[], levels: readonly number[], level: number): void {
  const isIn = (place: number): boolean => (levels[order[place] ?? 0] ?? 0) >= level
  for (let start = 0; start < order.length; start++) {
    if (!isIn(start)) continue
    let end = start
    while (end + 1 < order.length && isIn(end + 1)) end++
    for (let left = start, right = end; left < right; left++, right--) {
      const moved = order[left] as number
      order[left] = order[right] as number
      order[right] = moved
    }
    start = end
  }
}
