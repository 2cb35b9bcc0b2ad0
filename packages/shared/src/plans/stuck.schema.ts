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
export const answerQuestionSchema = z.strictObject({
  id: idSchema,
  answer: noteSchema(4000).refine((text) => text !== '', { error: 'empty' }),
})
