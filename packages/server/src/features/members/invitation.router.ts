import { invitationIdSchema, invitationTokenSchema, inviteSchema } from '@kase/shared/identity/member.schema.ts'
import { memberProcedure, openProcedure, personProcedure, router } from '../../trpc/procedures.ts'
import {
  acceptInvitation,
  invite,
  listInvitations,
  previewInvitation,
  resendInvitation,
  revokeInvitation,
} from './invitation.service.ts'

export const invitationRouter = router({
  list: memberProcedure('member.list').query(({ ctx }) =>
    ctx.inTenant((db, actor) => listInvitations(ctx.deps, db, actor)),
  ),

  create: memberProcedure('member.manage')
    .input(inviteSchema)
    .mutation(({ ctx, input }) => ctx.inTenant((db, actor) => invite(ctx.deps, db, actor, input))),

  resend: memberProcedure('member.manage')
    .input(invitationIdSchema)
    .mutation(({ ctx, input }) => ctx.inTenant((db, actor) => resendInvitation(ctx.deps, db, actor, input.id))),

  revoke: memberProcedure('member.manage')
    .input(invitationIdSchema)
    .mutation(({ ctx, input }) => ctx.inTenant((db, actor) => revokeInvitation(ctx.deps, db, actor, input.id))),

  preview: openProcedure
    .input(invitationTokenSchema)
    .query(({ ctx, input }) => previewInvitation(ctx.deps, input.token)),

  accept: personProcedure
    .input(invitationTokenSchema)
    .mutation(({ ctx, input }) => acceptInvitation(ctx.deps, ctx.person, input.token)),
})
