import { createLinkSchema, linkRefSchema, sendLinkSchema, setPinSchema } from '@kase/shared/plans/share-link.schema.ts'
import { planRefSchema } from '@kase/shared/plans/plan.schema.ts'
import { memberProcedure, router } from '../../trpc/procedures.ts'
import { setLinkPin } from './link-pin.service.ts'
import { createLink, listLinks, revokeLink, sendLink } from './share-link.service.ts'

/** Links that open one participant's page without an account. */
export const shareLinkRouter = router({
  list: memberProcedure('link.manage')
    .input(planRefSchema)
    .query(({ ctx, input }) => ctx.inTenant((db) => listLinks(ctx.deps, db, input.planId))),

  /** Makes a link, or a new one in place of the one that stood before. */
  create: memberProcedure('link.manage')
    .input(createLinkSchema)
    .mutation(({ ctx, input }) => ctx.inTenant((db, actor) => createLink(ctx.deps, db, actor, input))),

  revoke: memberProcedure('link.manage')
    .input(linkRefSchema)
    .mutation(({ ctx, input }) => ctx.inTenant((db, actor) => revokeLink(ctx.deps, db, actor, input))),

  /** Gives a link a code of four digits, or with null takes it away. */
  setPin: memberProcedure('link.manage')
    .input(setPinSchema)
    .mutation(({ ctx, input }) => ctx.inTenant((db, actor) => setLinkPin(ctx.deps, db, actor, input))),

  /** Sends the link by mail, in the participant's language. */
  send: memberProcedure('link.manage')
    .input(sendLinkSchema)
    .mutation(({ ctx, input }) => ctx.inTenant((db, actor) => sendLink(ctx.deps, db, actor, input))),
})
