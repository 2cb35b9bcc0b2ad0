import type { Language } from '@kase/shared/locales.ts'
import { expect, test } from 'vitest'
import type { Content, Span } from '../content.ts'
import { graphemes } from '../line-breaking/dictionary-words.ts'
import type { LineInstance } from '../pdfmake/internals.ts'
import { runsOfLine } from '../painting/line-painter.ts'
import { TypesetPrinter } from '../typeset.ts'

function linesOf(language: Language, text: string | readonly Span[], width: number): LineInstance[] {
  const content: Content = { text }
  const { pages } = new TypesetPrinter().print({
    language,
    title: 'Lines',
    madeAt: new Date(0),
    sequences: [{ language, margins: [40, 40, 595.28 - 40 - width, 40], content: [content] }],
  })
  return pages.flatMap(({ items }) => items.flatMap((item) => (item.type === 'line' ? [item.item] : [])))
}

const textsOf = (lines: readonly LineInstance[]): string[] =>
  lines.map((line) =>
    runsOfLine(line)
      .map(({ text }) => text)
      .join('')
      .trim(),
  )

test('a line may end at a soft hyphen, which shows only there', () => {
  expect(textsOf(linesOf('fi', 'työ\u00adsuojelu\u00advaltuutettu', 75))).toEqual(['työsuojelu-', 'valtuutettu'])
  expect(textsOf(linesOf('fi', 'työ\u00adsuojelu\u00advaltuutettu', 300))).toEqual(['työsuojeluvaltuutettu'])
})

test('a word no line can hold is broken between graphemes, and none of it is lost', () => {
  const word = 'กำ'.repeat(120)
  const lines = textsOf(linesOf('th', word, 100))
  expect(lines.join('')).toBe(word)
  expect(lines.length).toBeGreaterThan(5)
  for (const line of lines) expect(graphemes(line).every((grapheme) => grapheme === 'กำ')).toBe(true)
})

test('letters of a broken word keep the direction they have in the paragraph', () => {
  const lines = linesOf('ar', 'انظر \u2066https://www.tyoelamanpelisaannot.fi/en/starting-work/\u2069', 120)
  const broken = lines.slice(1).map((line) => runsOfLine(line).map(({ text, level }) => `${level} ${text}`))
  expect(broken.length).toBeGreaterThan(1)
  expect(broken.flat().every((run) => run.startsWith('2 '))).toBe(true)
  expect(textsOf(lines).slice(1).join('')).toBe('https://www.tyoelamanpelisaannot.fi/en/starting-work/')
})

test('a phone number, a date and a range of hours are not broken', () => {
  const values = ['+358\u00a040\u00a0123\u00a04567', '9–\u206012', '11.\u00a0tammikuuta']
  for (const value of values) {
    const lines = textsOf(linesOf('fi', `Soita heti ${value} kun ehdit`, 95))
    expect(lines.some((line) => line.includes(value.replace(/[\u2060]/g, '').replaceAll('\u00a0', ' ')))).toBe(true)
  }
})

test('a font is chosen for each word, and for each letter only where no font has the word', () => {
  const [line] = linesOf('ar', 'كتاب Ахмед 王小明 ก\u{10900}', 400)
  const fonts = runsOfLine(line!)
    .filter(({ space }) => !space)
    .map(({ text, font, unknown }) => `${text} ${unknown ? 'no font' : font.file.parsed.postscriptName}`)
  expect(fonts).toEqual([
    'كتاب Vazirmatn-Regular',
    'Ахмед NotoSans-Regular',
    '王小明 NotoSansSC-Regular',
    'ก NotoSansThai-Regular',
    '\u{10900} no font',
  ])
})

test('words whose style changes inside go to the next line whole', () => {
  const spans = [{ text: 'Tervetuloa työ' }, { text: 'paikalle', bold: true }, { text: ' tänään' }]
  expect(textsOf(linesOf('fi', spans, 70))).toEqual(['Tervetuloa', 'työpaikalle', 'tänään'])
})
