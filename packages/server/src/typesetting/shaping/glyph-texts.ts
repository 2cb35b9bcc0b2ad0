/** Which letters each glyph stands for: what a reader gets when copying, and what a search finds. */

/** Glyphs `from` to `to` (exclusive, visual order) that together stand for `text`. */
export interface Cluster {
  readonly from: number
  readonly to: number
  readonly text: string
}

const joinersFirst = /^[\u200c\u200d]+/
const joinersLast = /[\u200c\u200d]+$/

/**
 * The clusters of a shaped text in visual order, given for each glyph where its letters start. Joiners leave no glyph; each
 * goes with the letter on the side where pdf.js does not take the whole for invisible, which it does to all that ends in one.
 */
export function clustersOf(text: string, starts: readonly number[], rtl: boolean): Cluster[] {
  const sorted = [...new Set(starts)].sort((a, b) => a - b)
  const texts = sorted.map((start, index) => text.slice(index === 0 ? 0 : start, sorted[index + 1] ?? text.length))
  if (/[\u200c\u200d]/.test(text)) moveJoiners(texts, rtl)
  const own = new Map(sorted.map((start, index) => [start, texts[index] ?? '']))
  const clusters: Cluster[] = []
  for (let from = 0; from < starts.length;) {
    const start = starts[from] ?? 0
    let to = from + 1
    while (to < starts.length && starts[to] === start) to++
    clusters.push({ from, to, text: own.get(start) ?? '' })
    from = to
  }
  return clusters
}

/** Texts in logical order: right to left, joiners go with the letter before; left to right, with the letter after. */
function moveJoiners(texts: string[], rtl: boolean): void {
  for (let index = 1; index < texts.length; index++) {
    const [before = '', own = ''] = [texts[index - 1], texts[index]]
    const joiners = (rtl ? joinersFirst.exec(own) : joinersLast.exec(before))?.[0] ?? ''
    if (!joiners || joiners === (rtl ? own : before)) continue
    texts[index - 1] = rtl ? before + joiners : before.slice(0, -joiners.length)
    texts[index] = rtl ? own.slice(joiners.length) : joiners + own
  }
}

interface GlyphFacts {
  readonly glyphs: Uint16Array
  readonly advances: Int32Array
  readonly rtl: boolean
  readonly isMark: (glyph: number) => boolean
}

/**
 * The text of each glyph. One glyph takes all its letters. Several, left to right, share the letters in the order they are
 * read in, whatever their shapes are, so that the glyphs spell the text; `exact` is false when there are fewer letters than
 * glyphs. Right to left, the base takes all, in visual order: readers turn that text round letter by letter.
 */
export function glyphTexts(clusters: readonly Cluster[], facts: GlyphFacts): { texts: string[]; exact: boolean } {
  const texts: string[] = []
  let exact = true
  for (const cluster of clusters) {
    const count = cluster.to - cluster.from
    if (count === 1) texts.push(facts.rtl ? reversed(cluster.text) : cluster.text)
    else if (facts.rtl) texts.push(...allToBase(cluster, facts))
    else {
      const shared = shareLetters(cluster, facts)
      if (shared.includes('')) exact = false
      texts.push(...shared)
    }
  }
  return { texts, exact }
}

function allToBase({ from, to, text }: Cluster, { glyphs, isMark }: GlyphFacts): string[] {
  const kinds = Array.from(glyphs.subarray(from, to), isMark)
  const base = Math.max(0, kinds.indexOf(false))
  return kinds.map((_, index) => (index === base ? reversed(text) : ''))
}

/**
 * Glyphs without width take a mark each; the others a letter with the marks that no such glyph follows to take; the last
 * takes what is left. One may be left without any.
 */
function shareLetters({ from, to, text }: Cluster, { advances }: GlyphFacts): string[] {
  const letters = Array.from(text)
  const isMarkAt = (index: number): boolean => /\p{M}/u.test(letters[index] ?? '')
  const marksFrom = (start: number): number => {
    let end = start
    while (isMarkAt(end)) end++
    return end - start
  }
  const widthlessAfter = (glyph: number): number => {
    let end = glyph + 1
    while (end < to && advances[end] === 0) end++
    return end - glyph - 1
  }
  let next = 0
  const take = (count: number): string => letters.slice(next, (next += count)).join('')
  return Array.from({ length: to - from }, (_, index) => {
    const glyph = from + index
    if (glyph === to - 1) return take(letters.length)
    if (advances[glyph] === 0) return isMarkAt(next) ? take(1) : ''
    return take(1 + Math.max(0, marksFrom(next + 1) - widthlessAfter(glyph)))
  })
}

const reversed = (text: string): string => (text.length > 1 ? Array.from(text).reverse().join('') : text)
