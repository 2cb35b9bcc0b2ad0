import { z } from 'zod'
import { languageSchema } from '../facts/facts.schema.ts'
import { officialNameSchema } from '../templates/template.schema.ts'
import { keySchema, urlSchema } from '../text/text.schema.ts'

/** A region, its municipalities and its languages: data, so that no code knows a region by name. */

export const municipalitySchema = z.strictObject({
  key: keySchema,
  name: officialNameSchema.required({ fi: true }),
  /** Languages of the municipality, the everyday one first. */
  languages: z.array(z.enum(['fi', 'sv'])).min(1),
  url: urlSchema,
})
export type Municipality = z.infer<typeof municipalitySchema>

export const regionSchema = z.strictObject({
  key: keySchema,
  name: z.partialRecord(languageSchema, z.string().min(1)),
  municipalities: z.array(municipalitySchema).min(1),
})
export type Region = z.infer<typeof regionSchema>
