import { languages, type Language } from '@kase/shared/locales.ts'
import type { Problem } from '../problem.ts'
import { textsOf, type PackContext } from './pack-context.ts'
import { bareWords, textUnits, type TextUnit } from './text-units.ts'

/** A text and the source text it was made from. */
export interface TranslationPair {
  readonly language: Language
  readonly unit: TextUnit
  readonly source: TextUnit
  readonly problem: (check: string, message: string) => Problem
}

/** Every translated unit beside its source; units that the source does not have are left to `same-shape`. */
export function translationPairs({ pack, inText }: PackContext): TranslationPair[] {
  const sourceText = pack.texts[pack.sourceLanguage]
  if (sourceText === undefined) return []
  const sources = new Map(textUnits(sourceText).map((unit) => [unit.id, unit]))
  return textsOf(pack)
    .filter(([language]) => language !== pack.sourceLanguage)
    .flatMap(([language, text]) =>
      textUnits(text).flatMap((unit) => {
        const source = sources.get(unit.id)
        return source === undefined
          ? []
          : [
              {
                language,
                unit,
                source,
                problem: (check: string, message: string) => inText(language, unit.path, check, message),
              },
            ]
      }),
    )
}

/** All running text of each task in one string, by task key. */
export function taskProse(units: readonly TextUnit[]): Map<string, string> {
  const prose = new Map<string, string>()
  for (const { taskKey, text } of units)
    if (taskKey !== undefined) prose.set(taskKey, `${prose.get(taskKey) ?? ''} ${bareWords(text)}`.trim())
  return prose
}

const scriptPatterns: Readonly<Record<string, RegExp>> = {
  Latn: /\p{Script=Latin}/gu,
  Cyrl: /\p{Script=Cyrillic}/gu,
  Arab: /\p{Script=Arabic}/gu,
  Thai: /\p{Script=Thai}/gu,
  Mymr: /\p{Script=Myanmar}/gu,
  Deva: /\p{Script=Devanagari}/gu,
  Beng: /\p{Script=Bengali}/gu,
  Hans: /\p{Script=Han}/gu,
  Ethi: /\p{Script=Ethiopic}/gu,
}

/** Matches the letters of the script that the language is written in; global. */
export const scriptPattern = (language: Language): RegExp => scriptPatterns[languages[language].script] ?? /\p{L}/gu
