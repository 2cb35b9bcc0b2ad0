/** Sentences in every offered language, with names, numbers, punctuation, addresses and words of other scripts. */
import { languageTags, type Language } from '@kase/shared/locales.ts'
import { readFileSync } from 'node:fs'

const read = (name: string): Partial<Record<Language, string[]>> =>
  JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8')) as Partial<Record<Language, string[]>>

const sentences = read('./samples.json')
const mixed = read('./mixed.json')

export const sampleLanguages: readonly Language[] = languageTags
/** Ordinary sentences of a plan. */
export const samplesOf = (language: Language): readonly string[] => sentences[language] ?? []

/** Addresses, prices, brackets and several scripts in one line, besides the ordinary sentences. */
export const mixedSamplesOf = (language: Language): readonly string[] => [
  ...samplesOf(language),
  ...(mixed[language] ?? []),
]
