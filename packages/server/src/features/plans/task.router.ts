import {
  includeTaskSchema,
  setTaskDateSchema,
  setTaskNoteSchema,
  setTaskOwnerSchema,
  planRefSchema,
  taskRefSchema,
} from '@kase/shared/plans/plan.schema.ts'
import { memberProcedure, router } from '../../trpc/procedures.ts'
import { listSaid } from './said.service.ts'
import { includeTask, setTaskDate, setTaskNote, setTaskOwner, tickTask, untickTask } from './task.service.ts'

/** Single tasks of a plan. */
export const taskRouter = router({
  /** What the people of a plan have said of its tasks besides "done". */
  said: memberProcedure('plan.read')
    .input(planRefSchema)
    .query(({ ctx, input }) => ctx.inTenant((db) => listSaid(db, input.planId))),

  tick: memberProcedure('task.tick')
    .input(taskRefSchema)
    .mutation(({ ctx, input }) => ctx.inTenant((db, actor) => tickTask(ctx.deps, db, actor, input))),

  untick: memberProcedure('task.tick')
    .input(taskRefSchema)
    .mutation(({ ctx, input }) => ctx.inTenant((db, actor) => untickTask(db, actor, input))),

  /** Puts a left-out task in, or leaves one out. */
  include: memberProcedure('plan.write')
    .input(includeTaskSchema)
    .mutation(({ ctx, input }) => ctx.inTenant((db, actor) => includeTask(db, actor, input))),

  setDate: memberProcedure('plan.write')
    .input(setTaskDateSchema)
    .mutation(({ ctx, input }) => ctx.inTenant((db, actor) => setTaskDate(db, actor, input))),

  setOwner: memberProcedure('plan.write')
    .input(setTaskOwnerSchema)
    .mutation(({ ctx, input }) => ctx.inTenant((db, actor) => setTaskOwner(db, actor, input))),

  setNote: memberProcedure('plan.write')
    .input(setTaskNoteSchema)
    .mutation(({ ctx, input }) => ctx.inTenant((db, actor) => setTaskNote(db, actor, input))),
})
