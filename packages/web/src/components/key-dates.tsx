import type { CivilDate } from '@kase/shared/calendar/civil-date.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { DayText } from './when.tsx'
import classes from './key-dates.module.css'

export interface KeyDate {
  readonly key: string
  readonly label: string
  readonly date: CivilDate
  /** Name of the public holiday on that day. */
  readonly holiday?: string | undefined
  /** What can be done with the date: a small button under it. */
  readonly action?: ReactNode
}

interface KeyDatesProps {
  readonly dates: readonly KeyDate[]
  readonly today: CivilDate
  /** Dates that are not known yet; they stand last. */
  readonly unknown?: readonly Omit<KeyDate, 'date' | 'holiday'>[]
}

/** The key dates of a plan in order, with today among them: what has passed is filled, what comes is open. */
export function KeyDates({ dates, today, unknown = [] }: KeyDatesProps) {
  const { t } = useTranslation('common')
  const isToday = dates.some((entry) => entry.date === today)
  const entries = isToday ? dates : [...dates, { key: 'today', label: t('today'), date: today }]
  const thisYear = today.slice(0, 4)
  return (
    // A list that scrolls sideways must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <ol className={`card ${classes.dates}`} aria-label={t('keyDates')} tabIndex={0}>
      {[...entries]
        .sort((one, other) => one.date.localeCompare(other.date))
        .map((entry) => (
          <li
            key={entry.key}
            className={`${classes.date} ${entry.date === today ? classes.now : entry.date < today ? classes.past : ''}`}
            aria-current={entry.date === today ? 'date' : undefined}
          >
            <small>{entry.label}</small>
            <b>
              <DayText date={entry.date} withYear={entry.date.slice(0, 4) > thisYear} />
            </b>
            {'holiday' in entry && entry.holiday !== undefined && <small className="hol">{entry.holiday}</small>}
            {'action' in entry && entry.action}
          </li>
        ))}
      {unknown.map(({ key, label, action }) => (
        <li key={key} className={`${classes.date} ${classes.unknown}`}>
          <small>{label}</small>
          {action}
        </li>
      ))}
    </ol>
  )
}
