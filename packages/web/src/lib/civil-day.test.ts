import * as shared from '@kase/shared/calendar/civil-date.ts'
import { expect, test } from 'vitest'
import * as own from './civil-day.ts'

const days = Array.from({ length: 366 * 9 }, (_, index) => shared.addDays('2023-12-25', index))

test('counts like the calendar of the rules on every day of nine years', () => {
  const differing = days.filter(
    (day) =>
      own.weekOf(day) !== shared.weekOf(day) ||
      own.weekdayOf(day) !== shared.weekdayOf(day) ||
      own.mondayOf(day) !== shared.mondayOf(day) ||
      own.addDays(day, 45) !== shared.addDays(day, 45) ||
      own.daysBetween(day, '2027-03-28') !== shared.daysBetween(day, '2027-03-28'),
  )
  expect(differing).toEqual([])
})

test.each(['2026-03-28T21:59:59Z', '2026-03-28T22:00:00Z', '2026-10-24T21:00:00Z', '2026-12-31T22:00:00Z'])(
  'names the same Finnish day for %s',
  (instant) => {
    expect(own.finnishDay(new Date(instant))).toBe(shared.finnishDay(new Date(instant)))
  },
)
