import { checkAudience } from './checks/audience.ts'
import { checkCompleteText } from './checks/complete-text.ts'
import { checkDependencies } from './checks/dependencies.ts'
import { checkGlossary } from './checks/glossary.ts'
import { checkLeftoverLanguage } from './checks/leftover-language.ts'
import { checkLength } from './checks/length.ts'
import { checkLinks } from './checks/links.ts'
import { packContexts, type Check } from './checks/pack-context.ts'
import { checkPatches } from './checks/patches.ts'
import { checkPlaceholders } from './checks/placeholders.ts'
import { checkSameLinks } from './checks/same-links.ts'
import { checkSameNumbers } from './checks/same-numbers.ts'
import { checkSamePlaceholders } from './checks/same-placeholders.ts'
import { checkSameShape } from './checks/same-shape.ts'
import { checkScript } from './checks/script.ts'
import { checkSlots } from './checks/slots.ts'
import { checkSources } from './checks/sources.ts'
import { checkTypedNumbers } from './checks/typed-numbers.ts'
import { checkUniqueKeys } from './checks/unique-keys.ts'
import { checkUntranslated } from './checks/untranslated.ts'
import type { LoadedPack } from './load-pack.ts'
import type { Problem } from './problem.ts'

/** Every rule of content by its name, structure first. */
const checks: Readonly<Record<string, Check>> = {
  'unique-keys': checkUniqueKeys,
  patches: checkPatches,
  dependencies: checkDependencies,
  audience: checkAudience,
  slots: checkSlots,
  sources: checkSources,
  'complete-text': checkCompleteText,
  links: checkLinks,
  placeholders: checkPlaceholders,
  'typed-numbers': checkTypedNumbers,
  'same-shape': checkSameShape,
  'same-placeholders': checkSamePlaceholders,
  'same-links': checkSameLinks,
  'same-numbers': checkSameNumbers,
  glossary: checkGlossary,
  script: checkScript,
  length: checkLength,
  untranslated: checkUntranslated,
  'leftover-language': checkLeftoverLanguage,
}

/**
 * Everything that is wrong with the packs, by file and line. Faults of the files come alone: a pack with one, or below a pack
 * with one, is not checked further. `base` are packs of elsewhere that may stand above these (the country's, under an advisor's
 * own region) and are not checked themselves.
 */
export function validatePacks(loaded: readonly LoadedPack[], base: readonly LoadedPack[] = []): Problem[] {
  const faulty = new Set([...base, ...loaded].filter(({ problems }) => problems.length > 0).map(({ pack }) => pack))
  const found = packContexts(loaded, base)
    .filter(({ pack, above }) => ![pack, ...above].some((each) => faulty.has(each)))
    .flatMap((context) => Object.values(checks).flatMap((check) => check(context)))
  return [...loaded.flatMap(({ problems }) => problems), ...found].toSorted(
    (a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column,
  )
}
