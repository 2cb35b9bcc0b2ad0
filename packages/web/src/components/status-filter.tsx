import { useTranslation } from 'react-i18next'
import { FilterChips } from './filter-chips.tsx'
import { planStatuses, statusLooks, type PlanStatus } from './plan-status.tsx'

interface StatusFilterProps {
  readonly value: PlanStatus | undefined
  readonly onChange: (status: PlanStatus | undefined) => void
  /** How many plans have each status, where that is known. */
  readonly counts?: Readonly<Record<PlanStatus, number>>
}

/** Narrows a list of plans to one status. */
export function StatusFilter({ value, onChange, counts }: StatusFilterProps) {
  const { t } = useTranslation(['home', 'common'])
  const all = counts && Object.values(counts).reduce((sum, count) => sum + count, 0)
  return (
    <FilterChips
      label={t('filter')}
      all={{ label: t('all'), count: all }}
      chips={planStatuses.map((status) => ({
        value: status,
        label: t(`common:status.${status}`),
        icon: statusLooks[status].icon,
        count: counts?.[status],
      }))}
      value={value}
      onChange={onChange}
    />
  )
}
