/** The median of some figures. */
export function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  return sorted.length % 2 === 1 ? at(sorted, middle - 0.5) : (at(sorted, middle - 1) + at(sorted, middle)) / 2
}

const at = (figures: readonly number[], index: number): number => figures[index] ?? Number.NaN

/** Prints a figure beside what QUALITY asks for; a benchmark never fails by time. */
export function report(name: string, figure: string, asked = ''): void {
  console.log(`${name.padEnd(58)} ${figure.padStart(12)}   ${asked}`.trimEnd())
}
