import { languageTags } from '@kase/shared/locales.ts'
import { expect, test } from 'vitest'
import { recordLabels } from '../kinds/record.ts'
import { allLabels, fill, labelsOf, type LabelKey } from './labels.ts'

const finnish = labelsOf('fi')
const keys = Object.keys(finnish) as LabelKey[]
const placeholders = (label: string): string[] => (label.match(/\{\w+\}/g) ?? []).sort()

test('every offered language has every label, with the same placeholders and words in it', () => {
  expect(allLabels().map(([language]) => language)).toEqual(languageTags)
  for (const [language, labels] of allLabels()) {
    expect(Object.keys(labels), language).toEqual(keys)
    for (const key of keys) {
      expect(placeholders(labels[key]), `${language} ${key}`).toEqual(placeholders(finnish[key]))
      expect(labels[key].trim(), `${language} ${key}`).not.toBe('')
    }
  }
})

test('a language is not left in another: labels of three words or more differ between languages', () => {
  const long = keys.filter((key) => (finnish[key].replace(/\{\w+\}/g, '').match(/\p{L}+/gu) ?? []).length >= 3)
  for (const key of long) {
    const labels = allLabels().map(([, catalogue]) => catalogue[key])
    expect(new Set(labels).size, key).toBe(labels.length)
  }
})

test('the record has its labels in the languages of the staff', () => {
  for (const language of ['sv', 'en'] as const)
    expect(Object.keys(recordLabels(language))).toEqual(Object.keys(recordLabels('fi')))
})

test('placeholders are filled, unknown ones left', () => {
  expect(fill('Sivu {page} / {pages} {other}', { page: 1, pages: 2 })).toBe('Sivu 1 / 2 {other}')
})
