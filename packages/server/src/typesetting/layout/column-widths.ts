/** How wide columns side by side become. Never wider together than the room there is, whatever is in them. */

export interface ColumnRequest {
  /** Points, or `auto` (as the content needs), or `*` (a share of what is left). */
  readonly width: number | 'auto' | '*'
  readonly min: number
  readonly max: number
}

/** Widths in points, in order, that add up to `available` at most. */
export function columnWidths(columns: readonly ColumnRequest[], available: number): number[] {
  const fixed = sum(columns.map(({ width }) => (typeof width === 'number' ? width : 0)))
  const room = Math.max(0, available - fixed)
  const stars = columns.filter(({ width }) => width === '*')
  const least = sum(columns.map((column) => (column.width === 'auto' ? column.min : 0)))
  const starLeast = stars.length * Math.max(0, ...stars.map(({ min }) => min))
  const wanted = sum(columns.map((column) => (column.width === 'auto' ? column.max : 0)))
  // Between its least and its greatest width, each automatic column gets the same part of what it asks for.
  const spare = Math.max(0, room - least - starLeast)
  const part = wanted > least ? Math.min(1, spare / (wanted - least)) : 0
  const automatic = columns.map(({ width, min, max }) => (width === 'auto' ? min + (max - min) * part : 0))
  const share = stars.length > 0 ? Math.max(0, room - sum(automatic)) / stars.length : 0
  const widths = columns.map(({ width }, index) => {
    if (typeof width === 'number') return width
    return width === '*' ? share : (automatic[index] ?? 0)
  })
  const total = sum(widths)
  return total > available ? widths.map((width) => (width * available) / total) : widths
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
