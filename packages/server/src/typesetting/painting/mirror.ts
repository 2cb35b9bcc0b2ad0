/** Turns the geometry of a page round for right-to-left reading: where things are, not what they look like. */
import type { Vector } from '../pdfmake/internals.ts'

/** Moves a shape to its mirror image on a page of this width, or on any axis that is half of `pageWidth` from the left. */
export function mirrorVector(vector: Vector, pageWidth: number): void {
  switch (vector.type) {
    case 'ellipse':
      vector.x = pageWidth - vector.x
      break
    case 'rect':
      vector.x = pageWidth - vector.x - vector.w
      break
    case 'line':
      vector.x1 = pageWidth - vector.x1
      vector.x2 = pageWidth - vector.x2
      break
    case 'polyline':
      vector.points = vector.points.map(({ x, y }) => ({ x: pageWidth - x, y }))
      break
    default:
      throw new Error(`A shape of type ${vector.type} cannot be mirrored; give a path as a drawing in a box`)
  }
}
