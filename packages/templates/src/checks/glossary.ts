import { findPlaceholders } from '@kase/shared/text/placeholder.ts'
import type { Language } from '@kase/shared/locales.ts'
import { textsOf, type Check } from './pack-context.ts'
import { textUnits, type TextUnit } from './text-units.ts'
import { taskProse } from './translation-pairs.ts'

/** What a task names officially in the source stays recognisable: by `{term:…}`, by the language's own word, or by the official one. */
export const checkGlossary: Check = ({ pack, above, terms, inText }) => {
  const source = pack.texts[pack.sourceLanguage]
  if (source === undefined || (pack.sourceLanguage !== 'fi' && pack.sourceLanguage !== 'sv')) return []
  const official = pack.sourceLanguage
  const mentioned = taskProse(textUnits(source))
  const wordOf = (language: Language, key: string) =>
    pack.texts[language]?.terms[key] ?? above.map((upper) => upper.texts[language]?.terms[key]).find(Boolean)
  return textsOf(pack)
    .filter(([language]) => language !== official)
    .flatMap(([language, text]) => {
      const units = textUnits(text)
      const prose = taskProse(units)
      const placed = placedTerms(units)
      return Object.keys(text.tasks).flatMap((key) => {
        const [from = '', to = ''] = [mentioned.get(key)?.toLowerCase(), prose.get(key)?.toLowerCase()]
        const lost = [...terms].filter(
          ([term, names]) =>
            hasTerm(from, names[official] ?? names.fi) &&
            placed.get(key)?.has(term) !== true &&
            ![wordOf(language, term), names.fi, names.sv].some((word) => word !== undefined && resembles(to, word)),
        )
        return lost.map(([term, names]) =>
          inText(
            language,
            ['tasks', key],
            'glossary',
            `The source speaks of ${names[official] ?? names.fi}: use {term:${term}} or its word.`,
          ),
        )
      })
    })
}

function placedTerms(units: readonly TextUnit[]): Map<string, Set<string>> {
  const placed = new Map<string, Set<string>>()
  for (const { taskKey, text } of units)
    for (const { placeholder } of findPlaceholders(text))
      if (taskKey !== undefined && placeholder?.kind === 'term')
        placed.set(taskKey, (placed.get(taskKey) ?? new Set()).add(placeholder.key))
  return placed
}

/** Whether a Finnish or Swedish text has the term in any of its forms: endings are cut off the term, not off the text. */
function hasTerm(text: string, term: string): boolean {
  const stems = term.toLowerCase().split(' ').map(stem)
  const words = text.split(/[^\p{L}-]+/u)
  return words.some((_, at) => stems.every((each, offset) => words[at + offset]?.startsWith(each) === true))
}

const stem = (word: string): string => word.slice(0, word.length >= 9 ? -2 : word.length >= 6 ? -1 : word.length)

/** Whether a text of any language has something like the word: the first three fifths of one of its longer parts. */
function resembles(text: string, word: string): boolean {
  const parts = word
    .toLowerCase()
    .split(/[\s()-]+/)
    .filter(Boolean)
  const longest = Math.max(...parts.map((part) => part.length))
  return parts
    .filter((part) => part.length >= Math.min(4, longest))
    .some((part) => text.includes(part.slice(0, Math.max(2, Math.ceil(part.length * 0.6)))))
}
