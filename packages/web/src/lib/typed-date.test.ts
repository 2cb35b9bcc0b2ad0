import { expect, test } from 'vitest'
import { parseTypedDate } from './typed-date.ts'

const now = new Date('2026-11-23T10:00:00Z')

test.each([
  ['28.12.2026', '2026-12-28'],
  ['28.12.26', '2026-12-28'],
  ['28/12/2026', '2026-12-28'],
  ['28-12-2026', '2026-12-28'],
  ['2026-12-28', '2026-12-28'],
  ['ma 28.12.2026', '2026-12-28'],
  [' 4.1.2027 ', '2027-01-04'],
])('reads %s', (text, date) => {
  expect(parseTypedDate(text, now)).toBe(date)
})

test('without a year means the next such day', () => {
  expect(parseTypedDate('28.12.', now)).toBe('2026-12-28')
  expect(parseTypedDate('23.11.', now)).toBe('2026-11-23')
  expect(parseTypedDate('4.1.', now)).toBe('2027-01-04')
})

test.each(['31.2.2027', '29.2.2027', '0.5.2027', '12.13.2026', '1.1.1889', 'tomorrow', '', '28'])(
  'refuses %s',
  (text) => {
    expect(parseTypedDate(text, now)).toBeUndefined()
  },
)
