import { planRefSchema } from '@kase/shared/plans/plan.schema.ts'
import { answerRequestSchema } from '@kase/shared/plans/stuck.schema.ts'
import { memberProcedure, router } from '../../trpc/procedures.ts'
import { answerHelpRequest, listPlanHelpRequests } from './help-request.service.ts'

/** What workers send to the employer when they are stuck. */
export const helpRequestRouter = router({
  list: memberProcedure('task.tick')
    .input(planRefSchema)
    .query(({ ctx, input }) => ctx.inTenant((db) => listPlanHelpRequests(db, input.planId))),

  answer: memberProcedure('task.tick')
    .input(answerRequestSchema)
    .mutation(({ ctx, input }) => ctx.inTenant((db, actor) => answerHelpRequest(ctx.deps, db, actor, input))),
})
