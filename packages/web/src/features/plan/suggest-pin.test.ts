import { pinPattern } from '@kase/shared/plans/share-link.schema.ts'
import { expect, test } from 'vitest'
import { suggestPin } from './suggest-pin.ts'

test('a suggestion is four digits that the server takes, leading noughts included', () => {
  const pins = Array.from({ length: 20_000 }, () => suggestPin())
  expect(pins.filter((pin) => !pinPattern.test(pin))).toEqual([])
  expect(pins.some((pin) => pin.startsWith('0'))).toBe(true)
  expect(pins.some((pin) => pin > '9500')).toBe(true)
})

test('another suggestion is another one', () => {
  let before = suggestPin()
  for (let times = 0; times < 20_000; times += 1) {
    const next = suggestPin(before)
    expect(next).not.toBe(before)
    before = next
  }
})
