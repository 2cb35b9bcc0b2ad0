import { expect, test } from 'vitest'
import { boundedCache } from './bounded-cache.ts'

test('a cache keeps what is asked for and never more than twice its bound', () => {
  const cache = boundedCache<number>(10)
  cache.set('kept', 1)
  for (let index = 0; index < 1000; index++) {
    cache.set(`word ${index}`, index)
    expect(cache.get('kept')).toBe(1)
    expect(cache.size).toBeLessThanOrEqual(20)
  }
  expect(cache.get('word 1')).toBeUndefined()
  cache.clear()
  expect(cache.get('kept')).toBeUndefined()
})
