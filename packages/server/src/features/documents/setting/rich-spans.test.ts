import { expect, test } from 'vitest'
import { inLanguage } from './rich-spans.ts'

const words = (spans: readonly { readonly text: string }[]): string => spans.map(({ text }) => text).join('|')

test('words that run the other way are kept apart, the space after them outside', () => {
  const label = [{ text: 'لماذا: ', bold: true }]
  expect(words(inLanguage(label, 'ar', 'en'))).toBe('\u2068|لماذا:|\u2069| ')
  expect(inLanguage(label, 'ar', 'en')[1]).toEqual({ language: 'ar', text: 'لماذا:', bold: true })
  expect(words(inLanguage([{ text: 'Passi' }], 'fi', 'ar'))).toBe('\u2068|Passi|\u2069')
})

test('words that run the same way only say their language', () => {
  expect(inLanguage([{ text: 'Why: ' }], 'en', 'fi')).toEqual([{ language: 'en', text: 'Why: ' }])
  expect(inLanguage([{ text: 'Miksi: ' }], 'fi', 'fi')).toEqual([{ text: 'Miksi: ' }])
})
