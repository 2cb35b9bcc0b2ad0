import type { CivilDate } from '@kase/shared/calendar/civil-date.ts'
import { weekdayOf } from '../lib/civil-day.ts'
import { dayNumber, monthShort, shortDay, weekdayShort } from '../lib/calendar-format.ts'
import { useStaffLanguage } from '../lib/i18n.ts'
import classes from './when.module.css'

interface WhenProps {
  readonly date: CivilDate
  /** Name of the public holiday on that day: it stands under the date, in the wall calendar's red. */
  readonly holiday?: string | undefined
}

/** The date that leads a row: weekday first, the day large; Sundays and public holidays in red. */
export function When({ date, holiday }: WhenProps) {
  const language = useStaffLanguage()
  const isRed = holiday !== undefined || weekdayOf(date) === 7
  return (
    <time dateTime={date} className={`${classes.when} ${isRed ? classes.red : ''}`}>
      <span className={classes.weekday}>{weekdayShort(date, language)} </span>
      <span className={classes.day}>
        {dayNumber(date, language)}
        <small>{monthShort(date, language)}</small>
      </span>
      {holiday !== undefined && <span className={classes.holiday}>{holiday}</span>}
    </time>
  )
}

interface DayProps {
  readonly date: CivilDate
  readonly isHoliday?: boolean
  readonly tone?: 'plain' | 'late' | 'quiet'
}

/** A date inside a table row: weekday, day and month in columns of their own, so that rows line up. */
export function Day({ date, isHoliday = false, tone = 'plain' }: DayProps) {
  const language = useStaffLanguage()
  const colour =
    tone === 'late' ? classes.toneLate : tone === 'quiet' ? classes.toneQuiet : isHoliday ? classes.toneRed : ''
  return (
    <time dateTime={date} className={`${classes.inline} ${language === 'fi' ? classes.inlineFi : ''} ${colour}`}>
      <span>{weekdayShort(date, language)} </span>
      <b>{dayNumber(date, language)}</b>
      {language !== 'fi' && <span> {monthShort(date, language)}</span>}
    </time>
  )
}

/** A date in running text. */
export function DayText({ date, withYear = false }: { readonly date: CivilDate; readonly withYear?: boolean }) {
  return <time dateTime={date}>{shortDay(date, useStaffLanguage(), withYear)}</time>
}
