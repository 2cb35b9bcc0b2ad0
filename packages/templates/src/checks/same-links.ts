import type { Check } from './pack-context.ts'
import { linkTargets } from './text-units.ts'
import { translationPairs } from './translation-pairs.ts'

/** A translation links to the same pages as its source, line by line. */
export const checkSameLinks: Check = (context) =>
  translationPairs(context).flatMap((pair) => {
    const [wanted, found] = [linkTargets(pair.source.text).toSorted(), linkTargets(pair.unit.text).toSorted()]
    return wanted.join() === found.join()
      ? []
      : [
          pair.problem(
            'same-links',
            `Links differ: the source has ${wanted.join(', ') || 'none'}, the translation ${found.join(', ') || 'none'}.`,
          ),
        ]
  })
