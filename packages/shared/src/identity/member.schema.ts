import { z } from 'zod'
import { emailSchema } from '../text/text.schema.ts'
import { roles } from './role.policy.ts'

/** Members of an organisation and the invitations that make them. */

const roleSchema = z.enum(roles)

export const memberIdSchema = z.strictObject({ userId: z.uuid() })
export const changeRoleSchema = memberIdSchema.extend({ role: roleSchema })
export type ChangeRole = z.infer<typeof changeRoleSchema>

export const inviteSchema = z.strictObject({ email: emailSchema, role: roleSchema })
export type Invite = z.infer<typeof inviteSchema>

export const invitationIdSchema = z.strictObject({ id: z.uuid() })
/** Any string: a malformed token is answered like an unknown one. */
export const invitationTokenSchema = z.strictObject({ token: z.string().max(200) })
