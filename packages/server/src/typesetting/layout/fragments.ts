/** Blocks laid out before their place is known. */
import type { ContextInstance, PageItem, Vector } from '../pdfmake/internals.ts'

/** A block's lines and shapes, from its own top left corner, and the width it was laid out for. */
export interface Fragment {
  readonly width: number
  readonly height: number
  readonly items: readonly PageItem[]
}

/** Puts a fragment where layout has come to, and goes on below it. A fragment is placed once: its items are moved. */
export function placeFragment(context: ContextInstance, { items, height }: Fragment): void {
  const page = context.getCurrentPage()
  for (const placed of items) {
    if (placed.type === 'vector') moveVector(placed.item, context.x, context.y)
    else {
      placed.item.x += context.x
      placed.item.y += context.y
    }
    page.items.push(placed)
  }
  context.moveDown(height)
}

function moveVector(vector: Vector, x: number, y: number): void {
  switch (vector.type) {
    case 'ellipse':
    case 'rect':
      vector.x += x
      vector.y += y
      break
    case 'line':
      vector.x1 += x
      vector.x2 += x
      vector.y1 += y
      vector.y2 += y
      break
    case 'polyline':
      vector.points = vector.points.map((point) => ({ x: point.x + x, y: point.y + y }))
      break
    case 'path':
      throw new Error('A path is given as a drawing in a box')
  }
}
