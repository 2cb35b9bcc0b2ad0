import { languageTags } from '@kase/shared/locales.ts'
import { expect, test } from 'vitest'
import { clockTime, columnDate, dateAndClock, dayAndMonth, longDate, shortDate } from './dates.ts'

const plain = (text: string): string => text.replace(/[\u2060\u2066-\u2069\u200e\u200f]/g, '').replaceAll('\u00a0', ' ')

test('a day is written as its readers write it', () => {
  expect(plain(longDate('fi', '2027-01-11'))).toBe('Maanantai 11.1.2027')
  expect(plain(longDate('sv', '2027-01-11'))).toBe('Måndag 11.1.2027')
  expect(plain(longDate('en', '2027-01-11'))).toBe('Monday, 11 January 2027')
  expect(plain(longDate('ar', '2027-01-11'))).toBe('الاثنين، 11 يناير 2027')
  expect(plain(columnDate('fi', '2027-01-11'))).toBe('ma 11.1.2027')
  expect(plain(dayAndMonth('fi', '2026-11-18'))).toBe('ke 18. marraskuuta')
  expect(plain(shortDate('2027-10-09'))).toBe('9.10.2027')
})

test.each(languageTags)('%s: the calendar is that of Finland, the figures those of its clocks', (language) => {
  for (const date of [longDate(language, '2027-01-11'), columnDate(language, '2027-01-11')]) {
    expect(plain(date)).toMatch(/2027/)
    expect(plain(date)).toMatch(/11/)
  }
})

test('an instant is shown in Finnish time, whatever the machine’s own', () => {
  expect(plain(dateAndClock('fi', '2027-01-02T22:30:00Z'))).toBe('3.1.2027 0.30')
  expect(plain(dateAndClock('fi', '2027-07-02T22:30:00Z'))).toBe('3.7.2027 1.30')
})

test('a time has the point or the colon of its language', () => {
  expect(plain(clockTime('fi', '08:00'))).toBe('8.00')
  expect(plain(clockTime('uk', '08:00'))).toBe('8:00')
})
