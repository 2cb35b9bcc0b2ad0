import { changeRoleSchema, memberIdSchema } from '@kase/shared/identity/member.schema.ts'
import { memberProcedure, router } from '../../trpc/procedures.ts'
import { changeRole, listMembers, removeMember } from './member.service.ts'

export const memberRouter = router({
  list: memberProcedure('member.list').query(({ ctx }) => ctx.inTenant(listMembers)),

  changeRole: memberProcedure('member.manage')
    .input(changeRoleSchema)
    .mutation(({ ctx, input }) => ctx.inTenant((db, actor) => changeRole(db, actor, input))),

  remove: memberProcedure('member.manage')
    .input(memberIdSchema)
    .mutation(({ ctx, input }) => ctx.inTenant((db, actor) => removeMember(db, actor, input.userId))),
})
