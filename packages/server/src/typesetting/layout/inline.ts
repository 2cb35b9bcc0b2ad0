/** Pieces of a paragraph between places where a line may end, measured and shaped; a line is filled with these. */
import type { Language } from '@kase/shared/locales.ts'
import type { DocumentFont } from '../fonts/document-font.ts'
import type { FontFamily } from '../fonts/language-table.ts'
import type { Shaped } from '../shaping/harfbuzz.ts'
import type { AnalysedText } from './runs.ts'

/** The style of a span, resolved. */
export interface SpanStyle {
  readonly language: Language
  readonly family: FontFamily
  readonly bold: boolean
  readonly size: number
  readonly leading: number
  readonly color: string
  readonly noWrap: boolean
  readonly link: string | undefined
  readonly font: DocumentFont
}

/** Text of one style, font, script and direction: what HarfBuzz shaped at once. */
export interface Run {
  readonly text: string
  readonly level: number
  readonly space: boolean
  readonly script: string
  readonly font: DocumentFont
  readonly shaped: Shaped
  /** A letter that no font has, shown as the replacement character. */
  readonly unknown?: true
  readonly style: SpanStyle
  /** Points. */
  readonly width: number
}

/** The field names that pdfmake reads (width, height, cuts, alignment, lineEnd, noNewLine) are pdfmake's. */
export interface Inline {
  text: string
  /** The text that it is cut from, and where in it this begins. */
  readonly paragraph: AnalysedText
  readonly from: number
  readonly style: SpanStyle
  runs: readonly Run[]
  width: number
  readonly height: number
  /** White space that vanishes at the start and the end of a line; negative for the room a soft hyphen needs. */
  leadingCut: number
  trailingCut: number
  readonly alignment: 'left' | 'right' | 'center'
  readonly baseLevel: number
  readonly noWrap: boolean
  lineEnd?: boolean
  noNewLine?: boolean
  hyphen?: Run
  x?: number
}
