import { languages, type Language } from '@kase/shared/locales.ts'
import { textsOf, type Check } from './pack-context.ts'
import { bareWords, letterCount, textUnits } from './text-units.ts'
import { scriptPattern } from './translation-pairs.ts'

/** Least share of letters in the language's own script; the rest are names of services and offices. */
const leastShare = 0.35
/** Shorter texts may be a name altogether. */
const leastLetters = 12

/** Letters of a neighbour language that shares the script. */
const foreignLetters: Partial<Record<Language, RegExp>> = {
  uk: /[ыэъё]/i,
  ru: /[іїєґ]/i,
  fa: /[يك]/,
  ar: /[یک]/,
}

/** Controls, zero-width characters and bidi marks; ZWNJ and ZWJ are part of Persian, Hindi, Nepali and Bengali spelling. */
const hidden =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u

/** A text is in the script of its language, normalised, with nothing hidden in it. */
export const checkScript: Check = ({ pack, inText }) =>
  textsOf(pack).flatMap(([language, text]) =>
    textUnits(text).flatMap((unit) => {
      const say = (message: string) => [inText(language, unit.path, 'script', message)]
      if (hidden.test(unit.text)) return say('A hidden character stands in the text.')
      if (unit.text !== unit.text.normalize('NFC')) return say('The text is not in Unicode normal form C.')
      if (foreignLetters[language]?.test(unit.text) === true)
        return say('A letter of another language of this script stands in the text.')
      const bare = bareWords(unit.text)
      const [all, own] = [letterCount(bare), bare.match(scriptPattern(language))?.length ?? 0]
      if (languages[language].script === 'Latn')
        return own < (bare.match(/\p{L}/gu)?.length ?? 0) ? say('A letter of another script stands in the text.') : []
      const isName = unit.kind === 'label' || all < leastLetters
      return !isName && own / all < leastShare ? say('The text is not in the script of its language.') : []
    }),
  )
