import { z } from 'zod'
import { noteSchema } from '../text/text.schema.ts'
import { idSchema } from './plan.schema.ts'

/** What the holder of a link may say of a task or ask, and what staff may answer. */

export const stuckReasons = ['unclear', 'document', 'refused', 'travel', 'time', 'other'] as const
export type StuckReason = (typeof stuckReasons)[number]

export const declineReasons = ['already', 'not-needed', 'wrong'] as const
export type DeclineReason = (typeof declineReasons)[number]

/** A reason of the list, own words, or both. */
export const stuckSchema = z
  .object({
    reason: z
      .enum(stuckReasons)
      .nullable()
      .catch(() => null),
    body: noteSchema(2000),
  })
  .refine(({ reason, body }) => reason !== null || body !== '', { error: 'empty', path: ['body'] })

/** A question in own words. */
export const questionSchema = noteSchema(2000).refine((body) => body !== '', { error: 'empty' })

export const answerRequestSchema = z.strictObject({
  id: idSchema,
  answer: noteSchema(2000).refine((text) => text !== '', { error: 'empty' }),
})
/** Where a private question stands with the advisor. */
export const questionStates = ['open', 'answered'] as const
export type QuestionState = (typeof questionStates)[number]

export const listQuestionsSchema = z.strictObject({
  /** Absent: both. */
  state: z.enum(questionStates).optional(),
  /** Where the page before ended; absent for the first page. */
  cursor: z.strictObject({ askedAt: z.iso.datetime(), id: idSchema }).optional(),
  limit: z.int().min(1).max(100).default(50),
})

export const answerQuestionSchema = z.strictObject({
  id: idSchema,
  /** When the answer was given that this one replaces; null for the first. It keeps two advisors from overwriting one another. */
  replaces: z.iso.datetime().nullable().default(null),
  answer: noteSchema(4000).refine((text) => text !== '', { error: 'empty' }),
})
