import { auditPageSchema } from '@kase/shared/identity/audit.schema.ts'
import { memberProcedure, router } from '../../trpc/procedures.ts'
import { listAudit } from './audit.service.ts'

export const auditRouter = router({
  list: memberProcedure('audit.read')
    .input(auditPageSchema)
    .query(({ ctx, input }) => ctx.inTenant((db) => listAudit(db, input))),
})
