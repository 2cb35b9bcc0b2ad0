import { finnishDay, weekdayOf } from '../calendar/civil-date.ts'
import { finnishHolidays } from '../calendar/finnish-holidays.ts'
import type { Language } from '../locales.ts'
import { formatWeekday } from '../text/format-date.ts'
import type { Opening } from './place.schema.ts'

/** When a place is open, told for a reader standing before its door in Finland. */

export interface HoursRow {
  /** Weekdays 1 to 7 that follow one another. */
  readonly from: number
  readonly to: number
  /** `9:00–12:00`; empty when closed. */
  readonly times: readonly string[]
}

export type OpenState = 'open' | 'closed-now' | 'closed-today'

/** Opening hours by runs of equal days, Monday first, closed days included. */
export function hoursRows(hours: readonly Opening[]): HoursRow[] {
  const rows: HoursRow[] = []
  for (let day = 1; day <= 7; day += 1) {
    const times = openingsOn(hours, day).map(({ from, to }) => `${plainClock(from)}–${plainClock(to)}`)
    const last = rows.at(-1)
    if (last && last.times.join() === times.join()) rows[rows.length - 1] = { ...last, to: day }
    else rows.push({ from: day, to: day, times })
  }
  return rows
}

/** Whether a place is open at an instant, by Finnish time; public holidays count as closed days. */
export function openState(hours: readonly Opening[], at: Date): OpenState {
  const today = finnishDay(at)
  const openings = finnishHolidays.holidayOn(today) === undefined ? openingsOn(hours, weekdayOf(today)) : []
  if (openings.length === 0) return 'closed-today'
  const now = finnishClock(at)
  return openings.some(({ from, to }) => from <= now && now < to) ? 'open' : 'closed-now'
}

/** Weekday 1 (Monday) to 7 in words. */
export const weekdayWord = (weekday: number, language: Language, width: 'short' | 'long' = 'long'): string =>
  formatWeekday(`2024-01-0${weekday}`, language, width)

/** The hours in one line: `ma–to 9–12, pe suljettu`. Closed days at the end of the week are left out. */
export function hoursLine(hours: readonly Opening[], language: Language, closed: string): string {
  return hoursRows(hours)
    .filter((row) => row.times.length > 0 || row.from <= 5)
    .map(({ from, to, times }) => {
      const last = times.length === 0 ? Math.min(to, 5) : to
      const days = from === last ? weekdayWord(from, language, 'short') : runOfDays(from, last, language)
      return `${days} ${times.length === 0 ? closed : times.map((time) => time.replaceAll(':00', '')).join(', ')}`
    })
    .join(', ')
}

const runOfDays = (from: number, to: number, language: Language): string =>
  `${weekdayWord(from, language, 'short')}–${weekdayWord(to, language, 'short')}`

const openingsOn = (hours: readonly Opening[], day: number): Opening[] =>
  hours.filter(({ days }) => days.includes(day)).toSorted((a, b) => (a.from < b.from ? -1 : 1))

const plainClock = (clock: string): string => clock.replace(/^0(\d)/, '$1')

const clockFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Helsinki',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})
const finnishClock = (at: Date): string => clockFormat.format(at)
