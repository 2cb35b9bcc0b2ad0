import { z } from 'zod'
import { languageSchema } from '../facts/facts.schema.ts'
import { idSchema } from '../plans/plan.schema.ts'

/** Inputs of the batch procedures: many documents in one archive. */

export const batchKinds = ['side-by-side', 'plan', 'pocket'] as const
export type BatchKind = (typeof batchKinds)[number]

/** Files that one archive may hold, and plans that it may be about. */
export const mostBatchFiles = 500
export const mostBatchPlans = 100

export const chooseBatchSchema = z.strictObject({
  planIds: z.array(idSchema).min(1).max(mostBatchPlans),
  /** Whose documents; those of everybody who has a page when absent. */
  participantIds: z.array(idSchema).min(1).max(mostBatchFiles).optional(),
  /** Each person's own, all that the content is offered in, or these for everybody. */
  languages: z.union([z.enum(['own', 'offered']), z.array(languageSchema).min(1).max(40)]),
  kinds: z.array(z.enum(batchKinds)).min(1).max(batchKinds.length),
})
export type BatchChoice = z.infer<typeof chooseBatchSchema>

/** `requestKey` is the asker's own: a request that is sent twice makes one batch. */
export const startBatchSchema = chooseBatchSchema.extend({ requestKey: idSchema })

export const batchRefSchema = z.strictObject({ batchId: idSchema })

export const batchStates = ['queued', 'running', 'done', 'failed'] as const
export type BatchState = (typeof batchStates)[number]

/** Why one file was left out. */
export const batchFileProblems = ['gone', 'busy', 'too-slow', 'failed'] as const
export type BatchFileProblem = (typeof batchFileProblems)[number]

/** Why there is no archive at all. */
export const batchProblems = ['nothing-made', 'too-large', 'unexpected'] as const
export type BatchProblem = (typeof batchProblems)[number]
