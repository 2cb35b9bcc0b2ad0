/** Numbers and colours as a content stream has them, in as few digits as can be seen. */

/** Shortest decimal that is within half a hundredth: a four-thousandth of a millimetre, for points. */
export function decimal(value: number): string {
  const rounded = Math.round(value * 100) / 100
  return Object.is(rounded, -0) ? '0' : String(rounded)
}

const colours = new Map<string, string>()

/** `#rrggbb` as three operands from 0 to 1; black for anything else. */
export function rgb(colour: string): string {
  const known = colours.get(colour)
  if (known) return known
  const isColour = /^#[0-9a-f]{6}$/i.test(colour)
  const channels = [1, 3, 5].map((start) => (isColour ? Number.parseInt(colour.slice(start, start + 2), 16) / 255 : 0))
  const operands = channels.map((channel) => String(Math.round(channel * 1000) / 1000)).join(' ')
  if (colours.size < 1000) colours.set(colour, operands)
  return operands
}
