import { z } from 'zod'
import { emailSchema } from '../text/text.schema.ts'
import { idSchema } from './plan.schema.ts'

/** Inputs of the share-link procedures. */

const labelSchema = z.string().trim().max(80).default('')

export const createLinkSchema = z.strictObject({ planId: idSchema, participantId: idSchema, label: labelSchema })
export const linkRefSchema = z.strictObject({ planId: idSchema, linkId: idSchema })
/** `to` is remembered as the participant's address; absent, the one that is known is used. */
export const sendLinkSchema = z.strictObject({ planId: idSchema, participantId: idSchema, to: emailSchema.optional() })

export const pinPattern = /^\d{4}$/
export const setPinSchema = linkRefSchema.extend({ pin: z.string().regex(pinPattern, { error: 'pin' }).nullable() })
