import { Button } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, Navigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LeftOut } from '../../components/left-out.tsx'
import { MailNotice } from '../../components/mail-notice.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { firstName } from '../../lib/person-name.ts'
import { SkeletonRows } from '../../components/skeleton-rows.tsx'
import { LoadError } from '../../components/state-card.tsx'
import { shortDay } from '../../lib/calendar-format.ts'
import { useStaffLanguage } from '../../lib/i18n.ts'
import { municipalityName } from '../../lib/municipality-options.ts'
import { useTRPC, type Outputs } from '../../lib/trpc.ts'
import { Issues } from './issues.tsx'
import { LaunchPanel } from './launch-panel.tsx'
import classes from './launch.module.css'
import { TaskTable } from './task-table.tsx'

const route = getRouteApi('/o/$organisation/plans/$planId/check')

/** The launch screen: what must be put right, what is worth a look, every task with its reason, who gets a link. */
export function LaunchPage() {
  const params = route.useParams()
  const { planId } = params
  const language = useStaffLanguage()
  const trpc = useTRPC()
  const check = useQuery(trpc.plan.checkLaunch.queryOptions({ planId, language }))
  if (check.isPending || check.isError)
    return (
      <div className="page">
        <div className="card">
          {check.isPending ? (
            <SkeletonRows rows={6} />
          ) : (
            <LoadError error={check.error} onRetry={() => void check.refetch()} />
          )}
        </div>
      </div>
    )
  if (check.data.plan.state !== 'draft') return <Navigate to="/o/$organisation/plans/$planId" params={params} replace />
  return <Check check={check.data} />
}

function Check({ check: { plan, issues } }: { readonly check: Outputs['plan']['checkLaunch'] }) {
  const { t } = useTranslation(['launch', 'common'])
  const params = route.useParams()
  const language = useStaffLanguage()
  const [focus, setFocus] = useState<readonly string[]>()
  const table = useRef<HTMLElement>(null)
  const municipality = municipalityName(plan.municipality, language)
  const show = (taskIds: readonly string[]) => {
    setFocus(taskIds)
    table.current?.scrollIntoView({ block: 'start' })
    table.current?.focus({ preventScroll: true })
  }
  return (
    <div className="page">
      <PageHead
        title={t('title', { name: firstName(plan.workerName) })}
        lead={<Lead plan={plan} />}
        crumbs={[
          <Link key="plans" to="/o/$organisation/plans" params={params}>
            {t('common:nav.plans')}
          </Link>,
          <Link key="facts" to="/o/$organisation/plans/$planId/facts" params={params}>
            {plan.workerName}
          </Link>,
        ]}
        crumbHere={t('here')}
        actions={
          <Button
            leftSection={<IconArrowLeft size={18} aria-hidden />}
            renderRoot={(props) => <Link to="/o/$organisation/plans/$planId/facts" params={params} {...props} />}
          >
            {t('facts')}
          </Button>
        }
      />
      <MailNotice />
      <div className={classes.layout}>
        <div className="stack g6">
          <Issues plan={plan} issues={issues} onShow={show} />
        </div>
        {/* Before the long list, so that the keyboard and a narrow screen meet it first. */}
        <LaunchPanel plan={plan} isBlocked={issues.some((issue) => issue.blocks)} />
        <div className="stack g6">
          <TaskTable
            ref={table}
            plan={plan}
            municipality={municipality}
            focus={focus}
            onShowAll={() => setFocus(undefined)}
          />
          <LeftOut plan={plan} municipality={municipality} />
        </div>
      </div>
    </div>
  )
}

function Lead({ plan }: { readonly plan: Outputs['plan']['get'] }) {
  const { t } = useTranslation(['launch', 'common'])
  const language = useStaffLanguage()
  const days = plan.tasks.flatMap((task) => task.dueOn ?? []).toSorted()
  const [from] = days
  const to = days.at(-1)
  const counts = {
    tasks: t('common:tasks', { count: plan.tasks.length }),
    people: t('common:people', { count: plan.participants.length }),
  }
  if (from === undefined || to === undefined) return <p className="upper-first">{t('lead', counts)}</p>
  return (
    <p className="upper-first">
      {t('leadDated', { ...counts, from: shortDay(from, language, true), to: shortDay(to, language, true) })}
    </p>
  )
}
