/** First letters of the first and the last word; two letters of a single word. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  const first = words[0] ?? ''
  const last = words.length > 1 ? (words.at(-1) ?? '') : ''
  const letters = last === '' ? [...first].slice(0, 2) : [[...first][0], [...last][0]]
  return letters.join('').toLocaleUpperCase()
}

/** What one calls a person in a heading: the first word of the name. */
export const firstName = (name: string): string => name.trim().split(/\s+/)[0] ?? name
