import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useRef } from 'react'
import { SkeletonRows } from '../../components/skeleton-rows.tsx'
import { LoadError } from '../../components/state-card.tsx'
import { useStaffLanguage } from '../../lib/i18n.ts'
import { municipalityName } from '../../lib/municipality-options.ts'
import { useTRPC, type Outputs } from '../../lib/trpc.ts'
import { LeftOut } from '../../components/left-out.tsx'
import { PlanBanner } from './plan-banner.tsx'
import { PlanDates } from './plan-dates.tsx'
import { PlanHead } from './plan-head.tsx'
import { PlanSide } from './plan-side.tsx'
import { PlanTasks } from './plan-tasks.tsx'
import { StuckCard } from './stuck-card.tsx'
import { useSaid, type Said } from './use-said.ts'
import classes from './plan.module.css'

const ShareDialog = lazy(async () => ({ default: (await import('./share-dialog.tsx')).ShareDialog }))

const route = getRouteApi('/o/$organisation/plans/$planId')

/** A running plan: key dates, every task with its state, the people, what happened. */
export function PlanPage() {
  const { planId } = route.useParams()
  const language = useStaffLanguage()
  const trpc = useTRPC()
  const plan = useQuery({
    ...trpc.plan.get.queryOptions({ planId, language }),
    // What the worker ticks shows without a reload.
    refetchInterval: 60_000,
  })
  const said = useSaid(planId)
  return (
    <div className="page">
      {/* A refusal in the background takes nothing off the page: an answer may be half written. */}
      {plan.data !== undefined ? (
        <Plan plan={plan.data} said={said} />
      ) : (
        <div className="card">
          {plan.isError ? (
            <LoadError error={plan.error} onRetry={() => void plan.refetch()} />
          ) : (
            <SkeletonRows rows={6} />
          )}
        </div>
      )}
    </div>
  )
}

function Plan({ plan, said }: { readonly plan: Outputs['plan']['get']; readonly said: Said }) {
  const params = route.useParams()
  const { share } = route.useSearch()
  const navigate = useNavigate()
  const language = useStaffLanguage()
  const municipality = municipalityName(plan.municipality, language)
  useFocusAfterDialog(share === true)
  const close = () => void navigate({ to: '/o/$organisation/plans/$planId', params, search: {}, replace: true })
  return (
    <>
      <PlanHead plan={plan} municipality={municipality} />
      <PlanBanner plan={plan} />
      <PlanDates plan={plan} />
      <div className={classes.layout}>
        <StuckCard plan={plan} said={said} />
        <div className={classes.main}>
          <PlanTasks plan={plan} municipality={municipality} said={said} />
          <div style={{ marginTop: '1rem' }}>
            <LeftOut plan={plan} municipality={municipality} />
          </div>
        </div>
        <PlanSide plan={plan} />
      </div>
      {share === true && plan.state !== 'draft' && (
        <Suspense>
          <ShareDialog plan={plan} onClose={close} />
        </Suspense>
      )}
    </>
  )
}

/** A dialog that an address has opened has nothing to give the focus back to: the heading takes it. */
function useFocusAfterDialog(isOpen: boolean): void {
  const wasOpen = useRef(isOpen)
  useEffect(() => {
    const hasClosed = wasOpen.current && !isOpen
    wasOpen.current = isOpen
    if (!hasClosed) return undefined
    const timer = window.setTimeout(() => {
      if (document.activeElement === document.body) document.querySelector<HTMLElement>('main h1')?.focus()
    }, 50)
    return () => window.clearTimeout(timer)
  }, [isOpen])
}
