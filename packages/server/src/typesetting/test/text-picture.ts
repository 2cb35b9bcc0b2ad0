/**
 * A page as a picture of letters, from white to black `' .:*#'`: coarse enough to survive another version of the renderer,
 * fine enough to show a moved word, and its difference is read like that of any text.
 */
import { run, temporaryFile } from './tools.ts'

const shades = ' .:*#'
/** A cell is 1.2 mm wide and 2.5 mm high. */
const columns = 175
const rows = 119

/** One line of text for each row of the page. */
export function textPicture(file: Uint8Array, page: number): string[] {
  const path = temporaryFile('picture.pdf', file)
  const range = ['-f', String(page), '-l', String(page)]
  const { width, height, pixels } = readPgm(run('pdftoppm', ['-r', '75', '-gray', ...range, path]))
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => {
      const ink = meanInk(pixels, width, {
        left: Math.floor((column * width) / columns),
        right: Math.floor(((column + 1) * width) / columns),
        top: Math.floor((row * height) / rows),
        bottom: Math.floor(((row + 1) * height) / rows),
      })
      return shades[Math.min(shades.length - 1, Math.round(ink * 1.6 * (shades.length - 1)))]
    })
      .join('')
      .trimEnd(),
  )
}

interface Cell {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

function meanInk(pixels: Buffer, width: number, { left, right, top, bottom }: Cell): number {
  let sum = 0
  for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) sum += 255 - (pixels[y * width + x] ?? 255)
  return sum / 255 / Math.max(1, (right - left) * (bottom - top))
}

function readPgm(data: Buffer): { width: number; height: number; pixels: Buffer } {
  const header = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(data.subarray(0, 64).toString('latin1'))
  if (!header) throw new Error('pdftoppm gave no grey picture')
  return { width: Number(header[1]), height: Number(header[2]), pixels: data.subarray(header[0].length) }
}

/** Rows that differ by more than a shade in more than `most` of their cells, as lines `- approved` and `+ found`. */
export function pictureDifference(approved: readonly string[], found: readonly string[], most = 3): string[] {
  const difference: string[] = []
  for (let row = 0; row < Math.max(approved.length, found.length); row++) {
    const [before = '', after = ''] = [approved[row], found[row]]
    if (differingCells(before, after) > most) difference.push(`${row + 1}- ${before}`, `${row + 1}+ ${after}`)
  }
  return difference
}

function differingCells(before: string, after: string): number {
  let count = 0
  for (let column = 0; column < Math.max(before.length, after.length); column++) {
    const shade = (line: string): number => Math.max(0, shades.indexOf(line[column] ?? ' '))
    if (Math.abs(shade(before) - shade(after)) > 1) count++
  }
  return count
}
