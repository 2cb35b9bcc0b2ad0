import { languages, type Language } from '@kase/shared/locales.ts'
import type { Check } from './pack-context.ts'
import { bareWords, letterCount, textUnits } from './text-units.ts'
import { taskProse, translationPairs } from './translation-pairs.ts'

interface Bounds {
  readonly least: number
  readonly most: number
}

/** Letters of the translation for each letter of the source. Scripts that write vowels as marks, or words as signs, count fewer. */
const wholeTask: Readonly<Record<string, Bounds>> = {
  Latn: { least: 0.55, most: 1.9 },
  Cyrl: { least: 0.55, most: 1.9 },
  Hans: { least: 0.12, most: 0.7 },
}
const otherScripts: Bounds = { least: 0.3, most: 1.7 }
/** A single line may stray further from its source than a whole task. */
const lineSlack = 1.7
const leastSourceLetters = 30

/** Nothing is left out of a translation or added to it, as far as its length can tell. */
export const checkLength: Check = (context) => {
  const { pack, inText } = context
  const lines = translationPairs(context).flatMap((pair) => {
    const letters = letterCount(bareWords(pair.source.text))
    if (letters < leastSourceLetters || pair.unit.kind === 'label') return []
    const { least, most } = boundsOf(pair.language)
    const ratio = letterCount(bareWords(pair.unit.text)) / letters
    return ratio < least / lineSlack || ratio > most * lineSlack ? [pair.problem('length', sentence(ratio))] : []
  })
  const source = pack.texts[pack.sourceLanguage]
  if (source === undefined) return lines
  const prose = taskProse(textUnits(source))
  const tasks = Object.values(pack.texts).flatMap((text) =>
    [...taskProse(textUnits(text))].flatMap(([key, words]) => {
      const ratio = letterCount(words) / letterCount(prose.get(key) ?? words)
      const { least, most } = boundsOf(text.language)
      return ratio < least || ratio > most ? [inText(text.language, ['tasks', key], 'length', sentence(ratio))] : []
    }),
  )
  return [...lines, ...tasks]
}

const boundsOf = (language: Language): Bounds => wholeTask[languages[language].script] ?? otherScripts
const sentence = (ratio: number): string =>
  `The translation is ${ratio < 1 ? 'much shorter' : 'much longer'} than its source (${ratio.toFixed(2)} letters for each).`
