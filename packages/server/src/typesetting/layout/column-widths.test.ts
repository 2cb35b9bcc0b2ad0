import fc from 'fast-check'
import { expect, test } from 'vitest'
import { columnWidths, type ColumnRequest } from './column-widths.ts'

test('fixed widths are kept, automatic ones fit their content, stars share the rest', () => {
  const columns: ColumnRequest[] = [
    { width: 50, min: 10, max: 90 },
    { width: 'auto', min: 20, max: 60 },
    { width: '*', min: 10, max: 500 },
    { width: '*', min: 10, max: 500 },
  ]
  expect(columnWidths(columns, 310)).toEqual([50, 60, 100, 100])
})

const request = fc
  .tuple(
    fc.oneof(fc.constantFrom('auto' as const, '*' as const), fc.float({ min: 0, max: 900, noNaN: true })),
    fc.float({ min: 0, max: 300, noNaN: true }),
    fc.float({ min: 0, max: 3000, noNaN: true }),
  )
  .map(([width, min, more]): ColumnRequest => ({ width, min, max: min + more }))

test('columns never take more room than there is, and never less than none', () => {
  fc.assert(
    fc.property(
      fc.array(request, { minLength: 1, maxLength: 8 }),
      fc.float({ min: 1, max: 1000, noNaN: true }),
      (columns, available) => {
        const widths = columnWidths(columns, available)
        expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(available + 1e-3)
        expect(Math.min(...widths)).toBeGreaterThanOrEqual(0)
      },
    ),
  )
})
