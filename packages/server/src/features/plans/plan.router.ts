import { z } from 'zod'
import { staffLanguages } from '@kase/shared/locales.ts'
import {
  assignBuddySchema,
  createPlanSchema,
  launchPlanSchema,
  listPlansSchema,
  moveDatesSchema,
  planRefSchema,
  updateFactsSchema,
} from '@kase/shared/plans/plan.schema.ts'
import { memberProcedure, router } from '../../trpc/procedures.ts'
import { checkLaunch, launchPlan } from './launch.service.ts'
import { listHistory } from './history.service.ts'
import { moveDates, previewMove } from './move-dates.service.ts'
import { getHome } from './home.service.ts'
import { listPlans } from './plan-list.service.ts'
import { getPlanView } from './plan-view.service.ts'
import { assignBuddy, createPlan, discardDraft, finishPlan, reopenPlan, updateFacts } from './plan.service.ts'
import { previewPlan } from './preview.service.ts'

/** The language in which the interface reads titles and names. */
const readerSchema = z.strictObject({ language: z.enum(staffLanguages) })

/** Plans: from facts to a dated plan, its launch and its end. */
export const planRouter = router({
  home: memberProcedure('plan.read')
    .input(readerSchema)
    .query(({ ctx, input }) => ctx.inTenant((db, actor) => getHome(ctx.deps, db, actor, input))),

  list: memberProcedure('plan.read')
    .input(listPlansSchema.extend(readerSchema.shape))
    .query(({ ctx, input }) =>
      ctx.inTenant((db, actor) => listPlans(ctx.deps, db, actor, { ...input, cursor: input.cursor })),
    ),

  get: memberProcedure('plan.read')
    .input(planRefSchema.extend(readerSchema.shape))
    .query(({ ctx, input }) => ctx.inTenant((db, actor) => getPlanView(ctx.deps, db, actor, input))),

  /** What happened, the newest first. */
  history: memberProcedure('plan.write')
    .input(planRefSchema.extend({ ...readerSchema.shape, before: z.int().positive().optional() }))
    .query(({ ctx, input }) => ctx.inTenant((db) => listHistory(ctx.deps, db, input))),

  /** What a plan from these facts would hold; writes nothing. */
  preview: memberProcedure('plan.write')
    .input(createPlanSchema.extend(readerSchema.shape))
    .query(({ ctx, input }) => ctx.inTenant((db, actor) => previewPlan(ctx.deps, db, actor, input))),

  create: memberProcedure('plan.write')
    .input(createPlanSchema)
    .mutation(({ ctx, input }) => ctx.inTenant((db, actor) => createPlan(ctx.deps, db, actor, input.facts))),

  updateFacts: memberProcedure('plan.write')
    .input(updateFactsSchema)
    .mutation(({ ctx, input }) => ctx.inTenant((db, actor) => updateFacts(ctx.deps, db, actor, input))),

  discard: memberProcedure('plan.write')
    .input(planRefSchema)
    .mutation(({ ctx, input }) => ctx.inTenant((db, actor) => discardDraft(db, actor, input.planId))),

  /** The launch screen: what blocks, what is worth a look, every task. */
  checkLaunch: memberProcedure('plan.write')
    .input(planRefSchema.extend(readerSchema.shape))
    .query(({ ctx, input }) => ctx.inTenant((db, actor) => checkLaunch(ctx.deps, db, actor, input))),

  launch: memberProcedure('plan.write')
    .input(launchPlanSchema)
    .mutation(({ ctx, input }) => ctx.inTenant((db, actor) => launchPlan(ctx.deps, db, actor, input))),

  /** What other key dates would move, before anything is saved. */
  previewMove: memberProcedure('plan.write')
    .input(moveDatesSchema.omit({ revision: true }).extend(readerSchema.shape))
    .query(({ ctx, input }) => ctx.inTenant((db) => previewMove(ctx.deps, db, input))),

  moveDates: memberProcedure('plan.write')
    .input(moveDatesSchema)
    .mutation(({ ctx, input }) => ctx.inTenant((db, actor) => moveDates(db, actor, input))),

  finish: memberProcedure('plan.write')
    .input(planRefSchema)
    .mutation(({ ctx, input }) => ctx.inTenant((db, actor) => finishPlan(ctx.deps, db, actor, input.planId))),

  reopen: memberProcedure('plan.write')
    .input(planRefSchema)
    .mutation(({ ctx, input }) => ctx.inTenant((db, actor) => reopenPlan(db, actor, input.planId))),

  assignBuddy: memberProcedure('plan.write')
    .input(assignBuddySchema)
    .mutation(({ ctx, input }) => ctx.inTenant((db, actor) => assignBuddy(db, actor, input))),
})
