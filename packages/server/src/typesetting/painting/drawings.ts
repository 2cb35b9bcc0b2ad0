/** Paints the drawings that have a box of their own: QR codes and paths. */
import type { Drawing } from '../content.ts'
import type { PdfDocumentInstance } from '../pdfmake/pdfkit.ts'
import { decimal, rgb } from './numbers.ts'

/** Left, top, width and height on the page, in points. */
export type Box = readonly [x: number, y: number, width: number, height: number]

const paperWhite = '#ffffff'
const ink = '#14211c'

/** A drawing in its box; `mirrored` on a right-to-left page turns round those that point somewhere. */
export function paintDrawing(document: PdfDocumentInstance, drawing: Drawing, box: Box, mirrored: boolean): void {
  document.save()
  if (drawing.kind === 'modules') paintModules(document, drawing, box)
  else paintPath(document, drawing, box, mirrored && (drawing.mirrored ?? false))
  document.restore()
}

/**
 * The modules as a one-bit mask, one sample each: some 200 bytes a code, where squares or a path take 2,000. A mask is
 * never smoothed, so the edges stay as sharp as those of squares.
 */
function paintModules(
  document: PdfDocumentInstance,
  { size, dark }: Extract<Drawing, { kind: 'modules' }>,
  [x, y, width, height]: Box,
): void {
  document.addContent(
    // The unit square of an image stands on its base; y grows downwards here.
    `${decimal(width)} 0 0 ${decimal(-height)} ${decimal(x)} ${decimal(y + height)} cm\n` +
      `${rgb(paperWhite)} rg 0 0 1 1 re f\n${rgb(ink)} rg\n` +
      `BI /W ${size} /H ${size} /IM true /D [1 0] /F /AHx ID\n${hexRows(dark, size)}>\nEI`,
  )
}

/** Each row as hexadecimal, filled up to whole bytes. */
function hexRows(dark: Uint8Array, size: number): string {
  const bytes = Math.ceil(size / 8)
  const packed = Buffer.alloc(bytes * size)
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const at = row * bytes + (column >> 3)
      if (dark[row * size + column]) packed[at] = (packed[at] ?? 0) | (0x80 >> (column & 7))
    }
  }
  return packed.toString('hex')
}

function paintPath(
  document: PdfDocumentInstance,
  path: Extract<Drawing, { kind: 'path' }>,
  [x, y, width, height]: Box,
  turned: boolean,
): void {
  const [boxWidth, boxHeight] = path.box
  const scaleX = width / boxWidth
  document.transform(turned ? -scaleX : scaleX, 0, 0, height / boxHeight, turned ? x + width : x, y)
  if (path.fill) {
    document.path(path.d).fillColor(path.fill)
    document.addContent(path.evenOdd ? 'f*' : 'f')
  }
  if (path.stroke) {
    document.undash()
    document
      .lineWidth(path.lineWidth ?? 1)
      .lineCap('round')
      .lineJoin('round')
    document.path(path.d).strokeColor(path.stroke).stroke()
  }
}
