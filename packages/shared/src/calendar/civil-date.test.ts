import { expect, test } from 'vitest'
import { finnishDay, finnishMidnight } from './civil-date.ts'

test.each([
  ['2026-12-28', '2026-12-27T22:00:00.000Z'],
  ['2027-06-24', '2027-06-23T21:00:00.000Z'],
  // The days on which the clocks are turned: they begin before.
  ['2027-03-28', '2027-03-27T22:00:00.000Z'],
  ['2027-10-31', '2027-10-30T21:00:00.000Z'],
])('the day %s begins in Finland at %s', (date, instant) => {
  const midnight = finnishMidnight(date)
  expect(midnight.toISOString()).toBe(instant)
  expect(finnishDay(midnight)).toBe(date)
  expect(finnishDay(new Date(midnight.getTime() - 1))).not.toBe(date)
})
