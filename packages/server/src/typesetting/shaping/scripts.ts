/** Scripts of text, letter by letter, as shaping needs them: digits and punctuation take the script they stand in. */

const names: readonly (readonly [RegExp, string])[] = (
  [
    ['Latin', 'Latn'],
    ['Cyrillic', 'Cyrl'],
    ['Greek', 'Grek'],
    ['Arabic', 'Arab'],
    ['Hebrew', 'Hebr'],
    ['Thai', 'Thai'],
    ['Lao', 'Laoo'],
    ['Khmer', 'Khmr'],
    ['Myanmar', 'Mymr'],
    ['Devanagari', 'Deva'],
    ['Bengali', 'Beng'],
    ['Gurmukhi', 'Guru'],
    ['Gujarati', 'Gujr'],
    ['Tamil', 'Taml'],
    ['Sinhala', 'Sinh'],
    ['Ethiopic', 'Ethi'],
    ['Han', 'Hani'],
    ['Hiragana', 'Hira'],
    ['Katakana', 'Kana'],
    ['Hangul', 'Hang'],
    ['Georgian', 'Geor'],
    ['Armenian', 'Armn'],
  ] as const
).map(([name, tag]) => [new RegExp(`\\p{Script=${name}}`, 'u'), tag] as const)

const known = new Map<number, string>()

/** ISO 15924 tag of a letter's script; empty for what scripts share (digits, punctuation, marks without a base). */
export function scriptOf(codePoint: number): string {
  if (codePoint < 0x2c0) return codePoint < 0x80 ? asciiScript(codePoint) : cached(codePoint)
  return cached(codePoint)
}

const asciiScript = (codePoint: number): string =>
  (codePoint >= 0x41 && codePoint <= 0x5a) || (codePoint >= 0x61 && codePoint <= 0x7a) ? 'Latn' : ''

function cached(codePoint: number): string {
  const tag = known.get(codePoint)
  if (tag !== undefined) return tag
  const letter = String.fromCodePoint(codePoint)
  const found = names.find(([pattern]) => pattern.test(letter))?.[1] ?? ''
  known.set(codePoint, found)
  return found
}

/**
 * The script of each UTF-16 unit: shared letters take that of the letter before, leading ones that of the first after, and
 * all of them `fallback` when the text has none.
 */
export function scriptsOf(text: string, fallback: string): string[] {
  const scripts: string[] = Array.from({ length: text.length })
  let current = ''
  for (let index = 0; index < text.length;) {
    const codePoint = text.codePointAt(index) ?? 0
    current = scriptOf(codePoint) || current
    scripts[index++] = current
    if (codePoint > 0xffff) scripts[index++] = current
  }
  const first = scripts.findIndex(Boolean)
  const leading = first < 0 ? fallback : (scripts[first] ?? fallback)
  return scripts.fill(leading, 0, first < 0 ? text.length : first)
}
