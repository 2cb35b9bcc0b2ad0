import { expect, it } from 'vitest'
import { languageTags, languages } from '../locales.ts'
import { formatDay, formatWeekday, formatWeekdayDay } from './format-date.ts'

it.each([
  ['en', 'Mon 28 Dec'],
  ['fi', 'ma 28.12.'],
  ['sv', 'mån 28 dec.'],
  ['uk', 'пн 28 груд.'],
] as const)('%s: %s', (language, expected) => expect(formatWeekdayDay('2026-12-28', language)).toBe(expected))

it('has a year where it is asked for', () => {
  expect(formatDay('2026-12-28', 'en', { year: true })).toBe('28 Dec 2026')
  expect(formatDay('2026-12-28', 'fi', { year: true })).toBe('28.12.2026')
})

it('shows the calendar and the digits of the Finnish door in every language', () => {
  for (const language of languageTags) {
    expect(formatDay('2026-12-28', language)).toMatch(/28/)
    expect(formatDay('2026-12-28', language, { year: true })).toMatch(/2026/)
  }
})

it('names the weekday in the script of the language', () => {
  const scripts: Record<string, RegExp> = {
    Latn: /\p{Script=Latin}/u,
    Cyrl: /\p{Script=Cyrillic}/u,
    Arab: /\p{Script=Arabic}/u,
    Thai: /\p{Script=Thai}/u,
    Mymr: /\p{Script=Myanmar}/u,
    Deva: /\p{Script=Devanagari}/u,
    Beng: /\p{Script=Bengali}/u,
    Hans: /\p{Script=Han}/u,
    Ethi: /\p{Script=Ethiopic}/u,
  }
  for (const language of languageTags)
    expect([language, formatWeekday('2026-12-28', language, 'long')]).toEqual([
      language,
      expect.stringMatching(scripts[languages[language].script] ?? /^$/),
    ])
})
