import { expect, test } from 'vitest'
import { unicodeFile } from '../test/tools.ts'
import { breakOpportunities } from './break-opportunities.ts'

/** Differences that docs/decisions/0112-line-breaking.md explains, as the test file's comments show them. */
const explained: readonly (readonly [string, RegExp])[] = [
  [
    'LB25: numbers by pairs of classes, not by a pattern',
    /\((CL|CP)[^)]*\)( × \[9\.0\] [^(]*\(CM1_CM\))? ÷ \[999\.0\] [^(]*\((PO|PR)\)/,
  ],
  [
    'LB25: numbers by pairs of classes, not by a pattern',
    /\((IS|SY)\)( × \[9\.0\] [^(]*\(CM1_CM\))? ÷ \[999\.0\] [^(]*\(NU\)/,
  ],
  [
    'LB25: numbers by pairs of classes, not by a pattern',
    /\((PO|PR)\)( × \[9\.0\] [^(]*\(CM1_CM\))? ÷ \[999\.0\] [^(]*\(OP/,
  ],
  ['LB30b: an emoji that is not assigned yet', /reserved-1F02C/],
]

test('LineBreakTest.txt', () => {
  let passed = 0
  const reasons = new Map<string, number>()
  const unexplained: string[] = []
  for (const line of unicodeFile('auxiliary/LineBreakTest.txt').split('\n')) {
    const [rule = '', comment = ''] = line.split('#')
    if (!/[÷×]/.test(rule)) continue
    const { text, ends } = parse(rule)
    const found = [...breakOpportunities(text, 'en').keys()].sort((a, b) => a - b)
    const reason = explained.find(([, pattern]) => pattern.test(comment))?.[0]
    if (found.join() === ends.join()) passed++
    else if (reason) reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
    else unexplained.push(comment.trim())
  }
  const differing = [...reasons].map(([reason, count]) => `${count} by ${reason}`).join('; ')
  console.info(`LineBreakTest.txt: ${passed} pass; ${differing}; ${unexplained.length} unexplained`)
  expect(unexplained).toEqual([])
  expect(passed).toBeGreaterThanOrEqual(7600)
})

test('a line never breaks inside a Thai or Burmese word, nor before a digit or a fixed space', () => {
  const pieces = (text: string, language: string): string[] => {
    const places = [0, ...[...breakOpportunities(text, language).keys()].sort((a, b) => a - b)]
    return places.slice(1).map((place, index) => text.slice(places[index], place))
  }
  expect(pieces('ยินดีต้อนรับสู่ที่ทำงาน', 'th')).toEqual(['ยินดี', 'ต้อนรับ', 'สู่', 'ที่', 'ทำงาน'])
  expect(pieces('เวลา\u00a08:00\u00a0น.', 'th')).toEqual(['เวลา\u00a08:00\u00a0น.'])
  expect(pieces('မြန်မာနိုင်ငံ', 'my').join('|')).toBe('မြန်မာနိုင်ငံ')
})

function parse(rule: string): { text: string; ends: number[] } {
  const ends: number[] = []
  let text = ''
  for (const token of rule.trim().split(/\s+/)) {
    if (token === '÷') ends.push(text.length)
    else if (token !== '×') text += String.fromCodePoint(Number.parseInt(token, 16))
  }
  return { text, ends: ends.filter((place) => place > 0) }
}
