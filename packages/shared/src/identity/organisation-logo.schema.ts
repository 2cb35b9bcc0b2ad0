import { z } from 'zod'
import type { ErrorCode } from '../errors.ts'

/** An organisation's logo: what may be given, and why one is refused. */

export type LogoType = 'png' | 'jpeg' | 'svg'

/** Why a logo cannot be printed. Each is a refusal with words of its own. */
export type LogoProblem = Extract<ErrorCode, `logo-${string}`>

/** Bytes of the file. */
export const largestLogoBytes = 1_000_000
/** Points of a picture, both ways together: what a printer can show in 45 × 12 mm many times over. */
export const largestLogoPoints = 4_000_000

/** Room for a file that is a little too large, so that it is refused for what it is. */
const longestData = Math.ceil(largestLogoBytes / 3) * 4 + 20_000

export const setLogoSchema = z.strictObject({
  /** The whole file in base64; what it is stands in its bytes. */
  data: z.base64().min(1).max(longestData),
})
export type SetLogo = z.infer<typeof setLogoSchema>
