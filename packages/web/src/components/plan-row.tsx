import type { CivilDate } from '@kase/shared/calendar/civil-date.ts'
import { Checkbox } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { finnishShortDay } from '../lib/calendar-format.ts'
import { useStaffLanguage } from '../lib/i18n.ts'
import { languageName } from '../lib/language.ts'
import type { Outputs } from '../lib/trpc.ts'
import { useArrivalText } from '../lib/arrival-text.ts'
import classes from './plan-row.module.css'
import { StatusBadge, StatusLadder } from './plan-status.tsx'
import { When } from './when.tsx'

type PlanSummary = Outputs['plan']['home']['plans'][number]

interface PlanRowProps {
  readonly plan: PlanSummary
  readonly organisation: string
  readonly today: CivilDate
  /** Name of the public holiday on the day of arrival. */
  readonly holiday?: string | undefined
  /** Where rows can be chosen for something that is done with several. */
  readonly choice?: { readonly isChosen: boolean; readonly onToggle: () => void } | undefined
}

/** A plan as a row of a list: when, who, how far, what next. A draft leads to its check, the rest to the plan. */
export function PlanRow({ plan, organisation, today, holiday, choice }: PlanRowProps) {
  const { t } = useTranslation(['plans', 'common', 'batch'])
  const language = useStaffLanguage()
  const arrivalText = useArrivalText()
  const to = plan.status === 'draft' ? '/o/$organisation/plans/$planId/check' : '/o/$organisation/plans/$planId'
  return (
    <li className={choice === undefined ? undefined : classes.choosable}>
      {choice !== undefined && (
        <Checkbox
          className={classes.choice}
          size="md"
          aria-label={t('batch:choose', { name: plan.workerName })}
          checked={choice.isChosen}
          onChange={choice.onToggle}
        />
      )}
      <Link to={to} params={{ organisation, planId: plan.id }} className={classes.row}>
        {plan.startsOn === null ? (
          <span className={classes.undated}>{t('noStart')}</span>
        ) : (
          <When date={plan.startsOn} holiday={holiday} />
        )}
        <span>
          <span className={classes.name}>{plan.workerName}</span>
          <span className="vh">, </span>
          <span className={classes.meta} style={{ display: 'block' }}>
            {plan.job !== null && (
              <>
                {plan.job}
                <span className="sep" />
              </>
            )}
            <span className={plan.job === null ? 'upper-first' : undefined}>
              {languageName(plan.language, language)}
            </span>
          </span>
          <span className={classes.meta} style={{ display: 'block' }}>
            {arrivalText(plan, today)}
          </span>
        </span>
        <span className={classes.state}>
          <StatusBadge status={plan.status} />
          <StatusLadder status={plan.status} />
        </span>
        <NextStep plan={plan} />
        <IconChevronRight size={18} className={classes.chevron} aria-hidden />
      </Link>
    </li>
  )
}

function NextStep({ plan }: { readonly plan: PlanSummary }) {
  const { t } = useTranslation(['plans', 'common'])
  const language = useStaffLanguage()
  const day = (instant: string | null) => (instant === null ? '' : finnishShortDay(instant, language))
  const says = () => {
    switch (plan.status) {
      case 'draft':
        return t('notSent')
      case 'sent':
        return t('notOpened', { date: day(plan.launchedAt) })
      case 'opened':
        return t('openedOn', { date: day(plan.openedAt) })
      case 'overdue':
        return t('overdue', { count: plan.overdue })
      case 'at-risk':
        return t('waiting', { count: plan.waiting })
      case 'on-track':
        return plan.nextTask === null ? '' : t('next', { task: plan.nextTask.title })
      case 'ready':
        return t('finished')
    }
  }
  const tone = plan.status === 'overdue' ? 'late' : plan.status === 'at-risk' ? 'soon' : undefined
  return (
    <span className={classes.next}>
      <span className={tone}>
        {[says(), plan.questions > 0 && t('questions', { count: plan.questions })].filter(Boolean).join(', ')}
      </span>
      <small>
        {plan.status === 'draft'
          ? t('common:tasks', { count: plan.total })
          : t('common:doneOf', { done: plan.done, total: plan.total })}
      </small>
    </span>
  )
}
