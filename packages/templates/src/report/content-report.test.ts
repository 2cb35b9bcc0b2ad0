import { expect, test } from 'vitest'
import { templateTextSchema } from '@kase/shared/templates/template.schema.ts'
import { loadPacks } from '../load-packs.ts'
import { contentReport } from './content-report.ts'
import { readingLevel } from './reading-level.ts'
import { renderReport } from './render-report.ts'

const packs = await loadPacks()

test('counts every task of a pack once in each of its languages', () => {
  const { coverage } = contentReport(packs, '2026-11-01')
  for (const pack of packs)
    for (const language of Object.keys(pack.texts)) {
      const rows = coverage.filter((row) => row.pack === pack.key && row.language === language)
      const sum = (pick: (row: (typeof rows)[number]) => number) => rows.reduce((all, row) => all + pick(row), 0)
      expect(sum((row) => row.total)).toBe(pack.structure.tasks.length)
      expect(sum((row) => Object.values(row.bySection).reduce((all, count) => all + count, 0))).toBe(
        pack.structure.tasks.length,
      )
    }
})

test('a review date has passed on the day after it, not on the day itself', () => {
  const source = packs[0]!.structure.sources['p22-eu-registration']!
  expect(source.reviewBy).toBe('2027-01-31')
  const isPast = (on: string) => contentReport(packs, on).pastReview.some(({ key }) => key === 'p22-eu-registration')
  expect([isPast('2027-01-31'), isPast('2027-02-01')]).toEqual([false, true])
})

test('prints every part', () => {
  const text = renderReport(contentReport(packs, '2027-02-01'))
  for (const heading of ['Coverage', 'Oldest checks', 'Past their review date', 'Not found', 'Reading level'])
    expect(text).toContain(heading)
})

test('measures words, sentences and long words', () => {
  const text = templateTextSchema.parse({
    language: 'en',
    state: 'machine',
    name: 'Test',
    tasks: {
      a: { title: 'Get a card', why: 'It is needed. Without it you wait.', steps: ['Ask [the municipality](link:m).'] },
    },
  })
  // Get a card · It is needed · Without it you wait · Ask the municipality
  expect(readingLevel(text)).toEqual({
    sentences: 4,
    words: 13,
    wordsPerSentence: 13 / 4,
    longWordShare: 2 / 13,
    lix: 13 / 4 + 200 / 13,
  })
})
