import { weekOf } from '../../lib/civil-day.ts'
import { can } from '@kase/shared/identity/role.policy.ts'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MailNotice } from '../../components/mail-notice.tsx'
import { NewPlanButton } from '../../components/new-plan-button.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { firstName } from '../../lib/person-name.ts'
import { SkeletonRows } from '../../components/skeleton-rows.tsx'
import { LoadError, StateCard } from '../../components/state-card.tsx'
import { WeekRail } from '../../components/week-rail.tsx'
import { longDay } from '../../lib/calendar-format.ts'
import { useStaffLanguage } from '../../lib/i18n.ts'
import { useMyPlace } from '../../lib/my-place.ts'
import { useTRPC, type Outputs } from '../../lib/trpc.ts'
import classes from './home.module.css'
import { OwedTasks } from './owed-tasks.tsx'
import { PeopleArriving } from './people-arriving.tsx'
import { StuckPeople } from './stuck-people.tsx'

const route = getRouteApi('/o/$organisation/')

/** The wall calendar, what is owed this week, and everybody who arrives: one page that tells where everything stands. */
export function HomePage() {
  const language = useStaffLanguage()
  const trpc = useTRPC()
  const home = useQuery({
    ...trpc.plan.home.queryOptions({ language }),
    // Who is stuck shows without a reload.
    refetchInterval: 60_000,
  })
  const place = useMyPlace()
  const mayWrite = place !== undefined && can(place.role, 'plan.write')
  const greeting = useGreeting(place?.personName)
  return (
    <div className="page">
      <PageHead
        title={greeting}
        over={home.data && <Today date={home.data.today} />}
        actions={mayWrite && <NewPlanButton />}
      />
      {home.isPending && (
        <div className="card">
          <SkeletonRows rows={4} />
        </div>
      )}
      {home.isError && home.data === undefined && (
        <div className="card">
          <LoadError error={home.error} onRetry={() => void home.refetch()} />
        </div>
      )}
      {home.data !== undefined && (
        <>
          {mayWrite && <MailNotice />}
          <Rail home={home.data} />
          {home.data.plans.length === 0 ? (
            <FirstDay mayWrite={mayWrite} />
          ) : (
            <div className="grid">
              <div className={`stack g6 ${classes.side}`}>
                <StuckPeople people={home.data.stuck} />
                <OwedTasks tasks={home.data.owed} today={home.data.today} />
              </div>
              <PeopleArriving home={home.data} />
            </div>
          )}
        </>
      )}
    </div>
  )
}

function useGreeting(name: string | undefined): string {
  const { t } = useTranslation('home')
  const [hour] = useState(() => new Date().getHours())
  if (name === undefined) return t('title')
  return t(hour < 11 ? 'morning' : hour < 17 ? 'day' : 'evening', { name: firstName(name) })
}

function Today({ date }: { readonly date: string }) {
  const { t } = useTranslation('common')
  const language = useStaffLanguage()
  return (
    <span className="upper-first" style={{ display: 'block' }}>
      {longDay(date, language)}, {t('weekOf', { week: weekOf(date) })}
    </span>
  )
}

type Arrivals = Outputs['plan']['home']['rail']['arrivals']

/** A family that comes on the worker's own day needs no flag of its own. */
const isOwnDay = ({ kind, planId, date }: Arrivals[number], _index: number, all: Arrivals): boolean =>
  kind !== 'family-arrival' ||
  !all.some((other) => other.kind === 'arrival' && other.planId === planId && other.date === date)

function Rail({ home: { rail, today } }: { readonly home: Outputs['plan']['home'] }) {
  const { t } = useTranslation(['home', 'holiday'])
  const { organisation } = route.useParams()
  return (
    <WeekRail
      today={today}
      holidays={rail.holidays.map(({ date, key }) => ({ date, text: t(`holiday:${key}` as 'holiday:epiphany') }))}
      arrivals={rail.arrivals.filter(isOwnDay).map(({ date, planId, workerName, kind }) => ({
        key: `${planId}-${kind}`,
        date,
        text: t(kind === 'family-arrival' ? 'familyArrives' : 'arrives', { name: firstName(workerName) }),
        link: { organisation, planId },
      }))}
    />
  )
}

function FirstDay({ mayWrite }: { readonly mayWrite: boolean }) {
  const { t } = useTranslation('home')
  return (
    <section className="card">
      <StateCard title={t('empty.title')} text={mayWrite ? t('empty.text') : t('empty.buddyText')} />
      {mayWrite && (
        <>
          <ol className={classes.steps}>
            {(['one', 'two', 'three'] as const).map((step, index) => (
              <li key={step}>
                <b aria-hidden="true">{index + 1}</b>
                <p className="semi">{t(`empty.${step}`)}</p>
                <p className="xs ink3">{t(`empty.${step}Text`)}</p>
              </li>
            ))}
          </ol>
          <div className={classes.startNow}>
            <NewPlanButton variant="default" />
          </div>
        </>
      )}
    </section>
  )
}
