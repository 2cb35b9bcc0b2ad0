import type { Language } from '../locales.ts'

/** What may stand in the second column of a document: the municipality's own language first, never the reader's. */
export function officialChoices(
  reader: Language,
  { languages: [first] }: { readonly languages: readonly string[] },
): ('fi' | 'sv')[] {
  const both = first === 'sv' ? (['sv', 'fi'] as const) : (['fi', 'sv'] as const)
  return both.filter((tag) => tag !== reader)
}
