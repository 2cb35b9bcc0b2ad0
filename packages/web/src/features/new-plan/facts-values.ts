import { factsSchema, type Facts, type FamilyMember } from '@kase/shared/facts/facts.schema.ts'
import type { Language } from '@kase/shared/locales.ts'

/** The facts as they stand in the form: a municipality or a name may still be missing. */
export type FactsValues = Facts
export type FamilyValues = FamilyMember

interface KnownFromCompany {
  readonly municipality: string | null
  readonly sector: string | null
}

/** An empty form, with what the company already knows. */
export const emptyFacts = ({ municipality, sector }: KnownFromCompany): FactsValues => ({
  worker: { name: '', languages: [] },
  citizenship: 'unknown',
  permit: 'unknown',
  stay: 'unknown',
  municipality: municipality ?? '',
  housing: 'unknown',
  sector: (sector ?? 'other') as Facts['sector'],
  companions: 'nobody',
  family: [],
  dates: {},
})

export const emptyMember = (role: FamilyMember['role'], language: Language | undefined): FamilyValues => ({
  role,
  name: '',
  language: language ?? 'en',
})

/** What the rules may already be asked: empty names get a stand-in, unfinished children stay out. Undefined without a municipality. */
export function factsForPreview(values: FactsValues): Facts | undefined {
  const { name, job, languages } = values.worker
  const parsed = factsSchema.safeParse({
    ...values,
    worker: { name: name.trim() === '' ? '–' : name, languages: languages.length === 0 ? ['en'] : languages, job },
    family: values.family
      .filter((member) => member.role === 'partner' || member.age !== undefined)
      .map((member) => ({ ...member, name: member.name.trim() === '' ? '–' : member.name })),
  })
  return parsed.success ? parsed.data : undefined
}
