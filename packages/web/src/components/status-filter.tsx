import { useTranslation } from 'react-i18next'
import { planStatuses, statusLooks, type PlanStatus } from './plan-status.tsx'
import classes from './status-filter.module.css'

interface StatusFilterProps {
  readonly value: PlanStatus | undefined
  readonly onChange: (status: PlanStatus | undefined) => void
  /** How many plans have each status, where that is known. */
  readonly counts?: Readonly<Record<PlanStatus, number>>
}

/** Chips that narrow a list of plans to one status; pressed again they let go. */
export function StatusFilter({ value, onChange, counts }: StatusFilterProps) {
  const { t } = useTranslation(['home', 'common'])
  const all = counts && Object.values(counts).reduce((sum, count) => sum + count, 0)
  return (
    <fieldset className={classes.filters} aria-label={t('filter')}>
      <button type="button" aria-pressed={value === undefined} onClick={() => onChange(undefined)}>
        {t('all')} {all !== undefined && <b>{all}</b>}
      </button>
      {planStatuses.map((status) => {
        const { icon: Picture } = statusLooks[status]
        return (
          <button
            key={status}
            type="button"
            aria-pressed={value === status}
            onClick={() => onChange(value === status ? undefined : status)}
          >
            <Picture size={16} aria-hidden />
            {t(`common:status.${status}`)} {counts && <b>{counts[status]}</b>}
          </button>
        )
      })}
    </fieldset>
  )
}
