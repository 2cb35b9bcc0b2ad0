import { isStaffLanguage, type Language, type StaffLanguage } from '@kase/shared/locales.ts'

const key = 'kase-language'

/** The interface language that this browser chose last time, else the first of its own that we have, else English. */
export function rememberedLanguage(): StaffLanguage {
  const stored = readStored()
  if (stored !== null && isStaffLanguage(stored)) return stored
  for (const tag of navigator.languages) {
    const primary = tag.slice(0, 2).toLowerCase()
    if (isStaffLanguage(primary)) return primary
  }
  return 'en'
}

/** Keeps the choice for the next visit and tells the document, for screen readers and hyphenation. */
export function rememberLanguage(language: StaffLanguage): void {
  document.documentElement.lang = language
  try {
    localStorage.setItem(key, language)
  } catch {
    // Storage is closed to us: the choice lasts until the page is left.
  }
}

function readStored(): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

/** The tag that Intl wants: Finland's way of writing Finnish and Swedish, day before month in English. */
export const intlTag = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' } as const satisfies Record<StaffLanguage, string>

const namesByLanguage = new Map<StaffLanguage, Intl.DisplayNames>()

/** What a language is called in the interface language: "tagalog", "Ukrainian". */
export function languageName(tag: string, inLanguage: StaffLanguage): string {
  let names = namesByLanguage.get(inLanguage)
  if (names === undefined) {
    names = new Intl.DisplayNames(intlTag[inLanguage], { type: 'language', languageDisplay: 'standard' })
    namesByLanguage.set(inLanguage, names)
  }
  return names.of(tag) ?? tag
}

/** Languages for a select, by name in the interface language, with their own name beside it. */
export const languageOptions = (tags: readonly Language[], inLanguage: StaffLanguage) =>
  tags
    .map((tag) => ({ value: tag as string, label: capitalised(languageName(tag, inLanguage)) }))
    .toSorted((one, other) => one.label.localeCompare(other.label, intlTag[inLanguage]))

const capitalised = (word: string): string => word.charAt(0).toLocaleUpperCase() + word.slice(1)
