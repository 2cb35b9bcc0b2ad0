/** Shaped words remembered across documents, a bounded number of them in all. */

/**
 * Words by shelf (a font, direction, script and language) and text. Two generations: when the young one is full, the old one
 * is dropped, so that never more than twice `limit` words are held and those asked for lately stay.
 */
export function shelvedCache<T>(limit: number) {
  let young = new Map<string, Map<string, T>>()
  let old = new Map<string, Map<string, T>>()
  let words = 0
  const keep = (shelf: string, text: string, value: T): T => {
    if (words >= limit) {
      old = young
      young = new Map()
      words = 0
    }
    const own = young.get(shelf)
    if (own) own.set(text, value)
    else young.set(shelf, new Map([[text, value]]))
    words++
    return value
  }
  return {
    get(shelf: string, text: string): T | undefined {
      const value = young.get(shelf)?.get(text)
      if (value !== undefined) return value
      const earlier = old.get(shelf)?.get(text)
      return earlier === undefined ? undefined : keep(shelf, text, earlier)
    },
    set: keep,
    clear(): void {
      young = new Map()
      old = new Map()
      words = 0
    },
    get size(): number {
      return [...young.values(), ...old.values()].reduce((sum, shelf) => sum + shelf.size, 0)
    },
  }
}
