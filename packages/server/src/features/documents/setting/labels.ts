/** The words a document brings itself, in every offered language. */
import { languageTags, type Language } from '@kase/shared/locales.ts'
import am from '../labels/am.json' with { type: 'json' }
import ar from '../labels/ar.json' with { type: 'json' }
import bn from '../labels/bn.json' with { type: 'json' }
import ckb from '../labels/ckb.json' with { type: 'json' }
import de from '../labels/de.json' with { type: 'json' }
import en from '../labels/en.json' with { type: 'json' }
import es from '../labels/es.json' with { type: 'json' }
import et from '../labels/et.json' with { type: 'json' }
import fa from '../labels/fa.json' with { type: 'json' }
import fi from '../labels/fi.json' with { type: 'json' }
import fil from '../labels/fil.json' with { type: 'json' }
import fr from '../labels/fr.json' with { type: 'json' }
import hi from '../labels/hi.json' with { type: 'json' }
import my from '../labels/my.json' with { type: 'json' }
import ne from '../labels/ne.json' with { type: 'json' }
import pl from '../labels/pl.json' with { type: 'json' }
import pt from '../labels/pt.json' with { type: 'json' }
import ro from '../labels/ro.json' with { type: 'json' }
import ru from '../labels/ru.json' with { type: 'json' }
import so from '../labels/so.json' with { type: 'json' }
import sv from '../labels/sv.json' with { type: 'json' }
import sw from '../labels/sw.json' with { type: 'json' }
import th from '../labels/th.json' with { type: 'json' }
import ti from '../labels/ti.json' with { type: 'json' }
import uk from '../labels/uk.json' with { type: 'json' }
import ur from '../labels/ur.json' with { type: 'json' }
import vi from '../labels/vi.json' with { type: 'json' }
import zhHans from '../labels/zh-Hans.json' with { type: 'json' }

export type Labels = Readonly<Record<keyof typeof fi, string>>
export type LabelKey = keyof Labels

const catalogues: Readonly<Record<Language, Labels>> = {
  fi,
  sv,
  en,
  et,
  pl,
  ro,
  es,
  pt,
  de,
  fr,
  so,
  sw,
  vi,
  fil,
  uk,
  ru,
  ar,
  fa,
  ckb,
  ur,
  th,
  my,
  ne,
  hi,
  bn,
  'zh-Hans': zhHans,
  am,
  ti,
}

export const labelsOf = (language: Language): Labels => catalogues[language]

/** Every catalogue, for tests of parity. */
export const allLabels = (): readonly [Language, Labels][] => languageTags.map((tag) => [tag, catalogues[tag]])

/** A label with its `{placeholders}` filled; the values must be isolated already. */
export function fill(label: string, values: Readonly<Record<string, string | number>>): string {
  return label.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}
