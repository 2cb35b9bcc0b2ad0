import type { Language } from '../../locales.ts'
import { languages, pickLanguage } from '../../locales.ts'
import ar from './ar.json' with { type: 'json' }
import bn from './bn.json' with { type: 'json' }
import ckb from './ckb.json' with { type: 'json' }
import en from './en.json' with { type: 'json' }
import es from './es.json' with { type: 'json' }
import et from './et.json' with { type: 'json' }
import fa from './fa.json' with { type: 'json' }
import fi from './fi.json' with { type: 'json' }
import fil from './fil.json' with { type: 'json' }
import hi from './hi.json' with { type: 'json' }
import ne from './ne.json' with { type: 'json' }
import pl from './pl.json' with { type: 'json' }
import ro from './ro.json' with { type: 'json' }
import ru from './ru.json' with { type: 'json' }
import so from './so.json' with { type: 'json' }
import sv from './sv.json' with { type: 'json' }
import th from './th.json' with { type: 'json' }
import uk from './uk.json' with { type: 'json' }
import vi from './vi.json' with { type: 'json' }
import zhHans from './zh-Hans.json' with { type: 'json' }

/**
 * The words of the worker's page, by language. `{name}` is filled with a value; a text that depends on a number has one
 * form for each plural category that CLDR gives its language.
 */

type English = typeof en
type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>

type Catalogue = {
  readonly [G in keyof English]: {
    readonly [K in keyof English[G]]: English[G][K] extends string ? string : PluralForms
  }
}

type KeysOf<Group extends keyof English, Kind> = {
  [K in keyof English[Group]]: English[Group][K] extends Kind ? `${Group}.${string & K}` : never
}[keyof English[Group]]

/** `group.key` of a plain text. */
export type WorkerText = { [G in keyof English]: KeysOf<G, string> }[keyof English]
/** `group.key` of a text that depends on `count`. */
export type WorkerPlural = { [G in keyof English]: KeysOf<G, { other: string }> }[keyof English]

export const workerCatalogues = {
  ar,
  bn,
  ckb,
  en,
  es,
  et,
  fa,
  fi,
  fil,
  hi,
  ne,
  pl,
  ro,
  ru,
  so,
  sv,
  th,
  uk,
  vi,
  'zh-Hans': zhHans,
} as const satisfies Partial<Record<Language, Catalogue>>

export interface WorkerWords {
  /** The language that the words are in: the reader's, or the first of their fallback chain that has a catalogue. */
  readonly language: Language
  readonly t: (key: WorkerText, values?: Readonly<Record<string, string | number>>) => string
  readonly count: (key: WorkerPlural, count: number) => string
  /** Every form of a text that depends on a number, for the page's script to choose from. */
  readonly forms: (key: WorkerPlural) => PluralForms
}

const made = new Map<Language, WorkerWords>()

/** The words of the page for a reader. */
export function workerWords(reader: Language): WorkerWords {
  const known = made.get(reader)
  if (known) return known
  const language = pickLanguage(reader, (tag) => Object.hasOwn(workerCatalogues, tag)) ?? 'en'
  const catalogue: Catalogue = workerCatalogues[language as keyof typeof workerCatalogues]
  const plurals = new Intl.PluralRules(language)
  const entry = (key: string): string | PluralForms => {
    const [group = '', name = ''] = key.split('.')
    return (catalogue as unknown as Record<string, Record<string, string | PluralForms>>)[group]?.[name] ?? key
  }
  const words: WorkerWords = {
    language,
    t: (key, values) => {
      const text = entry(key)
      return typeof text === 'string' ? fill(text, values) : text.other
    },
    count: (key, count) => {
      const forms = entry(key)
      return typeof forms === 'string' ? forms : fill(forms[plurals.select(count)] ?? forms.other, { count })
    },
    forms: (key) => {
      const forms = entry(key)
      return typeof forms === 'string' ? { other: forms } : forms
    },
  }
  made.set(reader, words)
  return words
}

const fill = (text: string, values: Readonly<Record<string, string | number>> = {}): string =>
  text.replace(/\{(\w+)\}/g, (source, name: string) => String(values[name] ?? source))

/** Languages that the page itself can be read in, in the order of the language switch. */
export const workerPageLanguages = (Object.keys(languages) as Language[]).filter((tag) =>
  Object.hasOwn(workerCatalogues, tag),
)
