import { expect, test } from 'vitest'
import { findPlaceholders, parsePlaceholder } from './placeholder.ts'

test('reads every kind of placeholder', () => {
  expect(parsePlaceholder('worker')).toEqual({ kind: 'worker' })
  expect(parsePlaceholder('phone:emergency')).toEqual({ kind: 'phone', key: 'emergency' })
  expect(parsePlaceholder('figure:deposit-max')).toEqual({ kind: 'figure', key: 'deposit-max', numberOnly: false })
  expect(parsePlaceholder('figure:deposit-max|number')).toEqual({
    kind: 'figure',
    key: 'deposit-max',
    numberOnly: true,
  })
  expect(parsePlaceholder('term:tax-card')).toEqual({ kind: 'term', key: 'tax-card' })
  expect(parsePlaceholder('term:tax-card|verokorttia')).toEqual({ kind: 'term', key: 'tax-card', words: 'verokorttia' })
})

test.each(['', 'Worker', 'figure:', 'figure:a|words', 'phone:a|b', 'term:A', 'term:a|', 'date:x'])(
  'knows no {%s}',
  (inside) => expect(parsePlaceholder(inside)).toBeUndefined(),
)

test('finds placeholders in order, unknown ones too', () => {
  const found = findPlaceholders('Call {phone:ill}, {nobody} and {contact}.')
  expect(found.map((match) => [match.source, match.placeholder?.kind])).toEqual([
    ['{phone:ill}', 'phone'],
    ['{nobody}', undefined],
    ['{contact}', 'contact'],
  ])
})
