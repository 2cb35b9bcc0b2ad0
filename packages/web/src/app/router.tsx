import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router'
import type { Action } from '@kase/shared/identity/role.policy.ts'
import type { QuestionState } from '@kase/shared/plans/stuck.schema.ts'
import { CrashPage, NotFoundPage } from './error-pages.tsx'
import { HomeOfKind } from './home-of-kind.tsx'
import { OrganisationLayout } from './shell/organisation-layout.tsx'

/** Every address of the app. Each page is fetched when it is first opened; inside an organisation its slug leads the path. */

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFoundPage })

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('../features/auth/start.page.tsx'), 'StartPage'),
})
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search): { to?: string } => optional('to', localPath(text(search['to']))),
  component: lazyRouteComponent(() => import('../features/auth/sign-in.page.tsx'), 'SignInPage'),
})
const signUp = createRoute({
  getParentRoute: () => root,
  path: '/sign-up',
  component: lazyRouteComponent(() => import('../features/auth/sign-up.page.tsx'), 'SignUpPage'),
})
const newOrganisation = createRoute({
  getParentRoute: () => root,
  path: '/new-organisation',
  component: lazyRouteComponent(() => import('../features/auth/new-organisation.page.tsx'), 'NewOrganisationPage'),
})
const forgotPassword = createRoute({
  getParentRoute: () => root,
  path: '/forgot-password',
  component: lazyRouteComponent(() => import('../features/auth/forgot-password.page.tsx'), 'ForgotPasswordPage'),
})
const resetPassword = createRoute({
  getParentRoute: () => root,
  path: '/reset-password',
  validateSearch: (search): { token?: string } => optional('token', text(search['token'])),
  component: lazyRouteComponent(() => import('../features/auth/reset-password.page.tsx'), 'ResetPasswordPage'),
})
const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation/$token',
  component: lazyRouteComponent(() => import('../features/auth/invitation.page.tsx'), 'InvitationPage'),
})

const organisation = createRoute({
  getParentRoute: () => root,
  path: '/o/$organisation',
  component: OrganisationLayout,
})
const home = createRoute({
  getParentRoute: () => organisation,
  path: '/',
  component: HomeOfKind,
})
const plans = createRoute({
  getParentRoute: () => organisation,
  path: '/plans',
  staticData: { needs: 'plan.read' },
  component: lazyRouteComponent(() => import('../features/plans/plans.page.tsx'), 'PlansPage'),
})
const newPlan = createRoute({
  getParentRoute: () => organisation,
  path: '/plans/new',
  staticData: { needs: 'plan.write' },
  component: lazyRouteComponent(() => import('../features/new-plan/new-plan.page.tsx'), 'NewPlanPage'),
})
const plan = createRoute({
  getParentRoute: () => organisation,
  path: '/plans/$planId',
  staticData: { needs: 'plan.read' },
  validateSearch: (search): { share?: true } => (search['share'] === true ? { share: true } : {}),
  component: lazyRouteComponent(() => import('../features/plan/plan.page.tsx'), 'PlanPage'),
})
const facts = createRoute({
  getParentRoute: () => organisation,
  path: '/plans/$planId/facts',
  staticData: { needs: 'plan.write' },
  component: lazyRouteComponent(() => import('../features/new-plan/facts.page.tsx'), 'FactsPage'),
})
const launch = createRoute({
  getParentRoute: () => organisation,
  path: '/plans/$planId/check',
  staticData: { needs: 'plan.write' },
  component: lazyRouteComponent(() => import('../features/launch/launch.page.tsx'), 'LaunchPage'),
})
const questions = createRoute({
  getParentRoute: () => organisation,
  path: '/questions',
  staticData: { needs: 'question.answer' },
  validateSearch: (search): { state?: QuestionFilter } => optional('state', questionFilter(search['state'])),
  component: lazyRouteComponent(() => import('../features/questions/questions.page.tsx'), 'QuestionsPage'),
})
const announcements = createRoute({
  getParentRoute: () => organisation,
  path: '/announcements',
  staticData: { needs: 'announcement.manage' },
  component: lazyRouteComponent(() => import('../features/announcements/announcements.page.tsx'), 'AnnouncementsPage'),
})
const newAnnouncement = createRoute({
  getParentRoute: () => organisation,
  path: '/announcements/new',
  staticData: { needs: 'announcement.manage' },
  validateSearch: (search): { from?: string } => optional('from', text(search['from'])),
  component: lazyRouteComponent(
    () => import('../features/announcements/new-announcement.page.tsx'),
    'NewAnnouncementPage',
  ),
})
const members = createRoute({
  getParentRoute: () => organisation,
  path: '/members',
  staticData: { needs: 'member.list' },
  component: lazyRouteComponent(() => import('../features/members/members.page.tsx'), 'MembersPage'),
})
const settings = createRoute({
  getParentRoute: () => organisation,
  path: '/settings',
  staticData: { needs: 'organisation.update' },
  component: lazyRouteComponent(() => import('../features/settings/settings.page.tsx'), 'SettingsPage'),
})
export const router = createRouter({
  routeTree: root.addChildren([
    start,
    signIn,
    signUp,
    newOrganisation,
    forgotPassword,
    resetPassword,
    invitation,
    organisation.addChildren([
      home,
      plans,
      newPlan,
      plan,
      facts,
      launch,
      questions,
      announcements,
      newAnnouncement,
      members,
      settings,
    ]),
  ]),
  defaultPreload: 'intent',
  defaultErrorComponent: CrashPage,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
  interface StaticDataRouteOption {
    /** What somebody's role must allow for the page to be there for them. */
    needs?: Action
  }
}

/** Only a path of this site may be returned to after signing in. */
const localPath = (path: string | undefined): string | undefined =>
  path !== undefined && /^\/(?![/\\])/.test(path) ? path : undefined

/** Which questions an address shows: the open ones when it does not say. */
type QuestionFilter = QuestionState | 'all'

const questionFilter = (value: unknown): QuestionFilter | undefined =>
  value === 'all' || value === 'open' || value === 'answered' ? value : undefined

const optional = <K extends string, V extends string>(key: K, value: V | undefined) =>
  (value === undefined ? {} : { [key]: value }) as { [key in K]?: V }
