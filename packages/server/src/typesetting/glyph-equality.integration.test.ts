import type { Language } from '@kase/shared/locales.ts'
import { expect, test } from 'vitest'
import type { TypesetDocument } from './content.ts'
import type { Run } from './layout/inline.ts'
import { runsOfLine } from './painting/line-painter.ts'
import { sampleLanguages, mixedSamplesOf } from './test/samples.ts'
import { run, temporaryFile } from './test/tools.ts'
import { TypesetPrinter } from './typeset.ts'

/** Neighbouring runs of a line with one font, direction and script: what HarfBuzz would be given at once. */
interface WholeRun {
  readonly runs: Run[]
  readonly language: Language
}

test('every run of every language has the glyphs and the positions of hb-shape', () => {
  const found = sampleLanguages.flatMap((language) => wholeRuns(language))
  const expected = shapeAll(found)
  const unequal: string[] = []
  let glyphs = 0
  found.forEach((whole, index) => {
    const ours = glyphsOf(whole)
    glyphs += ours.length
    if (ours.join(' ') !== expected[index]?.join(' ')) unequal.push(`${whole.language}: ${textOf(whole)}`)
  })
  console.info(
    `glyph equality: ${found.length - unequal.length} of ${found.length} runs, ${glyphs} glyphs, ${sampleLanguages.length} languages`,
  )
  expect(unequal).toEqual([])
  expect(found.length).toBeGreaterThan(500)
})

test('a change of style inside an Arabic word leaves its letters joined', () => {
  const [whole] = linesOf({ language: 'ar', text: [{ text: 'كتاب' }] })
  const [parted] = linesOf({ language: 'ar', text: [{ text: 'كت' }, { text: 'اب', color: '#aa0000' }] })
  expect(parted?.toReversed().flatMap(({ shaped }) => [...shaped.glyphs])).toEqual(
    whole?.flatMap(({ shaped }) => [...shaped.glyphs]),
  )
})

test('bold letters inside an Arabic word have the forms they have in a word that is bold as a whole', () => {
  const [whole] = linesOf({ language: 'ar', text: [{ text: 'كتاب', bold: true }] })
  const [parted] = linesOf({ language: 'ar', text: [{ text: 'كت' }, { text: 'اب', bold: true }] })
  expect([...(parted?.[1]?.shaped.glyphs ?? [])]).toEqual([...(whole?.[0]?.shaped.glyphs ?? [])].slice(0, 2))
})

function document(language: Language, width: number, text: unknown): TypesetDocument {
  return {
    language,
    title: 'Sample',
    madeAt: new Date(0),
    sequences: [{ language, margins: [40, 40, 595.28 - 40 - width, 40], content: [{ text: text as string }] }],
  }
}

function linesOf({ language, text, width = 400 }: { language: Language; text: unknown; width?: number }): Run[][] {
  const { pages } = new TypesetPrinter().print(document(language, width, text))
  return pages.flatMap(({ items }) => items.flatMap((item) => (item.type === 'line' ? [runsOfLine(item.item)] : [])))
}

function wholeRuns(language: Language): WholeRun[] {
  const lines = mixedSamplesOf(language).flatMap((text) =>
    [120, 400].flatMap((width) => linesOf({ language, text, width })),
  )
  return lines.flatMap((runs) => {
    const wholes: WholeRun[] = []
    for (const own of runs) {
      const last = wholes.at(-1)?.runs.at(-1)
      const same = last && last.font.file === own.font.file && last.level === own.level && last.script === own.script
      if (same) wholes.at(-1)?.runs.push(own)
      else wholes.push({ runs: [own], language })
    }
    return wholes.filter((whole) => textOf(whole).trim() !== '')
  })
}

const textOf = ({ runs }: WholeRun): string => runs.map(({ text }) => text).join('')
const first = ({ runs }: WholeRun): Run => runs[0]!
const isRtl = (whole: WholeRun): boolean => first(whole).level % 2 === 1

function glyphsOf(whole: WholeRun): string[] {
  const runs = isRtl(whole) ? whole.runs.toReversed() : whole.runs
  return runs.flatMap(({ shaped }) =>
    Array.from(shaped.glyphs, (glyph, index) =>
      [glyph, shaped.xOffsets[index], shaped.yOffsets[index], shaped.advances[index]].join(','),
    ),
  )
}

/** hb-shape's answers, in order; one call for all the texts of a font, direction, script and language. */
function shapeAll(wholes: readonly WholeRun[]): string[][] {
  const answers: string[][] = []
  const groups = Map.groupBy(
    wholes.map((whole, index) => ({ whole, index })),
    ({ whole }) =>
      [first(whole).font.file.path, isRtl(whole) ? 'rtl' : 'ltr', first(whole).script, whole.language].join('\0'),
  )
  for (const [key, members] of groups) {
    const [font = '', direction = '', script = '', language = ''] = key.split('\0')
    const texts = temporaryFile('shape.txt', members.map(({ whole }) => textOf(whole)).join('\n') + '\n')
    const output = run('hb-shape', [
      `--font-file=${font}`,
      `--text-file=${texts}`,
      `--direction=${direction}`,
      `--script=${script}`,
      `--language=${language}`,
      '--no-glyph-names',
      '--output-format=json',
      '--remove-default-ignorables',
    ]).toString('utf8')
    output
      .trim()
      .split('\n')
      .forEach((line, order) => {
        const glyphs = JSON.parse(line) as { g: number; dx?: number; dy?: number; ax: number }[]
        const at = members[order]?.index
        if (at !== undefined) answers[at] = glyphs.map(({ g, dx = 0, dy = 0, ax }) => [g, dx, dy, ax].join(','))
      })
  }
  return answers
}
