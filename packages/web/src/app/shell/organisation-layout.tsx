import { can } from '@kase/shared/identity/role.policy.ts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Outlet, useMatches, useParams, useRouter } from '@tanstack/react-router'
import { useEffect, useMemo, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LoadError } from '../../components/state-card.tsx'
import { renewSession } from '../../lib/auth.ts'
import { MyPlaceProvider, type MyPlace } from '../../lib/my-place.ts'
import { makeClient, TRPCProvider, useTRPC, type Outputs } from '../../lib/trpc.ts'
import { NotFoundPage, NotThere } from '../error-pages.tsx'
import { Header, ThumbBar } from './header.tsx'
import { OfflineNotice } from './offline-notice.tsx'
import classes from './shell.module.css'
import { useFocusOnNavigation } from './use-focus-on-navigation.ts'

/** Everything inside an organisation: the bar on top, the page, and calls that act in this organisation. */
export function OrganisationLayout() {
  const { organisation: slug } = useParams({ from: '/o/$organisation' })
  const { t } = useTranslation('common')
  const main = useRef<HTMLElement>(null)
  useFocusOnNavigation(main)
  const trpc = useTRPC()
  const me = useQuery(trpc.session.me.queryOptions())
  const place = placeIn(me.data, slug, () => me.refetch())
  const role = place?.role
  const isSignedIn = me.data !== undefined && me.data !== null
  useEffect(() => {
    if (isSignedIn) void renewSession()
  }, [isSignedIn])
  const isSignedOut = me.data === null
  const isStranger = me.isSuccess && role === undefined
  const needs = useMatches({
    select: (matches) => matches.findLast((match) => match.staticData.needs)?.staticData.needs,
  })
  const isBarred = role !== undefined && needs !== undefined && !can(role, needs)
  if (isSignedOut) return <ToSignIn />
  if (isStranger) return <NotFoundPage />
  return (
    <OrganisationCalls slug={slug} place={place}>
      <a className={classes.skip} href="#main">
        {t('skip')}
      </a>
      <Header me={me.data ?? undefined} slug={slug} role={role} />
      <OfflineNotice />
      <main id="main" ref={main} tabIndex={-1} className={classes.main}>
        {me.isError ? (
          <LoadError error={me.error} onRetry={() => void me.refetch()} />
        ) : isBarred ? (
          <NotThere />
        ) : (
          <Outlet />
        )}
      </main>
      <ThumbBar slug={slug} role={role} />
    </OrganisationCalls>
  )
}

function placeIn(
  me: Outputs['session']['me'] | undefined,
  slug: string,
  refresh: MyPlace['refresh'],
): MyPlace | undefined {
  const here = me?.organisations.find((organisation) => organisation.slug === slug)
  if (!me || !here) return undefined
  const { name, kind, role } = here
  return { userId: me.person.userId, personName: me.person.name, slug, name, kind, role, refresh }
}

interface OrganisationCallsProps {
  readonly slug: string
  readonly place: MyPlace | undefined
  readonly children: ReactNode
}

function OrganisationCalls({ slug, place, children }: OrganisationCallsProps) {
  const queryClient = useQueryClient()
  const client = useMemo(() => makeClient(slug), [slug])
  return (
    <TRPCProvider trpcClient={client} queryClient={queryClient} keyPrefix={`organisation:${slug}`}>
      <MyPlaceProvider value={place}>{children}</MyPlaceProvider>
    </TRPCProvider>
  )
}

/** Remembers where somebody wanted to go. Once only: the way out renders this again, with the sign-in page's address. */
function ToSignIn() {
  const router = useRouter()
  const isOnTheWay = useRef(false)
  useEffect(() => {
    if (isOnTheWay.current) return
    isOnTheWay.current = true
    void router.navigate({ to: '/sign-in', search: { to: router.latestLocation.href }, replace: true })
  }, [router])
  return null
}
