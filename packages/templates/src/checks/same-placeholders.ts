import { findPlaceholders, type Placeholder } from '@kase/shared/text/placeholder.ts'
import type { Problem } from '../problem.ts'
import { textsOf, type Check, type PackContext } from './pack-context.ts'
import { textUnits } from './text-units.ts'
import { translationPairs } from './translation-pairs.ts'

/**
 * A translation shows the same figures, phones and names as its source, line by line. Official terms are inflected words in
 * Finnish and Swedish, so there the English text is the measure: each task of another language names the same terms.
 */
export const checkSamePlaceholders: Check = (context) => [
  ...translationPairs(context).flatMap((pair) => {
    const [wanted, found] = [valuesOf(pair.source.text), valuesOf(pair.unit.text)]
    return wanted.join() === found.join() ? [] : [pair.problem('same-placeholders', difference(wanted, found))]
  }),
  ...sameTerms(context),
]

function sameTerms({ pack, inText }: PackContext): Problem[] {
  const english = pack.texts.en
  if (english === undefined) return []
  const wanted = termsByTask(english)
  return textsOf(pack)
    .filter(([language]) => !['fi', 'sv', 'en'].includes(language))
    .flatMap(([language, text]) => {
      const found = termsByTask(text)
      return Object.keys(text.tasks).flatMap((key) => {
        const missing = [...(wanted.get(key) ?? [])].filter((term) => found.get(key)?.has(term) !== true)
        return missing.length === 0
          ? []
          : [
              inText(
                language,
                ['tasks', key],
                'same-placeholders',
                `The English text names the terms ${missing.join(', ')}; this one does not.`,
              ),
            ]
      })
    })
}

function termsByTask(text: Parameters<typeof textUnits>[0]): Map<string, Set<string>> {
  const terms = new Map<string, Set<string>>()
  for (const { taskKey, text: words } of textUnits(text))
    for (const { placeholder } of findPlaceholders(words))
      if (taskKey !== undefined && placeholder?.kind === 'term')
        terms.set(taskKey, (terms.get(taskKey) ?? new Set()).add(placeholder.key))
  return terms
}

const nameOf = (placeholder: Placeholder): string =>
  'key' in placeholder ? `${placeholder.kind}:${placeholder.key}` : placeholder.kind

const valuesOf = (text: string): string[] =>
  findPlaceholders(text)
    .flatMap(({ placeholder }) => (placeholder && placeholder.kind !== 'term' ? nameOf(placeholder) : []))
    .toSorted()

const difference = (wanted: readonly string[], found: readonly string[]): string =>
  `Placeholders differ: the source has ${wanted.join(', ') || 'none'}, the translation ${found.join(', ') || 'none'}.`
