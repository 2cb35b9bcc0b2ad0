import { eld } from 'eld/medium'
import type { Language } from '@kase/shared/locales.ts'
import { textsOf, type Check } from './pack-context.ts'
import { bareWords, letterCount, textUnits } from './text-units.ts'
import { taskProse } from './translation-pairs.ts'

/** Tags under which the detector knows a language; absent: it does not know it, so it can only exclude the others. */
const detectorTags: Partial<Record<Language, string>> = {
  ...Object.fromEntries(
    [
      'fi',
      'sv',
      'en',
      'et',
      'pl',
      'ro',
      'es',
      'pt',
      'de',
      'fr',
      'vi',
      'uk',
      'ru',
      'ar',
      'fa',
      'ur',
      'th',
      'hi',
      'bn',
      'am',
    ].map((tag) => [tag, tag]),
  ),
  fil: 'tl',
  'zh-Hans': 'zh',
}
/** Languages that a translator copies from. */
const workingLanguages = ['fi', 'sv', 'en']
/** How many times likelier than its own language another must be: a line full of place names wavers. */
const leastLead = 1.3
const leastLineLetters = 40
const leastTextLetters = 400

/** Each text is in its own language, and no line of the language it was translated from is left in it. */
export const checkLeftoverLanguage: Check = ({ pack, inText }) =>
  textsOf(pack).flatMap(([language, text]) => {
    const own = detectorTags[language]
    const units = textUnits(text)
    const whole = [...taskProse(units).values()].join(' ')
    const detected = letterCount(whole) >= leastTextLetters ? eld.detect(whole).language : ''
    if (own !== undefined && detected !== '' && detected !== own)
      return [inText(language, [], 'leftover-language', `The text as a whole looks like ${detected}, not ${own}.`)]
    return units
      .filter((unit) => unit.kind === 'prose' && letterCount(bareWords(unit.text)) >= leastLineLetters)
      .flatMap((unit) => {
        const result = eld.detect(bareWords(unit.text))
        const scores = result.getScores()
        const clear = (scores[result.language] ?? 0) > leastLead * (own === undefined ? 0 : (scores[own] ?? 0))
        return result.language !== own && workingLanguages.includes(result.language) && result.isReliable() && clear
          ? [inText(language, unit.path, 'leftover-language', `The line looks like ${result.language}.`)]
          : []
      })
  })
