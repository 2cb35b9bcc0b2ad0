import { expect, test } from 'vitest'
import { shelvedCache } from './shape-cache.ts'

test('words on any number of shelves are bounded together, and those asked for stay', () => {
  const cache = shelvedCache<number>(100)
  cache.set('fi', 'kept', 1)
  for (let index = 0; index < 5000; index++) {
    cache.set(`shelf ${index % 300}`, `word ${index}`, index)
    expect(cache.get('fi', 'kept')).toBe(1)
  }
  expect(cache.size).toBeLessThanOrEqual(200)
  expect(cache.get('shelf 0', 'word 0')).toBeUndefined()
  expect(cache.get('sv', 'kept')).toBeUndefined()
  cache.clear()
  expect(cache.size).toBe(0)
})
