/** From a paragraph's spans to inlines: levels, scripts and line ends are found on the whole paragraph, before it is cut. */
import { boundedCache } from '../bounded-cache.ts'
import { paragraphLevels, type Direction } from '../bidi/paragraph-levels.ts'
import type { Span } from '../content.ts'
import { graphemes } from '../line-breaking/dictionary-words.ts'
import { breakOpportunities } from '../line-breaking/break-opportunities.ts'
import { languageSetting } from '../fonts/language-table.ts'
import { TextInlines } from '../pdfmake/classes.ts'
import type { StyleStackInstance } from '../pdfmake/internals.ts'
import type { PdfDocumentInstance } from '../pdfmake/pdfkit.ts'
import { scriptsOf } from '../shaping/scripts.ts'
import { shape } from '../shaping/harfbuzz.ts'
import type { DocumentFont } from '../fonts/document-font.ts'
import type { Inline, SpanStyle } from './inline.ts'
import { hyphenRun, runsOf, type AnalysedText } from './runs.ts'
import { paragraphStyle, spanStyle, type ParagraphStyle } from './styles.ts'

/** A word wider than this is broken rather than widen its column. */
const widestWord = 96
/** UTF-16 units. */
const longestPiece = 64

export class TypesetTextInlines extends TextInlines {
  readonly #page: Direction

  constructor(document: PdfDocumentInstance, page: Direction) {
    super(document)
    this.#page = page
  }

