/** Columns that run the other way than their page: laid out like the page, then turned round in their own place. */
import { mirrorVector } from '../painting/mirror.ts'
import type { ContextInstance, PageItem } from '../pdfmake/internals.ts'

/** What was on each page before an island was laid out, and where the island stands. */
export interface Placed {
  readonly counts: readonly number[]
  readonly left: number
  readonly width: number
}

export const placedItems = (context: ContextInstance): Placed => ({
  counts: context.pages.map(({ items }) => items.length),
  left: context.x,
  width: context.availableWidth,
})

/** Turns round what has come since. A page that is itself mirrored turns it back, and so it runs the other way. */
export function mirrorSince(context: ContextInstance, { counts, left, width }: Placed): void {
  const axis = 2 * left + width
  context.pages.forEach(({ items }, page) => {
    for (const item of items.slice(counts[page] ?? 0)) mirror(item, axis)
  })
}

function mirror(placed: PageItem, axis: number): void {
  switch (placed.type) {
    case 'line':
      placed.item.x = axis - placed.item.x - placed.item.getWidth()
      break
    case 'vector':
      mirrorVector(placed.item, axis)
      break
    case 'image':
    case 'svg':
      placed.item.x = axis - placed.item.x - placed.item._width
      break
    case 'beginClip':
    case 'endClip':
    case 'beginVerticalAlignment':
    case 'endVerticalAlignment':
    case 'attachment':
      throw new Error(`This engine does not turn round ${placed.type}`)
  }
}
