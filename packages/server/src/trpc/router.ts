import { announcementRouter } from '../features/announcements/announcement.router.ts'
import { auditRouter } from '../features/audit/audit.router.ts'
import { catalogueRouter } from '../features/catalogue/catalogue.router.ts'
import { documentBatchRouter } from '../features/documents/document-batch.router.ts'
import { helpRequestRouter } from '../features/help-requests/help-request.router.ts'
import { sessionRouter } from '../features/identity/session.router.ts'
import { mailRouter } from '../features/mail/mail.router.ts'
import { invitationRouter } from '../features/members/invitation.router.ts'
import { memberRouter } from '../features/members/member.router.ts'
import { organisationRouter } from '../features/organisations/organisation.router.ts'
import { planRouter } from '../features/plans/plan.router.ts'
import { taskRouter } from '../features/plans/task.router.ts'
import { questionRouter } from '../features/questions/question.router.ts'
import { shareLinkRouter } from '../features/share-links/share-link.router.ts'
import { router } from './procedures.ts'

/** Every procedure of the service. The web app takes its type and nothing else. */
export const appRouter = router({
  announcement: announcementRouter,
  audit: auditRouter,
  catalogue: catalogueRouter,
  documentBatch: documentBatchRouter,
  helpRequest: helpRequestRouter,
  invitation: invitationRouter,
  mail: mailRouter,
  member: memberRouter,
  organisation: organisationRouter,
  plan: planRouter,
  question: questionRouter,
  session: sessionRouter,
  shareLink: shareLinkRouter,
  task: taskRouter,
})

export type AppRouter = typeof appRouter
