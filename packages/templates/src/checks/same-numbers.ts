import type { Check } from './pack-context.ts'
import { bareWords } from './text-units.ts'
import { translationPairs } from './translation-pairs.ts'

/** Numbers that stand in names (form Y 77e) are the same in every language, whatever digits its script uses. */
export const checkSameNumbers: Check = (context) =>
  translationPairs(context).flatMap((pair) => {
    const [wanted, found] = [numbersOf(pair.source.text), numbersOf(pair.unit.text)]
    return wanted.join() === found.join()
      ? []
      : [
          pair.problem(
            'same-numbers',
            `Numbers differ: the source has ${wanted.join(', ') || 'none'}, the translation ${found.join(', ') || 'none'}.`,
          ),
        ]
  })

const numbersOf = (text: string): string[] =>
  [...bareWords(text).matchAll(/\p{Nd}+/gu)].map(([digits]) => digits.replace(/\p{Nd}/gu, asciiDigit)).toSorted()

/** Zeros of the digits that the offered languages write with. */
const zeros = [0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0x1040]

function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  const zero = zeros.findLast((each) => each <= code) ?? 0x30
  return String(code - zero)
}
