import type { Language } from '@kase/shared/locales.ts'
import { textsOf, type Check } from './pack-context.ts'
import { bareWords, letterCount, textUnits } from './text-units.ts'

const leastLetters = 16

/** A text of several words that is the same in two languages has not been translated in one of them. */
export const checkUntranslated: Check = ({ pack, inText }) => {
  const firstSeen = new Map<string, Language>()
  return textsOf(pack).flatMap(([language, text]) =>
    textUnits(text).flatMap((unit) => {
      const bare = bareWords(unit.text).toLowerCase()
      if (unit.kind === 'label' || letterCount(bare) < leastLetters || !bare.includes(' ')) return []
      const id = `${unit.id}\n${bare}`
      const other = firstSeen.get(id)
      if (other === undefined) firstSeen.set(id, language)
      return other === undefined
        ? []
        : [inText(language, unit.path, 'untranslated', `The text is the same as in ${other}.`)]
    }),
  )
}
