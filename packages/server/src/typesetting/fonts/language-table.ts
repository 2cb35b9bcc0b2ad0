/** Which font, size, line height and direction each offered language is set with. The one table of its kind. */
import { languages, type Language } from '@kase/shared/locales.ts'

/** Families by script; each has a regular and a bold weight (see `font-files.ts`). */
export type FontFamily = 'Latin' | 'Arabic' | 'Thai' | 'Devanagari' | 'Bengali' | 'Ethiopic' | 'Myanmar' | 'Chinese'

/** Type size and distance of base lines, in points. */
export interface TypeSize {
  readonly size: number
  readonly leading: number
}

export interface LanguageSetting {
  readonly direction: 'ltr' | 'rtl'
  /** ISO 15924, as HarfBuzz wants it. */
  readonly script: string
  readonly family: FontFamily
  /** Running text across the page, and in one of two columns. */
  readonly text: TypeSize
  readonly columnText: TypeSize
}

type ScriptSetting = Pick<LanguageSetting, 'family' | 'text' | 'columnText'>

const setting = (family: FontFamily, text: [number, number], columnText: [number, number]): ScriptSetting => ({
  family,
  text: { size: text[0], leading: text[1] },
  columnText: { size: columnText[0], leading: columnText[1] },
})

/** Measures of design/worker/plan-pdf, by script. */
const scripts: Readonly<Record<string, ScriptSetting>> = {
  Latn: setting('Latin', [10, 14.5], [9.5, 13.5]),
  Cyrl: setting('Latin', [10, 14.5], [9.5, 13.5]),
  Arab: setting('Arabic', [10.5, 16], [10, 15.5]),
  Thai: setting('Thai', [10.5, 16.5], [10, 15.5]),
  Deva: setting('Devanagari', [10.5, 16], [10, 15.5]),
  Beng: setting('Bengali', [10.5, 16], [10, 15.5]),
  Ethi: setting('Ethiopic', [10.5, 15.5], [10, 15]),
  Mymr: setting('Myanmar', [10, 18], [9.5, 17]),
  Hans: setting('Chinese', [10, 15.5], [9.5, 14.5]),
}

/** The row of the table for a language; throws for a script nobody has chosen a font for. */
export function languageSetting(language: Language): LanguageSetting {
  const { direction, script } = languages[language]
  const chosen = scripts[script]
  if (!chosen) throw new Error(`No font is chosen for script ${script} (language ${language})`)
  return { direction, script: script === 'Hans' ? 'Hani' : script, ...chosen }
}

const familyByScript: Readonly<Record<string, FontFamily>> = {
  Latn: 'Latin',
  Cyrl: 'Latin',
  Grek: 'Latin',
  Arab: 'Arabic',
  Thai: 'Thai',
  Deva: 'Devanagari',
  Beng: 'Bengali',
  Ethi: 'Ethiopic',
  Mymr: 'Myanmar',
  Hani: 'Chinese',
  Hira: 'Chinese',
  Kana: 'Chinese',
}

const inOrder: readonly FontFamily[] = [
  'Latin',
  'Arabic',
  'Thai',
  'Devanagari',
  'Bengali',
  'Ethiopic',
  'Myanmar',
  'Chinese',
]

/** Families to try for text of a script inside a paragraph set in `family`, best first. */
export function familiesFor(script: string, family: FontFamily): readonly FontFamily[] {
  const key = `${script} ${family}`
  const known = candidates.get(key)
  if (known) return known
  const own = familyByScript[script]
  const list = [...new Set([...(own ? [own] : []), family, ...inOrder])]
  candidates.set(key, list)
  return list
}
const candidates = new Map<string, readonly FontFamily[]>()
