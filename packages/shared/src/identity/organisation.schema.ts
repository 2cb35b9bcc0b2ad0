import { z } from 'zod'
import { sectors } from '../facts/facts.schema.ts'
import { staffLanguages } from '../locales.ts'
import { emailSchema, keySchema, nameSchema, phoneSchema } from '../text/text.schema.ts'

/** An organisation as its owner describes it. */

/** Red, green and blue as six lower-case hexadecimal digits after a `#`. */
const colourSchema = z
  .string()
  .transform((colour) => colour.toLowerCase())
  .refine((colour) => /^#[0-9a-f]{6}$/.test(colour), { error: 'colour' })

export const createOrganisationSchema = z.strictObject({
  name: nameSchema,
  /** Language of the organisation's mail and of its documents' second column. */
  language: z.enum(staffLanguages).default('fi'),
  municipality: keySchema,
  sector: z.enum(sectors).optional(),
})
export type CreateOrganisation = z.infer<typeof createOrganisationSchema>

/** A field that is left out stays as it is; null empties it. */
export const updateOrganisationSchema = z
  .strictObject({
    name: nameSchema,
    language: z.enum(staffLanguages),
    municipality: keySchema,
    sector: z.enum(sectors).nullable(),
    brandColour: colourSchema.nullable(),
    /** Whom workers ask: named on their page, in their PDF and in mail. */
    contactName: nameSchema.nullable(),
    contactPhone: phoneSchema.nullable(),
    contactEmail: emailSchema.nullable(),
    /** Whether new plans start from the published templates of the country and the region. */
    usesStarter: z.boolean(),
  })
  .partial()
export type UpdateOrganisation = z.infer<typeof updateOrganisationSchema>
