import { expect, test } from 'vitest'
import { choose, isOwn } from './localized.ts'

const text = (language: 'fi' | 'en' | 'uk' | 'th', mark?: 'machine') => ({
  language,
  text: language,
  ...(mark ? { mark } : {}),
})

test("a reader gets the reader's own language, unmarked", () => {
  expect(choose({ fi: text('fi'), uk: text('uk') }, 'uk')).toEqual(text('uk'))
})

test('a missing translation is replaced along the fallback chain and marked with the language shown', () => {
  const chosen = choose({ fi: text('fi'), en: text('en') }, 'uk')
  expect(chosen?.language).toBe('en')
  expect(chosen?.note).toContain('English')
})

test('a text outside the chain is still shown rather than dropped', () => {
  expect(choose({ th: text('th') }, 'fi')?.note).toContain('ไทย')
})

test('a text that stands in another language under the reader’s own key is marked too', () => {
  expect(choose({ uk: text('fi') }, 'uk')?.note).toContain('Suomi')
  expect(isOwn({ uk: text('fi') }, 'uk')).toBe(false)
})

test('machine translation is marked', () => {
  expect(choose({ fi: text('fi', 'machine') }, 'fi')?.note).toContain('Konekäännös')
})

test('there is nothing to choose when there is nothing', () => {
  expect(choose({}, 'fi')).toBeUndefined()
  expect(choose(undefined, 'fi')).toBeUndefined()
})
