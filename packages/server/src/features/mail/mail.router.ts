import { z } from 'zod'
import { memberProcedure, openProcedure, router } from '../../trpc/procedures.ts'
import { listMail, retryMail } from './mail.service.ts'

export const mailRouter = router({
  list: memberProcedure('mail.read')
    .input(z.strictObject({ planId: z.uuid().nullable() }))
    .query(({ ctx, input }) => ctx.inTenant((db, actor) => listMail(db, actor, input.planId))),

  retry: memberProcedure('mail.retry')
    .input(z.strictObject({ id: z.uuid() }))
    .mutation(({ ctx, input }) => ctx.inTenant((db, actor) => retryMail(ctx.deps, db, actor, input.id))),

  /** Whether mail goes out or lands as files: said wherever mail is promised, so also to those who are signed out. */
  status: openProcedure.query(({ ctx }) => ({ delivery: ctx.deps.mailDelivery })),
})
