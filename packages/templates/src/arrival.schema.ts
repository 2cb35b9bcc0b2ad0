import { z } from 'zod'
import { factsSchema } from '@kase/shared/facts/facts.schema.ts'
import { keySchema } from '@kase/shared/text/text.schema.ts'

/** A described arrival and the tasks that a knowledgeable advisor expects for it; unnamed tasks may be there or not. */
export const arrivalSchema = z.strictObject({
  description: z.string().min(1),
  facts: factsSchema,
  /** Keys that must be in the plan. */
  expected: z.array(keySchema).min(1),
  /** Keys that must not be in the plan. */
  forbidden: z.array(keySchema).default([]),
  /** Keys that the plan can neither take nor leave out until somebody fills in a fact. */
  undecided: z.array(keySchema).default([]),
})
export type Arrival = z.infer<typeof arrivalSchema>
