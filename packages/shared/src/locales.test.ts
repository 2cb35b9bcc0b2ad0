import { expect, it } from 'vitest'
import { isLanguage, languages, languageTags, matchLanguage, pickLanguage } from './locales.ts'

it('every fallback is an offered language, and ends in Finnish or Swedish', () => {
  for (const tag of languageTags) {
    const { fallback } = languages[tag]
    expect(fallback.every(isLanguage)).toBe(true)
    expect(fallback).toEqual(expect.arrayContaining(tag === 'fi' ? ['sv'] : ['fi']))
  }
})

it('every tag is one that Intl knows, in the script and direction of the table', () => {
  for (const tag of languageTags) {
    const locale = new Intl.Locale(tag).maximize()
    expect([tag, locale.script]).toEqual([tag, languages[tag].script])
    expect([tag, languages[tag].direction]).toEqual([tag, languages[tag].script === 'Arab' ? 'rtl' : 'ltr'])
  }
})

it.each([
  ['FI-fi', 'fi'],
  ['zh-CN', 'zh-Hans'],
  ['zh_Hans', 'zh-Hans'],
  ['tl-PH', 'fil'],
  ['uk', 'uk'],
  ['xx', undefined],
  ['', undefined],
  ['constructor', undefined],
  ['../fi', undefined],
])('%s is %s', (tag, language) => expect(matchLanguage(tag)).toBe(language))

it('picks the reader’s own language before any other', () => {
  expect(pickLanguage('ar', (language) => ['ar', 'en'].includes(language))).toBe('ar')
  expect(pickLanguage('ar', (language) => ['sv', 'fi'].includes(language))).toBe('fi')
  expect(pickLanguage('ar', () => false)).toBeUndefined()
})
