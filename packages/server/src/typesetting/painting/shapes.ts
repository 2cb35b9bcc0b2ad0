/** Paints rectangles, lines, ellipses and polylines in few bytes: a plan has hundreds, and most are alike. */
import type { Vector } from '../pdfmake/internals.ts'
import type { PdfDocumentInstance } from '../pdfmake/pdfkit.ts'
import { decimal, rgb } from './numbers.ts'

/** Part of a radius at which a Bézier curve's handles make a quarter of a circle. */
const quarter = 0.5523

/** Paints one shape, filled, stroked or both, as its colours say. */
export function paintShape(document: PdfDocumentInstance, shape: Vector): void {
  const path = pathOf(shape)
  if (!path) return
  const { color, lineColor, lineWidth = 1, dash } = shape
  const isStroked = lineColor !== undefined || color === undefined
  const operators = [
    'q',
    ...(color === undefined ? [] : [`${rgb(color)} rg`]),
    ...(isStroked ? [`${rgb(lineColor ?? '#000000')} RG ${decimal(lineWidth)} w`] : []),
    ...(dash ? [`[${decimal(dash.length)} ${decimal(dash.space)}] 0 d`] : []),
    path,
    color === undefined ? 'S' : isStroked ? 'B' : 'f',
    'Q',
  ]
  document.addContent(operators.join('\n'))
}

const move = (x: number, y: number): string => `${decimal(x)} ${decimal(y)} m`
const line = (x: number, y: number): string => `${decimal(x)} ${decimal(y)} l`
const curve = (...points: number[]): string => `${points.map(decimal).join(' ')} c`

function pathOf(shape: Vector): string | undefined {
  switch (shape.type) {
    case 'rect':
      return shape.r
        ? roundedRectangle(shape, shape.r)
        : `${[shape.x, shape.y, shape.w, shape.h].map(decimal).join(' ')} re`
    case 'line':
      return `${move(shape.x1, shape.y1)} ${line(shape.x2, shape.y2)}`
    case 'ellipse':
      return ellipse(shape)
    case 'polyline':
      return polyline(shape)
    case 'path':
      return undefined
  }
}

/** From the box's corner, so that boxes of one size are written alike wherever they stand. */
function roundedRectangle({ x, y, w, h }: Vector, asked: number): string {
  const r = Math.min(asked, w / 2, h / 2)
  const k = r * (1 - quarter)
  return [
    `1 0 0 1 ${decimal(x)} ${decimal(y)} cm`,
    move(r, 0),
    line(w - r, 0),
    curve(w - k, 0, w, k, w, r),
    line(w, h - r),
    curve(w, h - k, w - k, h, w - r, h),
    line(r, h),
    curve(k, h, 0, h - k, 0, h - r),
    line(0, r),
    curve(0, k, k, 0, r, 0),
    'h',
  ].join(' ')
}

function ellipse({ x, y, r1, r2 }: Vector): string {
  const [kx, ky] = [r1 * quarter, r2 * quarter]
  return [
    move(x + r1, y),
    curve(x + r1, y + ky, x + kx, y + r2, x, y + r2),
    curve(x - kx, y + r2, x - r1, y + ky, x - r1, y),
    curve(x - r1, y - ky, x - kx, y - r2, x, y - r2),
    curve(x + kx, y - r2, x + r1, y - ky, x + r1, y),
    'h',
  ].join(' ')
}

function polyline({ points, closePath }: Vector): string | undefined {
  const [first, ...others] = points
  if (!first) return undefined
  return [move(first.x, first.y), ...others.map(({ x, y }) => line(x, y)), ...(closePath ? ['h'] : [])].join(' ')
}
