import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PlanRow } from '../../components/plan-row.tsx'
import type { PlanStatus } from '../../components/plan-status.tsx'
import { StatusFilter } from '../../components/status-filter.tsx'
import type { Outputs } from '../../lib/trpc.ts'
import classes from './home.module.css'

type Home = Outputs['plan']['home']

const route = getRouteApi('/o/$organisation/')

/** What needs somebody comes first; what goes by itself comes last. */
const urgency: readonly PlanStatus[] = ['overdue', 'at-risk', 'opened', 'sent', 'draft', 'on-track', 'ready']

/** Every plan with its state; chips narrow the list to one. */
export function PeopleArriving({ home }: { readonly home: Home }) {
  const { t } = useTranslation(['home', 'holiday'])
  const { organisation } = route.useParams()
  const [status, setStatus] = useState<PlanStatus>()
  const plans = home.plans
    .filter((plan) => status === undefined || plan.status === status)
    .toSorted(
      (one, other) =>
        urgency.indexOf(one.status) - urgency.indexOf(other.status) ||
        (one.startsOn ?? '9999').localeCompare(other.startsOn ?? '9999'),
    )
  const holidays = new Map(home.rail.holidays.map(({ date, key }) => [date, key]))
  return (
    <section className={`card ${classes.people}`} aria-labelledby="people">
      <div className="card-head">
        <h2 id="people">{t('people')}</h2>
        <span className={classes.sortNote}>{t('sortNote')}</span>
      </div>
      <StatusFilter value={status} onChange={setStatus} counts={home.counts} />
      {plans.length === 0 && (
        <p className="card-body sm ink3" aria-live="polite">
          {t('noneWithStatus')}
        </p>
      )}
      <ul className="rows">
        {plans.map((plan) => {
          const holiday = plan.startsOn === null ? undefined : holidays.get(plan.startsOn)
          return (
            <PlanRow
              key={plan.id}
              plan={plan}
              organisation={organisation}
              today={home.today}
              holiday={holiday === undefined ? undefined : t(`holiday:${holiday}` as 'holiday:epiphany')}
            />
          )
        })}
      </ul>
    </section>
  )
}
