/** Which letters each glyph stands for: what a reader gets when copying, and what a search finds. */

/** Glyphs `from` to `to` (exclusive, visual order) that together stand for `text`. */
export interface Cluster {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** The clusters of a shaped text, given for each glyph (in visual order) where its letters start. */
export function clustersOf(text: string, starts: readonly number[]): Cluster[] {
  const sorted = [...new Set(starts)].sort((a, b) => a - b)
  const first = sorted[0]
  const end = new Map(sorted.map((start, index) => [start, sorted[index + 1] ?? text.length]))
  const clusters: Cluster[] = []
  for (let from = 0; from < starts.length;) {
    const start = starts[from] ?? 0
    let to = from + 1
    while (to < starts.length && starts[to] === start) to++
    // Letters that left no glyph at the very beginning belong to the first glyph.
    clusters.push({ from, to, text: text.slice(start === first ? 0 : start, end.get(start)) })
    from = to
  }
  return clusters
}

interface GlyphFacts {
  readonly glyphs: Uint16Array
  readonly rtl: boolean
  readonly isMark: (glyph: number) => boolean
}

/**
 * The text of each glyph. One glyph takes all its letters; several share them when letters and marks can be told apart,
 * else the base takes all and `exact` is false. Readers turn right-to-left text round letter by letter, so a right-to-left
 * ligature is given in visual order.
 */
export function glyphTexts(clusters: readonly Cluster[], facts: GlyphFacts): { texts: string[]; exact: boolean } {
  const texts: string[] = []
  let exact = true
  for (const cluster of clusters) {
    const shared = cluster.to - cluster.from > 1 ? shareMarks(cluster, facts) : undefined
    if (shared) {
      texts.push(...shared)
      continue
    }
    const own = facts.rtl ? reversed(cluster.text) : cluster.text
    if (cluster.to - cluster.from === 1) {
      texts.push(own)
      continue
    }
    exact = false
    const base = baseOf(cluster, facts)
    for (let index = cluster.from; index < cluster.to; index++) texts.push(index === base ? own : '')
  }
  return { texts, exact }
}

/** One base with as many mark glyphs as the text has combining marks: each mark glyph takes its own. */
function shareMarks({ from, to, text }: Cluster, { glyphs, rtl, isMark }: GlyphFacts): string[] | undefined {
  if (!rtl) return undefined
  const letters = Array.from(text)
  const combining = letters.filter((letter) => /\p{M}/u.test(letter)).reverse()
  const bases = letters.filter((letter) => !/\p{M}/u.test(letter)).join('')
  const kinds = Array.from(glyphs.subarray(from, to), isMark)
  const markCount = kinds.filter(Boolean).length
  if (kinds.length - markCount !== 1 || markCount !== combining.length) return undefined
  let next = 0
  return kinds.map((mark) => (mark ? (combining[next++] ?? '') : reversed(bases)))
}

function baseOf({ from, to }: Cluster, { glyphs, isMark }: GlyphFacts): number {
  for (let index = from; index < to; index++) if (!isMark(glyphs[index] ?? 0)) return index
  return from
}

const reversed = (text: string): string => (text.length > 1 ? Array.from(text).reverse().join('') : text)