  override buildInlines(
    text: unknown,
    stack: StyleStackInstance,
  ): { items: Inline[]; minWidth: number; maxWidth: number } {
    const spans = flatten(text)
    const paragraph = paragraphStyle(this.pdfDocument, stack, this.#page)
    const analysed = analyse(spans.map((span) => textOf(span)).join(''), paragraph.direction, paragraph.span)
    const breaks = breaksOf(analysed.text, paragraph.span.language)
    const items: Inline[] = []
    let start = 0
    spans.forEach((span, index) => {
      const end = start + textOf(span).length
      const style = spanStyle(this.pdfDocument, paragraph.span, typeof span === 'string' ? undefined : span)
      const cuts = { breaks, start, end, isLast: index === spans.length - 1 }
      addInlines(items, { document: this.pdfDocument, paragraph, analysed, style }, cuts)
      start = end
    })
    return { items, ...widthsOf(items, paragraph.span.noWrap) }
  }

  /** Used by pdfmake itself for list markers only. */
  override widthOfText(text: string, { font, fontSize }: { font: DocumentFont; fontSize: number }): number {
    const { width } = shape(font.file, { text, script: 'Latn', language: 'en', rtl: false })
    return (width * font.file.scale * fontSize) / 1000
  }
}

const textOf = (span: string | Span): string => (typeof span === 'string' ? span : span.text)

/** The spans of a text node, whatever way it was written. */
function flatten(text: unknown): (string | Span)[] {
  if (Array.isArray(text)) return text.flatMap(flatten)
  if (typeof text === 'object' && text !== null && 'text' in text) {
    const span = text as Span
    return typeof span.text === 'string' ? [{ ...span, text: wellFormed(span.text) }] : flatten(span.text)
  }
  return [typeof text === 'string' ? wellFormed(text) : '']
}

/** Half surrogates and code points that are no characters become the replacement character. */
const wellFormed = (text: string): string => text.toWellFormed().replace(/\p{Noncharacter_Code_Point}/gu, '\ufffd')

/** Texts of templates come again in every plan; longer ones than this are somebody's own. */
const longestKept = 1500
const analysedTexts = boundedCache<AnalysedText>(2000)
const breaksOfTexts = boundedCache<ReadonlyMap<number, boolean>>(2000)

/** Levels and scripts of a text that stands as a paragraph of its own. */
export function analyse(text: string, direction: Direction, { language }: SpanStyle): AnalysedText {
  const { script } = languageSetting(language)
  const key = `${direction} ${script} ${text}`
  const known = analysedTexts.get(key)
  if (known) return known
  const analysed = { text, levels: paragraphLevels(text, direction), scripts: scriptsOf(text, script) }
  return text.length > longestKept ? analysed : analysedTexts.set(key, analysed)
}

function breaksOf(text: string, language: string): ReadonlyMap<number, boolean> {
  const key = `${language} ${text}`
  const known = breaksOfTexts.get(key)
  if (known) return known
  const breaks = breakOpportunities(text, language)
  return text.length > longestKept ? breaks : breaksOfTexts.set(key, breaks)
}

/** Forgets every paragraph: for measuring what unseen text costs. */
export function forgetParagraphs(): void {
  analysedTexts.clear()
  breaksOfTexts.clear()
}

interface Setting {
  readonly document: PdfDocumentInstance
  readonly paragraph: ParagraphStyle
  readonly analysed: AnalysedText
  readonly style: SpanStyle
}

interface Cuts {
  readonly breaks: ReadonlyMap<number, boolean>
  readonly start: number
  readonly end: number
  readonly isLast: boolean
}

/** The inlines of one span: cut wherever a line may end, and at the span's own end. */
function addInlines(items: Inline[], setting: Setting, { breaks, start, end, isLast }: Cuts): void {
  if (start === end) {
    items.push(makeInline(setting, start, end))
    return
  }
  let from = start
  for (let place = start + 1; place <= end; place++) {
    const mayEnd = breaks.has(place) && !setting.style.noWrap
    if (!mayEnd && place < end) continue
    const pieces = piecesOf(setting, from, place)
    const last = pieces.at(-1)
    if (last && breaks.get(place)) last.lineEnd = true
    else if (last && !breaks.has(place) && !isLast) last.noNewLine = true
    items.push(...pieces)
    from = place
  }
}

/** One inline; a word longer than any line is several that hold together, so that filling lines with it stays cheap. */
function piecesOf(setting: Setting, from: number, to: number): Inline[] {
  if (to - from <= longestPiece) return [makeInline(setting, from, to)]
  const pieces: Inline[] = []
  let start = from
  let end = from
  for (const grapheme of graphemes(setting.analysed.text.slice(from, to))) {
    if (end - start >= longestPiece) {
      pieces.push({ ...makeInline(setting, start, end), noNewLine: true })
      start = end
    }
    end += grapheme.length
  }
  return [...pieces, makeInline(setting, start, to)]
}

function makeInline(setting: Setting, from: number, to: number): Inline {
  const { document, paragraph, analysed, style } = setting
  const text = analysed.text.slice(from, to).replace(/(\r\n|[\n\r\u2028\u2029\u0085\v\f])$/, '')
  const baseLevel = paragraph.direction === 'rtl' ? 1 : 0
  const inline: Inline = {
    text,
    paragraph: analysed,
    from,
    style,
    runs: runsOf(document, analysed, style, from, from + text.length),
    width: 0,
    height: style.leading,
    leadingCut: 0,
    trailingCut: 0,
    alignment: paragraph.alignment,
    baseLevel,
    noWrap: style.noWrap,
  }
  measure(inline)
  if (text.endsWith('\u00ad')) {
    inline.hyphen = hyphenRun(document, style, inline.runs.at(-1)?.level ?? baseLevel)
    inline.trailingCut = -inline.hyphen.width
  }
  return inline
}

function measure(inline: Inline): void {
  const { runs } = inline
  let leading = 0
  let trailing = 0
  for (let index = 0; runs[index]?.space; index++) leading += runs[index]?.width ?? 0
  for (let index = runs.length - 1; runs[index]?.space; index--) trailing += runs[index]?.width ?? 0
  inline.width = runs.reduce((sum, run) => sum + run.width, 0)
  inline.leadingCut = leading
  inline.trailingCut = trailing
}

/** Units `from` to `to` of an inline that is too wide for any line: its letters keep the levels they have in the paragraph. */
export function partOf(document: PdfDocumentInstance, inline: Inline, from: number, to: number): Inline {
  const { hyphen: _, lineEnd: __, ...rest } = inline
  const { paragraph, from: start, style } = inline
  const runs = runsOf(document, paragraph, style, start + from, start + to)
  const part: Inline = { ...rest, text: inline.text.slice(from, to), from: start + from, runs }
  measure(part)
  return part
}

/** The least and the greatest width a paragraph can use. */
function widthsOf(items: readonly Inline[], noWrap: boolean): { minWidth: number; maxWidth: number } {
  let minWidth = 0
  let maxWidth = 0
  let line = 0
  let lead: number | undefined
  for (const item of items) {
    minWidth = Math.max(minWidth, item.width - item.leadingCut - item.trailingCut)
    lead ??= item.leadingCut
    line += item.width
    maxWidth = Math.max(maxWidth, line - lead - item.trailingCut)
    if (item.lineEnd) {
      line = 0
      lead = undefined
    }
  }
  return { minWidth: noWrap ? maxWidth : Math.min(minWidth, widestWord), maxWidth }
}
