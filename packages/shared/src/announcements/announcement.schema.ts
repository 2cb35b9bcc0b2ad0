import { z } from 'zod'
import { civilDateSchema } from '../calendar/civil-date.ts'
import { languageSchema } from '../facts/facts.schema.ts'
import { unitStates } from '../templates/template.schema.ts'
import { idSchema } from '../plans/plan.schema.ts'
import { keySchema, nameSchema, noteSchema } from '../text/text.schema.ts'

/** A dated message of an advisor to every live plan in an area. */

const announcementTextSchema = z.strictObject({
  title: nameSchema,
  body: noteSchema(1000).default(''),
  state: z.enum(unitStates).default('translated'),
})

/** By language; the one it was written in must be there. */
export const announcementTextsSchema = z.partialRecord(languageSchema, announcementTextSchema)
export type AnnouncementTexts = z.infer<typeof announcementTextsSchema>

export const publishAnnouncementSchema = z
  .strictObject({
    sourceLanguage: languageSchema,
    texts: announcementTextsSchema,
    /** Municipalities of the region; none named means all of them. */
    municipalities: z.array(keySchema).max(50).default([]),
    /** The first day on which it is shown; at once when it is left out. */
    firstDay: civilDateSchema.optional(),
    /** The last day on which it is shown. */
    lastDay: civilDateSchema,
  })
  .refine(({ texts, sourceLanguage }) => texts[sourceLanguage] !== undefined, { error: 'empty', path: ['texts'] })
  .refine(({ firstDay, lastDay }) => firstDay === undefined || firstDay <= lastDay, {
    error: 'ends-before-start',
    path: ['lastDay'],
  })
export type PublishAnnouncement = z.infer<typeof publishAnnouncementSchema>

/** Where an announcement stands on a given day. */
export const announcementStates = ['running', 'coming', 'ended', 'withdrawn'] as const
export type AnnouncementState = (typeof announcementStates)[number]

export const announcementRefSchema = z.strictObject({ id: idSchema })
