import type { StaffLanguage } from '@kase/shared/locales.ts'

interface MunicipalityChoice {
  readonly key: string
  readonly name: { readonly fi?: string | undefined; readonly sv?: string | undefined }
  readonly region: Readonly<Partial<Record<string, string>>>
}

/** The official name that a reader of the interface language knows. */
export const municipalityName = ({ name }: Pick<MunicipalityChoice, 'name'>, language: StaffLanguage): string =>
  (language === 'sv' ? (name.sv ?? name.fi) : (name.fi ?? name.sv)) ?? ''

/** Municipalities for a select, grouped by region. */
export function municipalityOptions(municipalities: readonly MunicipalityChoice[], language: StaffLanguage) {
  const groups = new Map<string, { value: string; label: string }[]>()
  for (const municipality of municipalities) {
    const region = municipality.region[language] ?? municipality.region['fi'] ?? ''
    const items = groups.get(region) ?? []
    items.push({ value: municipality.key, label: municipalityName(municipality, language) })
    groups.set(region, items)
  }
  return [...groups].map(([group, items]) => ({ group, items }))
}
