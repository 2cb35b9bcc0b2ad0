/** Writes shaped runs as PDF text operators. */
import { byteString, codeBytes, textString } from '../fonts/character-codes.ts'
import type { DocumentFont } from '../fonts/document-font.ts'
import type { Run } from '../layout/inline.ts'
import { decimal, rgb } from './numbers.ts'

/** A run and where its left edge and base line are, in points from the page's top left. */
export interface PlacedRun {
  readonly run: Run
  readonly x: number
  readonly y: number
}

/** Text state as the reader of the file will have it; operators are written only where it changes. */
interface Pen {
  readonly operators: string[]
  font: DocumentFont | undefined
  size: number
  color: string
  rise: number
  x: number
  y: number
  /** Where the line began that the next one is placed by, in whole tenths of a point; undefined at the start. */
  origin: { readonly x: number; readonly y: number } | undefined
  array: string
  codes: string
}

/** Below this many thousandths of an em, a correction of the advance is not worth its bytes. */
const negligible = 0.05
/** Below this many points, two runs touch. */
const touching = 0.02

/** Thousandths of an em, or points, to a tenth: a point's tenth is a thirtieth of a millimetre. */
const tenth = (value: number): string => String(inTenths(value) / 10)

const inTenths = (value: number): number => Math.round(value * 10) + 0

/** Text being written into one text object; it goes on until something else is painted. */
export interface TextWriter {
  /** Runs in the order given. */
  write(placed: readonly PlacedRun[]): void
  /** Ends the text object and answers its operators; undefined when nothing was written since. */
  end(): string | undefined
}

/** A writer for one page. `useFont` is told of every font, so that the page can list it. */
export function textWriter(useFont: (font: DocumentFont) => void): TextWriter {
  let pen: Pen | undefined
  return {
    write(placed) {
      pen ??= newPen()
      writeAll(pen, placed, useFont)
    },
    end() {
      if (!pen) return undefined
      flush(pen)
      const operators = [...pen.operators, 'ET'].join('\n')
      pen = undefined
      return operators
    },
  }
}

const newPen = (): Pen => ({
  operators: ['BT'],
  font: undefined,
  size: 0,
  color: '',
  rise: 0,
  x: Number.NaN,
  y: Number.NaN,
  origin: undefined,
  array: '',
  codes: '',
})

function writeAll(pen: Pen, placed: readonly PlacedRun[], useFont: (font: DocumentFont) => void): void {
  placed.forEach((item, index) => {
    useFont(item.run.font)
    moveTo(pen, item)
    const replaced = isReplaced(item.run)
    const isSpaceAfter = replaced && isFollowedBySpace(placed, index)
    if (replaced) beginReplaced(pen, isSpaceAfter ? `${item.run.text} ` : item.run.text)
    writeRun(pen, item.run)
    pen.x = item.x + item.run.width
    const before = placed[index - 1]
    const endsReplaced = before && isReplaced(before.run) && isFollowedBySpace(placed, index - 1)
    if ((replaced && !isSpaceAfter) || endsReplaced) endReplaced(pen)
  })
}

function moveTo(pen: Pen, { run, x, y }: PlacedRun): void {
  const { style, font } = run
  if (style.color !== pen.color) {
    flush(pen)
    pen.operators.push(`${rgb(style.color)} rg`)
    pen.color = style.color
  }
  if (font !== pen.font || style.size !== pen.size) {
    flush(pen)
    pen.operators.push(`/${font.id} ${decimal(style.size)} Tf`)
    pen.font = font
    pen.size = style.size
  }
  if (!(Math.abs(pen.x - x) <= touching) || pen.y !== y) {
    flush(pen)
    pen.operators.push(placeFrom(pen.origin, { x, y }))
    pen.origin = { x: inTenths(x), y: inTenths(y) }
    pen.y = y
  }
}

/** By the way from the line before, which in a paragraph is always the same and packs well; the first one absolutely. */
function placeFrom(origin: Pen['origin'], { x, y }: { x: number; y: number }): string {
  // The page is turned upside down so that y grows downwards; letters are turned back.
  if (!origin) return `1 0 0 -1 ${tenth(x)} ${tenth(y)} Tm`
  return `${(inTenths(x) - origin.x) / 10} ${(origin.y - inTenths(y)) / 10} Td`
}

/**
 * Whether a word is given its text a second time, as a whole (ActualText): where marks are moved, readers put spaces round
 * them. Right-to-left text they turn round themselves and mangle a replacement there, so it gets none.
 */
const isReplaced = ({ level, space, shaped }: Run): boolean =>
  level % 2 === 0 && !space && (!shaped.exact || shaped.displaced)

/** The space after such a word belongs to its replacement: PDFium drops one that stands between two. */
function isFollowedBySpace(placed: readonly PlacedRun[], index: number): boolean {
  const [own, next] = [placed[index], placed[index + 1]]
  if (!own || !next?.run.space || next.run.level % 2 === 1) return false
  return own.run.font === next.run.font && Math.abs(own.x + own.run.width - next.x) <= touching
}

function beginReplaced(pen: Pen, text: string): void {
  flush(pen)
  pen.operators.push(`/Span <</ActualText ${textString(text)}>> BDC`)
}

function endReplaced(pen: Pen): void {
  flush(pen)
  pen.operators.push('EMC')
}

function writeRun(pen: Pen, run: Run): void {
  const { shaped, font, level, style } = run
  const { scale } = font.file
  let pending = 0
  shaped.glyphs.forEach((glyph, index) => {
    const xOffset = (shaped.xOffsets[index] ?? 0) * scale
    const rise = ((shaped.yOffsets[index] ?? 0) * scale * style.size) / 1000
    if (rise !== pen.rise) {
      flush(pen)
      pen.operators.push(`${decimal(rise)} Ts`)
      pen.rise = rise
    }
    shift(pen, pending + xOffset)
    pen.codes += codesOf(font, glyph, shaped.texts[index] ?? '', level % 2 === 1)
    pending = ((shaped.advances[index] ?? 0) - font.file.advance(glyph)) * scale - xOffset
  })
  shift(pen, pending)
  if (pen.rise !== 0) {
    flush(pen)
    pen.operators.push('0 Ts')
    pen.rise = 0
  }
}

/**
 * The codes of a glyph, one character a byte. pdf.js takes a glyph whose text has a mark in it for one without width, and then sees a space after
 * it; so the mark is written as the text of a second glyph, which has neither ink nor width.
 */
function codesOf(font: DocumentFont, glyph: number, text: string, rtl: boolean): string {
  const mark = rtl || text.length < 2 ? -1 : text.search(/\p{Mn}/u)
  const carrier = mark > 0 && font.file.advance(glyph) > 0 ? font.file.widthlessGlyph : undefined
  if (carrier === undefined) return codeBytes(font.codeFor(glyph, text))
  return codeBytes(font.codeFor(glyph, text.slice(0, mark))) + codeBytes(font.codeFor(carrier, text.slice(mark)))
}

/** Moves right by thousandths of an em, inside the array of glyphs. */
function shift(pen: Pen, distance: number): void {
  if (Math.abs(distance) < negligible) return
  endCodes(pen)
  pen.array += tenth(-distance)
}

function endCodes(pen: Pen): void {
  if (!pen.codes) return
  pen.array += byteString(pen.codes)
  pen.codes = ''
}

function flush(pen: Pen): void {
  endCodes(pen)
  if (!pen.array) return
  pen.operators.push(`[${pen.array}] TJ`)
  pen.array = ''
}
