import { z } from 'zod'

/**
 * Characters that no name or line of ours needs and that can hide or reverse what is read: controls, zero-width characters,
 * bidi controls, the byte order mark. ZWNJ and ZWJ stay: Persian, Nepali and Bengali names are spelt with them.
 */
const unwanted =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/u

/** What a browser would read as the start of a tag, an end tag or a comment; `a < b` and `<3` are not. */
const markup = /<[a-z!/?]/i

const clean = (max: number) =>
  z
    .string()
    .trim()
    .max(max, { error: 'too-long' })
    .refine((text) => !unwanted.test(text), { error: 'hidden-characters' })
    .refine((text) => !markup.test(text), { error: 'html' })
    .transform((text) => text.normalize('NFC'))

/** One line for a person, an organisation or a label: 1 to 120 characters, nothing hidden in it. */
export const nameSchema = clean(120)
  .refine((text) => text.length > 0, { error: 'empty' })
  .refine((text) => !/[\n\t]/.test(text), { error: 'one-line' })

/** Several lines written by a person: at most `max` characters, nothing hidden in it. */
export const noteSchema = (max = 2000) => clean(max)

/** A stable name within its list: lower-case words joined by hyphens. */
export const keySchema = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, { error: 'key' })

export const emailSchema = z
  .email({ error: 'email' })
  .max(254)
  .transform((email) => email.toLowerCase())

/** A telephone number as people write it; at least 3 digits (112). */
export const phoneSchema = z
  .string()
  .trim()
  .max(32)
  .regex(/^\+?[\d][\d ()-]{1,30}$/, { error: 'phone' })

/** A web address that may be linked to: https, or http where an office still has nothing better. */
export const urlSchema = z.url({ protocol: /^https?$/, error: 'url' }).max(500)
