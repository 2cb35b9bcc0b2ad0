import { z } from 'zod'
import { civilDateSchema } from '../calendar/civil-date.ts'
import { datesSchema, factsSchema } from '../facts/facts.schema.ts'
import { noteSchema } from '../text/text.schema.ts'

/** Inputs of the plan procedures; the forms of the web app use the same. */

export const idSchema = z.uuid().transform((id) => id.toLowerCase())

export const planRefSchema = z.strictObject({ planId: idSchema })

export const createPlanSchema = z.strictObject({ facts: factsSchema })

/** `revision` is the one that the editor started from: somebody else's change in between is refused, not overwritten. */
export const updateFactsSchema = z.strictObject({ planId: idSchema, revision: z.int().positive(), facts: factsSchema })

/** The whole set of key dates as it shall be; one that is left out is not known any more. */
export const moveDatesSchema = z.strictObject({ planId: idSchema, revision: z.int().positive(), dates: datesSchema })

export const taskRefSchema = z.strictObject({ planId: idSchema, taskId: idSchema })
export const includeTaskSchema = taskRefSchema.extend({ isIncluded: z.boolean() })
/** Null takes the person's date back: the rule's date counts again. */
export const setTaskDateSchema = taskRefSchema.extend({ dueOn: civilDateSchema.nullable() })
export const setTaskOwnerSchema = taskRefSchema.extend({ ownerId: idSchema.nullable() })
export const setTaskNoteSchema = taskRefSchema.extend({ note: noteSchema(1000) })

export const assignBuddySchema = z.strictObject({ planId: idSchema, buddyId: idSchema.nullable() })

export const launchPlanSchema = z.strictObject({
  planId: idSchema,
  /** Participants who are sent their link by mail; the others' links are made and can be handed over. */
  sendTo: z.array(idSchema).max(20).default([]),
})

export const planStatuses = ['draft', 'sent', 'opened', 'on-track', 'at-risk', 'overdue', 'ready'] as const
/** Where a plan stands, in the words of the home page. */
export type PlanStatus = (typeof planStatuses)[number]

export const listPlansSchema = z.strictObject({
  status: z.enum(planStatuses).optional(),
  search: z.string().trim().max(120).default(''),
  /** Where the page before ended; absent for the first page. */
  cursor: z.strictObject({ startsOn: civilDateSchema.nullable(), planId: idSchema }).optional(),
  limit: z.int().min(1).max(100).default(50),
})
