import type { CivilDate } from '@kase/shared/calendar/civil-date.ts'
import { Link } from '@tanstack/react-router'
import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { longDay, monthHeading } from '../lib/calendar-format.ts'
import { useStaffLanguage } from '../lib/i18n.ts'
import classes from './week-rail.module.css'
import { holidayRuns, placeLabels, railCalendar, type RailDay, type RailLabel } from './week-rail.layout.ts'

export interface RailArrival extends RailLabel {
  readonly key: string
  readonly link: { readonly organisation: string; readonly planId: string }
}

interface WeekRailProps {
  readonly today: CivilDate
  readonly weeks?: number
  /** Public holidays by name. */
  readonly holidays: readonly RailLabel[]
  readonly arrivals: readonly RailArrival[]
}

/** The wall calendar of the next weeks: week numbers, today, Sundays and holidays in red with their names, and who arrives. */
export function WeekRail({ today, weeks = 7, holidays, arrivals }: WeekRailProps) {
  const { t } = useTranslation('common')
  const language = useStaffLanguage()
  const calendar = railCalendar(today, weeks)
  const start = calendar.days[0]?.date ?? today
  const named = new Set(holidays.map((holiday) => holiday.date))
  const arriving = new Set(arrivals.map((arrival) => arrival.date))
  const labels = placeLabels([...holidayRuns(holidays), ...arrivals], start, weeks * 7)
  return (
    // A region that scrolls sideways must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={`card ${classes.rail}`} aria-label={t('rail.label', { count: weeks })} tabIndex={0}>
      <div className={classes.inner} style={{ '--rail-columns': weeks * 7 } as CSSProperties}>
        {calendar.weeks.map((week) => (
          <WeekHeading key={week.monday} column={week.column}>
            {t('week')} <b>{week.week}</b>
            {week.showsMonth && (
              <>
                <span className="sep" />
                <b>{monthHeading(week.monthOf, language)}</b>
              </>
            )}
          </WeekHeading>
        ))}
        {calendar.days.map((day) => (
          <time
            key={day.date}
            dateTime={day.date}
            aria-label={longDay(day.date, language)}
            aria-current={day.date === today ? 'date' : undefined}
            className={`${classes.day} ${dayClass(day, today, named, arriving)}`}
            style={{ gridColumn: day.column }}
          >
            {Number(day.date.slice(8))}
          </time>
        ))}
        {labels.map(({ label, from, to, lane }) => {
          const style = { gridColumn: `${from} / ${to + 1}`, gridRow: lane + 3 }
          return isArrival(label) ? (
            <Link
              key={label.key}
              to="/o/$organisation/plans/$planId"
              params={label.link}
              className={classes.arrival}
              style={style}
            >
              {label.text}
            </Link>
          ) : (
            <span key={label.date} className={classes.holiday} style={style}>
              {label.text}
            </span>
          )
        })}
      </div>
    </section>
  )
}

const isArrival = (label: RailLabel): label is RailArrival => 'link' in label

function WeekHeading({ column, children }: { readonly column: number; readonly children: React.ReactNode }) {
  return (
    <>
      <span className={classes.rule} style={{ gridColumn: column }} />
      <span className={classes.week} style={{ gridColumn: `${column} / span 7` }}>
        {children}
      </span>
    </>
  )
}

function dayClass(day: RailDay, today: CivilDate, holidays: Set<CivilDate>, arrivals: Set<CivilDate>): string {
  if (day.date === today) return classes.today ?? ''
  if (holidays.has(day.date)) return classes.holidayDay ?? ''
  if (arrivals.has(day.date)) return classes.arrivalDay ?? ''
  if (day.weekday === 7) return classes.red ?? ''
  return day.weekday === 6 ? (classes.weekend ?? '') : ''
}
