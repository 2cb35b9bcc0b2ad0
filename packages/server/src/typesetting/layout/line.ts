/** Fills lines with inlines. */
import { graphemes } from '../line-breaking/dictionary-words.ts'
import { Line } from '../pdfmake/classes.ts'
import type { LayoutNode, LineInstance } from '../pdfmake/internals.ts'
import type { PdfDocumentInstance } from '../pdfmake/pdfkit.ts'
import type { Inline } from './inline.ts'
import { partOf } from './text-inlines.ts'

/** Lengths closer than this are the same: sums of rounded advances differ by as much. */
const tolerance = 0.005

/**
 * Distance from a line's top to its base line: letters stand in the middle of their leading, as in a browser. A function,
 * because pdfmake copies lines of headers and footers into plain ones of its own.
 */
export function ascenderOf(line: LineInstance): number {
  return line.inlines.reduce((highest, { style, height }) => {
    const ascent = (style.font.ascender * style.size) / 1000
    const descent = (-style.font.descender * style.size) / 1000
    return Math.max(highest, (height - ascent - descent) / 2 + ascent)
  }, 0)
}

class TypesetLine extends Line {
  /** Whether an inline still fits, its trailing white space aside. */
  fits(inline: Inline): boolean {
    const leading = this.inlines.length === 0 ? inline.leadingCut : this.leadingCut
    return this.inlineWidths + inline.width - leading - inline.trailingCut <= this.maxWidth + tolerance
  }

  get room(): number {
    return this.maxWidth - this.inlineWidths + this.leadingCut
  }
}

/** The next line of a paragraph, or nothing when it is used up. The paragraph keeps its place in `_nextInline`. */
export function nextLine(document: PdfDocumentInstance, node: LayoutNode, width: number): LineInstance | null {
  const inlines = node._inlines ?? []
  if (!peek(node)) return null
  const line = new TypesetLine(width)
  let glued = false
  for (let inline = peek(node); inline; inline = peek(node)) {
    if (line.newLineForced || (line.inlines.length > 0 && !glued && !chainFits(line, inline, node))) break
    if (!line.fits(inline) && (glued || line.inlines.length === 0)) {
      const [head, rest] = splitToFit(document, inline, line.room, line.inlines.length === 0)
      if (head) line.addInline(head)
      if (rest) {
        node._rest = rest
        break
      }
    } else line.addInline(inline)
    advance(node)
    glued = inline.noNewLine ?? false
  }
  line.lastLineInParagraph = (node._nextInline ?? 0) >= inlines.length
  if (node._structure) line._structure = node._structure
  return line
}

const peek = (node: LayoutNode): Inline | undefined => node._rest ?? node._inlines?.[node._nextInline ?? 0]

function advance(node: LayoutNode): void {
  node._rest = undefined
  node._nextInline = (node._nextInline ?? 0) + 1
}

/** A word whose style changes inside is several inlines; it goes to the next line whole. */
function chainFits(line: TypesetLine, first: Inline, node: LayoutNode): boolean {
  if (!first.noNewLine) return line.fits(first)
  let width = 0
  let last = first
  let index = node._nextInline ?? 0
  for (let inline: Inline | undefined = first; inline; inline = node._inlines?.[++index]) {
    width += inline.width
    last = inline
    if (!inline.noNewLine) break
  }
  return line.inlineWidths + width - line.leadingCut - last.trailingCut <= line.maxWidth + tolerance
}

/** Cuts a word that no line can hold between graphemes; at least one stays on an empty line, so that it ends. */
function splitToFit(
  document: PdfDocumentInstance,
  inline: Inline,
  room: number,
  isFirst: boolean,
): [head: Inline | undefined, rest: Inline | undefined] {
  const letters = graphemes(inline.text)
  const endOf = (count: number): number => letters.slice(0, count).join('').length
  const head = (count: number): Inline => partOf(document, inline, 0, endOf(count))
  const fits = (count: number): boolean => {
    const { width, leadingCut } = head(count)
    return width - leadingCut <= room + tolerance
  }
  let low = isFirst ? 1 : 0
  let high = Math.min(letters.length, Math.ceil((letters.length * Math.max(room, 0) * 2) / (inline.width || 1)) + 4)
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (fits(middle)) low = middle
    else high = middle - 1
  }
  if (low >= letters.length) return [inline, undefined]
  const rest = partOf(document, inline, endOf(low), inline.text.length)
  if (inline.lineEnd) rest.lineEnd = true
  if (inline.noNewLine) rest.noNewLine = true
  if (low === 0) return [undefined, inline]
  return [{ ...head(low), trailingCut: 0, noNewLine: false }, rest]
}
