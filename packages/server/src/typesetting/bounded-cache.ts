/** A cache that never holds more than twice `limit` entries and keeps those asked for lately. */
export interface BoundedCache<T> {
  get(key: string): T | undefined
  set(key: string, value: T): T
  clear(): void
  readonly size: number
}

/**
 * Two generations: what is asked for moves to the young one, and when that is full the old one is dropped. Cheaper than a
 * true least-recently-used list, which would touch a linked list on every word of every document.
 */
export function boundedCache<T>(limit: number): BoundedCache<T> {
  let young = new Map<string, T>()
  let old = new Map<string, T>()
  const set = (key: string, value: T): T => {
    if (young.size >= limit) {
      old = young
      young = new Map()
    }
    young.set(key, value)
    return value
  }
  return {
    get(key) {
      const value = young.get(key)
      if (value !== undefined) return value
      const earlier = old.get(key)
      return earlier === undefined ? undefined : set(key, earlier)
    },
    set,
    clear() {
      young.clear()
      old.clear()
    },
    get size() {
      return young.size + old.size
    },
  }
}
