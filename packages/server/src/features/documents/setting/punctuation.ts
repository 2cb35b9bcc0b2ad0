/** The marks between words that differ by script. */
import { languages, type Language } from '@kase/shared/locales.ts'

const commas: Readonly<Record<string, string>> = { Arab: '، ', Hans: '、', Mymr: '၊ ', Ethi: '፣ ' }
const colons: Readonly<Record<string, string>> = { Hans: '：', Ethi: '፦ ' }

export const commaOf = (language: Language): string => commas[languages[language].script] ?? ', '

/** Colon and the space after it, between a label and its text. */
export function colonOf(language: Language): string {
  if (language === 'fr') return '\u00a0: '
  return colons[languages[language].script] ?? ': '
}
