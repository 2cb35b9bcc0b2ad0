import { directionOf, type Language } from '@kase/shared/locales.ts'
import { expect, test } from 'vitest'
import { normalised, pdfiumText, pdfJsText, popplerText, similarity } from './test/extraction.ts'
import { sampleLanguages, samplesOf } from './test/samples.ts'
import { checkStructure } from './test/structure-check.ts'
import { typeset } from './typeset.ts'

/** Least likeness to the source, in per cent. Right to left, the readers' own reordering is part of the figure. */
const least = {
  ltr: { poppler: 99, 'pdf.js': 99, PDFium: 99 },
  rtl: { poppler: 85, 'pdf.js': 93, PDFium: 60 },
}
const readers = { poppler: popplerText, 'pdf.js': pdfJsText, PDFium: pdfiumText }

test('what is copied out of a file is what was put in', async () => {
  const rows: string[] = []
  const failures: string[] = []
  for (const language of sampleLanguages) {
    const file = await sampleFile(language)
    const source = normalised(samplesOf(language).join('\n'))
    const figures: string[] = []
    for (const [name, read] of Object.entries(readers)) {
      const figure = similarity(source, normalised(await read(file)))
      figures.push(`${name} ${figure.toFixed(1)}`)
      if (figure < least[directionOf(language)][name as keyof typeof readers])
        failures.push(`${language} ${name} ${figure}`)
    }
    rows.push(`${language.padEnd(8)}${figures.join('  ')}`)
  }
  console.info(`text extraction, % alike:\n${rows.join('\n')}`)
  expect(failures).toEqual([])
})

/** More than codes of one byte can tell apart. */
test.each([300, 9000])('a font of which %i letters are used keeps them apart in every reader', async (count) => {
  const letters = Array.from({ length: count }, (_, index) => String.fromCharCode(0x4e00 + index)).join('')
  const file = await textFile('zh-Hans', [letters])
  for (const [name, read] of Object.entries(readers)) {
    expect(normalised(await read(file)).replaceAll(' ', ''), name).toBe(letters)
  }
  expect(checkStructure(file).faults).toEqual([])
})

const sampleFile = (language: Language): Promise<Uint8Array> => textFile(language, samplesOf(language))

const textFile = (language: Language, texts: readonly string[]): Promise<Uint8Array> =>
  typeset({
    language,
    title: 'Sample',
    madeAt: new Date(0),
    sequences: [{ language, margins: [50, 40, 50, 40], content: texts.map((text) => ({ text })) }],
  })
