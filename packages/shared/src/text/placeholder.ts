/**
 * The placeholders of content texts: dates, phones, names and amounts are never typed into a text, so that one change
 * reaches every language.
 *
 * - `{worker}` `{employer}` `{municipality}` `{contact}` (whom to ask at the employer) `{place}` (the task's place)
 * - `{figure:key}` the number with its unit, as the reader's language writes it
 * - `{figure:key|number}` the number alone, where the sentence itself carries the unit ("{figure:x|number} päivän kuluessa")
 * - `{phone:key}`
 * - `{term:key}` the reader's own word and the official name beside it
 * - `{term:key|words}` the same with the words as this sentence inflects them ("pyydä {term:tax-card|verokorttia}")
 */

export const plainPlaceholders = ['worker', 'employer', 'municipality', 'contact', 'place'] as const
export type PlainPlaceholder = (typeof plainPlaceholders)[number]

export type Placeholder =
  | { readonly kind: PlainPlaceholder }
  | { readonly kind: 'phone'; readonly key: string }
  | { readonly kind: 'figure'; readonly key: string; readonly numberOnly: boolean }
  | { readonly kind: 'term'; readonly key: string; readonly words?: string }

export interface PlaceholderMatch {
  readonly start: number
  readonly end: number
  readonly source: string
  /** Undefined: braces that are no placeholder of ours. */
  readonly placeholder: Placeholder | undefined
}

/** Every `{…}` of a text in order, known or not. */
export function findPlaceholders(text: string): PlaceholderMatch[] {
  return [...text.matchAll(/\{([^{}]*)\}/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    source: match[0],
    placeholder: parsePlaceholder(match[1] ?? ''),
  }))
}

/** Reads the inside of a pair of braces; undefined when it is no placeholder of ours. */
export function parsePlaceholder(inside: string): Placeholder | undefined {
  const plain = plainPlaceholders.find((name) => name === inside)
  if (plain !== undefined) return { kind: plain }
  const match = /^(figure|phone|term):([a-z0-9]+(?:-[a-z0-9]+)*)(?:\|([^|]+))?$/.exec(inside)
  if (match === null) return undefined
  const [, kind, key = '', detail] = match
  if (kind === 'term') return detail === undefined ? { kind, key } : { kind, key, words: detail.trim() }
  if (kind === 'figure')
    return detail === undefined || detail === 'number' ? { kind, key, numberOnly: detail === 'number' } : undefined
  return detail === undefined ? { kind: 'phone', key } : undefined
}
