import { z } from 'zod'
import { emailSchema, nameSchema } from '../text/text.schema.ts'

/** What a person types to sign up, to sign in and to get a new password: the forms and the server check by these. A key that is not named here is dropped. */

export const passwordMinLength = 10
export const passwordMaxLength = 128

/** A password somebody chooses: 10 to 128 characters, whatever they are. */
const newPasswordSchema = z
  .string()
  .min(passwordMinLength, { error: 'too-short' })
  .max(passwordMaxLength, { error: 'too-long' })

/** A password somebody claims to have: bounded, so that nobody makes the server hash a book. */
const givenPasswordSchema = z.string().min(1, { error: 'empty' }).max(passwordMaxLength, { error: 'too-long' })

export const signUpSchema = z.object({ name: nameSchema, email: emailSchema, password: newPasswordSchema })
export const signInSchema = z.object({ email: emailSchema, password: givenPasswordSchema })
export const resetRequestSchema = z.object({ email: emailSchema })
export const resetPasswordSchema = z.object({
  token: z.string().min(1).max(64),
  newPassword: newPasswordSchema,
})
export const changePasswordSchema = z.object({
  currentPassword: givenPasswordSchema,
  newPassword: newPasswordSchema,
})
