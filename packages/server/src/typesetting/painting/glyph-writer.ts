/** Writes shaped runs as PDF text operators. */
import { hex4, utf16Hex } from '../fonts/document-font.ts'
import type { Run } from '../layout/inline.ts'
import type { DocumentFont } from '../fonts/document-font.ts'

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
  array: string
  hex: string
}

/** Below this many thousandths of an em, a correction of the advance is not worth its bytes. */
const negligible = 0.01
/** Below this many points, two runs touch. */
const touching = 0.02

/** Shortest decimal with a thousandth's precision. */
export const decimal = (value: number): string => {
  const rounded = Math.round(value * 1000) / 1000
  return Object.is(rounded, -0) ? '0' : String(rounded)
}

/** `#rrggbb` as the operands of `rg`. */
function rgb(color: string): string {
  const channels = [1, 3, 5].map((start) => Number.parseInt(color.slice(start, start + 2), 16) / 255)
  return channels.map((channel) => decimal(Number.isFinite(channel) ? channel : 0)).join(' ')
}

/** One text object for the runs, in the order given. `useFont` is told of every font, so that the page can list it. */
export function textOperators(placed: readonly PlacedRun[], useFont: (font: DocumentFont) => void): string {
  const pen: Pen = {
    operators: ['BT'],
    font: undefined,
    size: 0,
    color: '',
    rise: 0,
    x: Number.NaN,
    y: Number.NaN,
    array: '',
    hex: '',
  }
  for (const item of placed) {
    useFont(item.run.font)
    moveTo(pen, item)
    writeRun(pen, item.run)
    pen.x = item.x + item.run.width
  }
  flush(pen)
  pen.operators.push('ET')
  return pen.operators.join('\n')
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
    // The page is turned upside down so that y grows downwards; letters are turned back.
    pen.operators.push(`1 0 0 -1 ${decimal(x)} ${decimal(y)} Tm`)
    pen.y = y
  }
}

function writeRun(pen: Pen, run: Run): void {
  const { shaped, font, level, space, style } = run
  const { scale } = font.file
  // Readers turn right-to-left text round themselves and mangle a replacement there, so only left-to-right text gets one.
  const replaced = level % 2 === 0 && !space && (!shaped.exact || shaped.displaced)
  if (replaced) {
    flush(pen)
    pen.operators.push(`/Span <</ActualText <FEFF${utf16Hex(shaped.text)}>>> BDC`)
  }
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
    pen.hex += hex4(font.codeFor(glyph, shaped.texts[index] ?? ''))
    pending = ((shaped.advances[index] ?? 0) - font.file.advance(glyph)) * scale - xOffset
  })
  shift(pen, pending)
  if (pen.rise !== 0) {
    flush(pen)
    pen.operators.push('0 Ts')
    pen.rise = 0
  }
  if (replaced) {
    flush(pen)
    pen.operators.push('EMC')
  }
}

/** Moves right by thousandths of an em, inside the array of glyphs. */
function shift(pen: Pen, distance: number): void {
  if (Math.abs(distance) <= negligible) return
  endHex(pen)
  pen.array += decimal(-distance)
}

function endHex(pen: Pen): void {
  if (!pen.hex) return
  pen.array += `<${pen.hex}>`
  pen.hex = ''
}

function flush(pen: Pen): void {
  endHex(pen)
  if (!pen.array) return
  pen.operators.push(`[${pen.array}] TJ`)
  pen.array = ''
}
