import { expect, test } from 'vitest'
import type { Content, TypesetDocument } from '../content.ts'
import { runsOfLine } from '../painting/line-painter.ts'
import { TypesetPrinter } from '../typeset.ts'

const lineHeight = 20
/** A page holds ten lines. */
const pageOf = (content: readonly Content[]): TypesetDocument => ({
  language: 'en',
  title: 'Pages',
  madeAt: new Date(0),
  sequences: [{ language: 'en', margins: [50, 50, 50, 841.89 - 50 - 10 * lineHeight - 1], content }],
})

const line = (text: string): Content => ({ text, leading: lineHeight })
const lines = (name: string, count: number): Content[] =>
  Array.from({ length: count }, (_, index) => line(`${name}${index + 1}`))

const pages = (content: readonly Content[]): string[] =>
  new TypesetPrinter().print(pageOf(content)).pages.map(({ items }) =>
    items
      .flatMap((item) =>
        item.type === 'line'
          ? [
              runsOfLine(item.item)
                .map(({ text }) => text)
                .join(''),
            ]
          : [],
      )
      .join(' '),
  )

test('a block kept together goes to the next page whole', () => {
  expect(pages([...lines('a', 7), { stack: lines('b', 4), keep: 'together' }])).toEqual([
    'a1 a2 a3 a4 a5 a6 a7',
    'b1 b2 b3 b4',
  ])
})

test('a block higher than a page flows', () => {
  expect(pages([{ stack: lines('b', 12), keep: 'together' }])).toEqual(['b1 b2 b3 b4 b5 b6 b7 b8 b9 b10', 'b11 b12'])
})

test('a heading never stands alone at the foot of a page', () => {
  const heading: Content = { ...line('head'), keep: 'with-next' }
  expect(pages([...lines('a', 9), heading, ...lines('b', 2)])).toEqual(['a1 a2 a3 a4 a5 a6 a7 a8 a9', 'head b1 b2'])
  expect(pages([...lines('a', 8), heading, ...lines('b', 2)])).toEqual(['a1 a2 a3 a4 a5 a6 a7 a8 head b1', 'b2'])
})

test('a heading looks into the block that follows, down to the first thing it must stay with', () => {
  const heading: Content = { ...line('head'), keep: 'with-next' }
  const list: Content = {
    stack: [{ ...line('done'), keep: 'with-next' }, { stack: lines('open', 3), keep: 'together' }, line('later')],
  }
  expect(pages([...lines('a', 5), heading, list]).map((page) => page.split(' ')[0])).toEqual(['a1', 'later'])
  expect(pages([...lines('a', 6), heading, list]).map((page) => page.split(' ')[0])).toEqual(['a1', 'head'])
})

const inParts = (count: number, keepUpTo: number): Content => ({
  stack: [],
  parts: {
    count,
    least: 2,
    keepUpTo,
    build: (from, to) => ({ stack: [line(from === 0 ? 'title' : 'again'), ...lines('p', count).slice(from, to)] }),
  },
})

test('a long block breaks between its parts and says again what it is', () => {
  expect(pages([...lines('a', 5), inParts(8, 100)])).toEqual(['a1 a2 a3 a4 a5 title p1 p2 p3 p4', 'again p5 p6 p7 p8'])
})

test('a long block does not begin where less than its least fits', () => {
  expect(pages([...lines('a', 8), inParts(9, 100)])).toEqual([
    'a1 a2 a3 a4 a5 a6 a7 a8',
    'title p1 p2 p3 p4 p5 p6 p7 p8 p9',
  ])
})

test('a block below its limit is never broken', () => {
  expect(pages([...lines('a', 5), inParts(5, 200)])).toEqual(['a1 a2 a3 a4 a5', 'title p1 p2 p3 p4 p5'])
})
