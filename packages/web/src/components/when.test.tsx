import { describe, expect, test } from 'vitest'
import { renderStory, wordsOf } from '../../test/render-story.tsx'
import { Day, DayText, When } from './when.tsx'
import classes from './when.module.css'

describe('When', () => {
  test.each([
    ['en', 'Mon 28 Dec'],
    ['fi', 'ma 28.12.'],
    ['sv', 'mån 28 dec'],
  ] as const)('leads with the weekday in %s', async (language, words) => {
    expect(wordsOf(await renderStory(<When date="2026-12-28" />, language))).toBe(words)
  })

  test('says the day to machines', async () => {
    expect(await renderStory(<When date="2026-12-28" />)).toContain('dateTime="2026-12-28"')
  })

  test('is red on a Sunday and on a public holiday, whose name it says', async () => {
    expect(await renderStory(<When date="2026-12-27" />)).toContain(classes['red'])
    const holiday = await renderStory(<When date="2026-12-25" holiday="Christmas Day" />)
    expect(holiday).toContain(classes['red'])
    expect(wordsOf(holiday)).toBe('Fri 25 Dec Christmas Day')
    expect(await renderStory(<When date="2026-12-26" />)).not.toContain(classes['red'])
  })
})

test('Day keeps weekday, day and month apart, so that rows line up', async () => {
  expect(wordsOf(await renderStory(<Day date="2027-01-04" />))).toBe('Mon 4 Jan')
  expect(wordsOf(await renderStory(<Day date="2027-01-04" />, 'fi'))).toBe('ma 4.1.')
  expect(await renderStory(<Day date="2027-01-04" tone="late" />)).toContain(classes['toneLate'])
})

test('DayText says the year on demand', async () => {
  expect(wordsOf(await renderStory(<DayText date="2027-06-28" withYear />))).toBe('Mon 28 Jun 2027')
  expect(wordsOf(await renderStory(<DayText date="2027-06-28" withYear />, 'fi'))).toBe('ma 28.6.2027')
})
