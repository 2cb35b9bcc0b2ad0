/** The employer's colour and logo, made safe to print. */
import { colours } from './measures.ts'

/** White patterns and grey copies must stay readable: WCAG's 4.5 against the paper. */
const leastContrast = 4.5

/** The colour, darkened as far as its contrast against white needs; the product's own when there is none or it is no colour. */
export function brandColour(colour: string | undefined): string {
  if (!colour || !/^#[0-9a-f]{6}$/i.test(colour)) return colours.act
  let channels = channelsOf(colour)
  while (contrastWithWhite(channels) < leastContrast) channels = channels.map((channel) => channel * 0.95)
  return `#${channels.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`
}

const channelsOf = (colour: string): number[] => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))

/** WCAG 2.2, relative luminance. */
function contrastWithWhite(channels: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = channels.map((channel) => {
    const share = channel / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
}
