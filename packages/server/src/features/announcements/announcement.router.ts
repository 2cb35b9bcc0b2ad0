import { announcementRefSchema, publishAnnouncementSchema } from '@kase/shared/announcements/announcement.schema.ts'
import { memberProcedure, router } from '../../trpc/procedures.ts'
import {
  getAnnouncementArea,
  listOwnAnnouncements,
  publishAnnouncement,
  withdrawAnnouncement,
} from './announcement.service.ts'

/** Dated messages to every live plan of the advisor's municipalities. */
export const announcementRouter = router({
  area: memberProcedure('announcement.manage').query(({ ctx }) => ctx.inTenant(getAnnouncementArea)),

  list: memberProcedure('announcement.manage').query(({ ctx }) =>
    ctx.inTenant((db, actor) => listOwnAnnouncements(ctx.deps, db, actor)),
  ),

  publish: memberProcedure('announcement.manage')
    .input(publishAnnouncementSchema)
    .mutation(({ ctx, input }) => ctx.inTenant((db, actor) => publishAnnouncement(ctx.deps, db, actor, input))),

  withdraw: memberProcedure('announcement.manage')
    .input(announcementRefSchema)
    .mutation(({ ctx, input }) => ctx.inTenant((db, actor) => withdrawAnnouncement(ctx.deps, db, actor, input))),
})
