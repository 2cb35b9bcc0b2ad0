import { describe, expect, it, test } from 'vitest'
import { phases } from '../../plans/phase.ts'
import { workerCatalogues, workerPageLanguages, workerWords } from './worker-texts.ts'

type Forms = Readonly<Record<string, string>>
type Tree = Readonly<Record<string, Readonly<Record<string, string | Forms>>>>

const entries = (tree: Tree): [string, string | Forms][] =>
  Object.entries(tree).flatMap(([group, texts]) =>
    Object.entries(texts).map(([key, value]) => [`${group}.${key}`, value] as [string, string | Forms]),
  )
const variables = (text: string): string => (text.match(/\{\w+\}/g) ?? []).toSorted().join()
const english = new Map(entries(workerCatalogues.en))

describe.each(Object.entries(workerCatalogues))('the words of the worker page in %s', (tag, catalogue) => {
  const own = new Map(entries(catalogue))

  it('have the keys of the English ones, in the same order', () => {
    expect([...own.keys()]).toEqual([...english.keys()])
  })

  it('have every plural form that the language distinguishes, and no other', () => {
    const categories = new Intl.PluralRules(tag).resolvedOptions().pluralCategories.toSorted()
    const wrong = [...own].filter(
      ([key, value]) =>
        (typeof value === 'string') !== (typeof english.get(key) === 'string') ||
        (typeof value !== 'string' && Object.keys(value).toSorted().join() !== categories.join()),
    )
    expect(wrong).toEqual([])
  })

  it('have the same variables', () => {
    const wrong = [...own].filter(([key, value]) => {
      const source = english.get(key)
      if (typeof value === 'string') return variables(value) !== variables(source as string)
      // "one", "two" and "zero" may say the number in words.
      return Object.entries(value).some(
        ([form, text]) => variables(text) !== '{count}' && !(/^(zero|one|two)$/.test(form) && variables(text) === ''),
      )
    })
    expect(wrong).toEqual([])
  })

  it('leave nothing empty, unfinished or in a hidden character', () => {
    const texts = [...own].flatMap(([key, value]) =>
      (typeof value === 'string' ? [value] : Object.values(value)).map((text) => [key, text] as const),
    )
    expect(texts.filter(([, text]) => text.trim() === '' || text !== text.trim())).toEqual([])
    expect(
      texts.filter(([, text]) => /[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]|TODO|\?\?/u.test(text)),
    ).toEqual([])
  })
})

test('every phase has a title', () => {
  expect(phases.filter((phase) => !english.has(`phase.${phase}`))).toEqual([])
})

test('a reader whose language has no catalogue gets the first of their chain', () => {
  expect(workerWords('pt').language).toBe('es' in workerCatalogues ? 'es' : 'en')
  expect(workerWords('fi').t('plan.progress', { done: 2, total: 5 })).toBe('Tehty: 2/5')
})

test('a number takes the form of its language', () => {
  const { count } = workerWords('uk')
  expect([1, 3, 5, 21].map((days) => count('plan.inDays', days))).toEqual([
    'через 1 день',
    'через 3 дні',
    'через 5 днів',
    'через 21 день',
  ])
})

test('the languages of the switch stand in one order', () => {
  expect(workerPageLanguages.slice(0, 3)).toEqual(['fi', 'sv', 'en'])
})
