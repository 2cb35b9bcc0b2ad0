import { directionOf, type Language } from '@kase/shared/locales.ts'
import { expect, test } from 'vitest'
import { normalised, pdfiumText, pdfJsText, popplerText, similarity } from './test/extraction.ts'
import { sampleLanguages, samplesOf } from './test/samples.ts'
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

const sampleFile = (language: Language): Promise<Uint8Array> =>
  typeset({
    language,
    title: 'Sample',
    madeAt: new Date(0),
    sequences: [{ language, margins: [50, 40, 50, 40], content: samplesOf(language).map((text) => ({ text })) }],
  })
