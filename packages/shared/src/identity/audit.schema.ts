import { z } from 'zod'

/** One page of the audit log, newest first; `before` is the id of the last entry of the page before. */
export const auditPageSchema = z.strictObject({
  before: z.int().positive().optional(),
  limit: z.int().min(1).max(100).default(50),
})
export type AuditPage = z.infer<typeof auditPageSchema>
