import { z } from 'zod'
import { languageTags, type Language } from '../locales.ts'
import { civilDateSchema } from '../calendar/civil-date.ts'
import { keySchema, emailSchema, nameSchema, phoneSchema } from '../text/text.schema.ts'

/** The facts of a plan: everything the rules may ask about an arrival. A fact that nobody knows yet is `unknown` or absent. */

export const citizenships = ['nordic', 'eu', 'other', 'unknown'] as const
export const permits = [
  'not-needed',
  'employed-person',
  'specialist',
  'blue-card',
  'seasonal',
  'family',
  'student',
  'temporary-protection',
  'other',
  'unknown',
] as const
/** How long the worker means to stay: the borders are those of the rules (registration at 3 months, tax at 6, residence at 12). */
export const stays = ['under-3-months', '3-to-6-months', '6-to-12-months', 'over-a-year', 'unknown'] as const
export const housings = ['employer', 'rental', 'municipal', 'own', 'temporary', 'searching', 'unknown'] as const
export const sectors = [
  'wood',
  'metal',
  'construction',
  'greenhouse',
  'farming',
  'food',
  'health-care',
  'transport',
  'cleaning',
  'tourism',
  'it',
  'other',
] as const
export const companions = ['nobody', 'together', 'later'] as const

/** The days that due rules count from, in the order in which they usually come. */
export const anchors = [
  'contract',
  'permit-decision',
  'arrival',
  'move-in',
  'first-day',
  'family-arrival',
  'permit-end',
] as const
export type Anchor = (typeof anchors)[number]

export const languageSchema = z.enum(languageTags as [Language, ...Language[]])

/** A person in the plan besides the worker. */
export const familyMemberSchema = z
  .strictObject({
    role: z.enum(['partner', 'child']),
    name: nameSchema,
    /** Age in whole years on the day the family arrives; asked of children only. */
    age: z.int().min(0).max(25).optional(),
    language: languageSchema,
    email: emailSchema.optional(),
    phone: phoneSchema.optional(),
  })
  .refine((member) => member.role === 'partner' || member.age !== undefined, { path: ['age'], message: 'age-missing' })
export type FamilyMember = z.infer<typeof familyMemberSchema>

export const datesSchema = z.strictObject(
  Object.fromEntries(anchors.map((anchor) => [anchor, civilDateSchema.optional()])) as Record<
    Anchor,
    z.ZodOptional<typeof civilDateSchema>
  >,
)

export const factsSchema = z.strictObject({
  worker: z.strictObject({
    name: nameSchema,
    /** The first is the language of the worker's page. */
    languages: z.array(languageSchema).min(1).max(5),
    job: z.string().trim().max(120).optional(),
    email: emailSchema.optional(),
    phone: phoneSchema.optional(),
  }),
  citizenship: z.enum(citizenships).default('unknown'),
  permit: z.enum(permits).default('unknown'),
  stay: z.enum(stays).default('unknown'),
  municipality: keySchema,
  housing: z.enum(housings).default('unknown'),
  sector: z.enum(sectors).default('other'),
  companions: z.enum(companions).default('nobody'),
  family: z.array(familyMemberSchema).max(12).default([]),
  dates: datesSchema.default({}),
})
export type Facts = z.infer<typeof factsSchema>
