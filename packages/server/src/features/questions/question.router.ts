import { answerQuestionSchema, listQuestionsSchema } from '@kase/shared/plans/stuck.schema.ts'
import { memberProcedure, router } from '../../trpc/procedures.ts'
import { answerQuestion, countAdvisorQuestions, listAdvisorQuestions } from './question.service.ts'

/** What people ask the advisor from the rights-and-help page. */
export const questionRouter = router({
  list: memberProcedure('question.answer')
    .input(listQuestionsSchema)
    .query(({ ctx, input }) => ctx.inTenant((db) => listAdvisorQuestions(db, input))),

  count: memberProcedure('question.answer').query(({ ctx }) => ctx.inTenant((db) => countAdvisorQuestions(db))),

  answer: memberProcedure('question.answer')
    .input(answerQuestionSchema)
    .mutation(({ ctx, input }) => ctx.inTenant((db, actor) => answerQuestion(ctx.deps, db, actor, input))),
})
