/** A word across the whole page, under its text, set like any other text: shaped, in the right order, with fallback fonts. */
import type { Language } from '@kase/shared/locales.ts'
import { visualOrder, type Direction } from '../bidi/paragraph-levels.ts'
import { languageSetting } from '../fonts/language-table.ts'
import type { Run } from '../layout/inline.ts'
import { runsOf } from '../layout/runs.ts'
import { analyse } from '../layout/text-inlines.ts'
import type { PdfDocumentInstance } from '../pdfmake/pdfkit.ts'
import { textWriter } from './glyph-writer.ts'

/** Runs in visual order, from left to right. */
export interface PlacedWatermark {
  readonly runs: readonly Run[]
  readonly direction: Direction
}

export interface WatermarkRequest {
  readonly text: string
  readonly color?: string
}

/** Sets the word once, as large as the page's diagonal lets it be. */
export function setWatermark(
  document: PdfDocumentInstance,
  { text, color = '#e9eeeb' }: WatermarkRequest,
  language: Language,
  page: { readonly width: number; readonly height: number },
): PlacedWatermark {
  const { family, direction } = languageSetting(language)
  const runs = (size: number): Run[] => wordRuns(document, { text, color, language, family, size }, direction)
  const probe = 100
  const width = runs(probe).reduce((sum, run) => sum + run.width, 0)
  const size = Math.min(160, (Math.hypot(page.width, page.height) * 0.7 * probe) / Math.max(1, width))
  return { runs: visualOrder(runs(size), direction === 'rtl' ? 1 : 0), direction }
}

interface Word extends Required<WatermarkRequest> {
  readonly language: Language
  readonly family: Run['style']['family']
  readonly size: number
}

function wordRuns(document: PdfDocumentInstance, word: Word, direction: Direction): Run[] {
  const style: Run['style'] = {
    language: word.language,
    family: word.family,
    bold: true,
    size: word.size,
    leading: word.size,
    color: word.color,
    noWrap: true,
    link: undefined,
    font: document.provideFont(word.family, true, false),
  }
  const text = word.text.toWellFormed()
  return runsOf(document, analyse(text, direction, style), style, 0, text.length)
}

/** Paints it across the current page, rising from the lower corner where its reading begins. */
export function paintWatermark(document: PdfDocumentInstance, { runs, direction }: PlacedWatermark): void {
  const { page } = document
  const { width, height } = page
  const total = runs.reduce((sum, run) => sum + run.width, 0)
  const style = runs[0]?.style
  if (!style) return
  document.save()
  const slope = (Math.atan2(height, width) * 180) / Math.PI
  document.rotate(direction === 'rtl' ? slope : -slope, { origin: [width / 2, height / 2] })
  let x = (width - total) / 2
  const placed = runs.map((run) => {
    const at = { run, x, y: height / 2 + style.size * 0.35 }
    x += run.width
    return at
  })
  const text = textWriter((font) => void (page.fonts[font.id] ??= font.ref()))
  text.write(placed)
  page.write(text.end() ?? '')
  document.restore()
}
