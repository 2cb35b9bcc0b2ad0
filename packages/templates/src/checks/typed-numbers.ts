import { textsOf, type Check } from './pack-context.ts'
import { bareWords, textUnits } from './text-units.ts'

/**
 * Names that carry a number and never change with a fee, a date or a phone: forms, apps, associations, roads. Everything else
 * with a digit in it is a figure, a phone or a date and stands in facts.yaml.
 */
const namesWithNumbers: readonly RegExp[] = [
  /\bY[ -]?77e?\b/g, // Kela's form for moving to Finland
  /\b6150e?\b/g, // the tax office's form for a tax number
  /\b112 Suomi\b/g, // the emergency app
  /\b4H\b/g, // the youth organisation
]

/** No amount, date or phone is typed into a text. Heuristic: any digit of any script outside the names above. */
export const checkTypedNumbers: Check = ({ pack, inText }) =>
  textsOf(pack).flatMap(([language, text]) =>
    textUnits(text)
      .filter((unit) => /\p{Nd}/u.test(withoutNames(bareWords(unit.text))))
      .map((unit) =>
        inText(language, unit.path, 'typed-numbers', 'A number is typed into the text: make it a figure or a phone.'),
      ),
  )

const withoutNames = (text: string): string => namesWithNumbers.reduce((left, name) => left.replace(name, ''), text)
