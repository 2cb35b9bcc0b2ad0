import { expect, test } from 'vitest'
import { clockTime, finnishShortDay, longDay, monthHeading, shortDay } from './calendar-format.ts'

test.each([
  ['en', 'Mon 28 Dec', 'Mon 28 Dec 2026', 'Monday 28 December', 'Dec'],
  ['fi', 'ma 28.12.', 'ma 28.12.2026', 'maanantai 28. joulukuuta', 'joulu'],
  ['sv', 'mån 28 dec.', 'mån 28 dec. 2026', 'måndag 28 december', 'dec'],
] as const)('writes days in %s, weekday first', (language, short, withYear, long, month) => {
  expect(shortDay('2026-12-28', language)).toBe(short)
  expect(shortDay('2026-12-28', language, true)).toBe(withYear)
  expect(longDay('2026-12-28', language)).toBe(long)
  expect(monthHeading('2026-12-28', language)).toBe(month)
})

test('says instants in Finnish time', () => {
  expect(finnishShortDay('2026-12-31T22:30:00Z', 'en')).toBe('Fri 1 Jan')
  expect(clockTime('2026-11-20T14:42:00Z', 'en')).toBe('16:42')
  expect(clockTime('2026-11-20T14:42:00Z', 'fi')).toBe('16.42')
})
