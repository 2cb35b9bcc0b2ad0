/** The languages of the product: what a text may be written in, in which direction it runs, and what stands in for it. */

/** Interface languages of the staff web app. */
export const staffLanguages = ['fi', 'sv', 'en'] as const
export type StaffLanguage = (typeof staffLanguages)[number]

interface LanguageInfo {
  /** The language's own name, in its own script: what the language switch shows. */
  readonly nativeName: string
  readonly direction: 'ltr' | 'rtl'
  /** ISO 15924 script, as HarfBuzz and font tables want it. */
  readonly script: string
  /** Languages a reader of this one can most likely use, in order, when a text is missing. */
  readonly fallback: readonly string[]
}

const info = (
  nativeName: string,
  script: string,
  fallback: string[],
  direction: 'ltr' | 'rtl' = 'ltr',
): LanguageInfo => ({
  nativeName,
  direction,
  script,
  fallback,
})

/** Every language a participant may be given, by BCP 47 tag. The order is the order of the language switch. */
export const languages = {
  fi: info('Suomi', 'Latn', ['en', 'sv']),
  sv: info('Svenska', 'Latn', ['fi', 'en']),
  en: info('English', 'Latn', ['fi', 'sv']),
  et: info('Eesti', 'Latn', ['en', 'fi', 'sv']),
  pl: info('Polski', 'Latn', ['en', 'fi', 'sv']),
  ro: info('Română', 'Latn', ['en', 'fi', 'sv']),
  es: info('Español', 'Latn', ['en', 'fi', 'sv']),
  pt: info('Português', 'Latn', ['es', 'en', 'fi', 'sv']),
  de: info('Deutsch', 'Latn', ['en', 'fi', 'sv']),
  fr: info('Français', 'Latn', ['en', 'fi', 'sv']),
  so: info('Soomaali', 'Latn', ['en', 'fi', 'sv']),
  sw: info('Kiswahili', 'Latn', ['en', 'fi', 'sv']),
  vi: info('Tiếng Việt', 'Latn', ['en', 'fi', 'sv']),
  fil: info('Filipino', 'Latn', ['en', 'fi', 'sv']),
  uk: info('Українська', 'Cyrl', ['en', 'fi', 'sv']),
  ru: info('Русский', 'Cyrl', ['en', 'fi', 'sv']),
  ar: info('العربية', 'Arab', ['en', 'fi', 'sv'], 'rtl'),
  fa: info('فارسی', 'Arab', ['en', 'fi', 'sv'], 'rtl'),
  ckb: info('کوردیی ناوەندی', 'Arab', ['en', 'fi', 'sv'], 'rtl'),
  ur: info('اردو', 'Arab', ['en', 'fi', 'sv'], 'rtl'),
  th: info('ไทย', 'Thai', ['en', 'fi', 'sv']),
  my: info('မြန်မာ', 'Mymr', ['en', 'fi', 'sv']),
  ne: info('नेपाली', 'Deva', ['en', 'fi', 'sv']),
  hi: info('हिन्दी', 'Deva', ['en', 'fi', 'sv']),
  bn: info('বাংলা', 'Beng', ['en', 'fi', 'sv']),
  'zh-Hans': info('简体中文', 'Hans', ['en', 'fi', 'sv']),
  am: info('አማርኛ', 'Ethi', ['en', 'fi', 'sv']),
  ti: info('ትግርኛ', 'Ethi', ['en', 'fi', 'sv']),
} as const satisfies Record<string, LanguageInfo>

export type Language = keyof typeof languages
export const languageTags = Object.keys(languages) as Language[]

/** Whether a string is the tag of an offered language, exactly as written in the table. */
export const isLanguage = (tag: string): tag is Language => Object.hasOwn(languages, tag)

export const isStaffLanguage = (tag: string): tag is StaffLanguage =>
  (staffLanguages as readonly string[]).includes(tag)

/**
 * The offered language a BCP 47 tag means, or undefined. Case and region are forgiven (`FI-fi`, `zh-CN`), and so are the
 * two tags under which phones know Filipino and Chinese (`tl`, `zh`).
 */
export function matchLanguage(tag: string): Language | undefined {
  const [primary = ''] = tag.trim().toLowerCase().split(/[-_]/)
  if (primary === 'tl') return 'fil'
  if (primary === 'zh') return 'zh-Hans'
  return isLanguage(primary) ? primary : undefined
}

export const directionOf = (language: Language): 'ltr' | 'rtl' => languages[language].direction

/** The first language of the reader's fallback chain, the reader's own included, that `has` accepts; undefined when none does. */
export function pickLanguage(reader: Language, has: (language: Language) => boolean): Language | undefined {
  return [reader, ...(languages[reader].fallback as readonly Language[])].find(has)
}
