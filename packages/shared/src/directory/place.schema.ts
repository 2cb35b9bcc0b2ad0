import { z } from 'zod'
import { civilDateSchema } from '../calendar/civil-date.ts'
import { languageSchema } from '../facts/facts.schema.ts'
import { linkTargetSchema, officialNameSchema } from '../templates/template.schema.ts'
import { emailSchema, keySchema, phoneSchema } from '../text/text.schema.ts'

/** A place: an entry of the directory that tasks point to, directly or through a slot. */

export const placeKinds = [
  'office',
  'clinic',
  'school',
  'library',
  'club',
  'sports',
  'culture',
  'association',
  'company',
  'service',
  'other',
] as const

const clock = z.string().regex(/^([01]\d|2[0-4]):[0-5]\d$/)
/** One stretch of opening hours on weekdays 1 (Monday) to 7 (Sunday), Finnish time. */
export const openingSchema = z.strictObject({ days: z.array(z.int().min(1).max(7)).min(1), from: clock, to: clock })
export type Opening = z.infer<typeof openingSchema>

export const placeSchema = z.strictObject({
  key: keySchema,
  kind: z.enum(placeKinds),
  /** Official name, as on the door. At least one language. */
  name: officialNameSchema
    .extend({ en: z.string().min(1).optional() })
    .refine((name) => Object.values(name).some(Boolean), { error: 'name-missing' }),
  /** Municipalities whose slots it fills; empty means all of the region. */
  municipalities: z.array(keySchema).default([]),
  slots: z.array(keySchema).default([]),
  address: z.string().max(200).optional(),
  phone: phoneSchema.optional(),
  email: emailSchema.optional(),
  url: linkTargetSchema.optional(),
  hours: z.array(openingSchema).default([]),
  /** Languages spoken there, where the source says so. */
  languages: z.array(languageSchema).default([]),
  /** Latitude and longitude in degrees, WGS 84. */
  position: z.tuple([z.number().min(-90).max(90), z.number().min(-180).max(180)]).optional(),
  source: keySchema,
  checkedOn: civilDateSchema,
  reviewBy: civilDateSchema,
})
export type Place = z.infer<typeof placeSchema>

/** A slot that nobody has filled yet: the page says whom to ask. */
export const missingPlaceSchema = z.strictObject({ slot: keySchema, municipality: keySchema, ask: linkTargetSchema })
export type MissingPlace = z.infer<typeof missingPlaceSchema>

export const directorySchema = z.strictObject({
  places: z.array(placeSchema).default([]),
  missing: z.array(missingPlaceSchema).default([]),
})
export type Directory = z.infer<typeof directorySchema>
