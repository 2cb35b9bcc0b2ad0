import type { CivilDate } from '@kase/shared/calendar/civil-date.ts'
import { daysBetween } from '../lib/civil-day.ts'
import { useTranslation } from 'react-i18next'
import { DayText } from './when.tsx'

interface DueTextProps {
  readonly date: CivilDate
  readonly today: CivilDate
  readonly isDone?: boolean
}

/** When something is due: today and tomorrow by name, a passed day with how long it is late. */
export function DueText({ date, today, isDone = false }: DueTextProps) {
  const { t } = useTranslation('common')
  const days = daysBetween(today, date)
  if (isDone) return <DayText date={date} />
  if (days === 0) return <span className="soon">{t('today')}</span>
  if (days === 1) return <span>{t('tomorrow')}</span>
  if (days > 1) return <DayText date={date} />
  return (
    <span className="late">
      <DayText date={date} />, {t('daysLate', { count: -days })}
    </span>
  )
}
