import type { CivilDate } from '@kase/shared/calendar/civil-date.ts'

/**
 * What screens need to know of a day, in plain UTC arithmetic. The rules count with @kase/shared/calendar/civil-date.ts; it
 * brings a calendar polyfill and a validator, 38 kB that the first screen need not wait for. A test holds the two together.
 */

const dayInMilliseconds = 86_400_000

const toTime = (date: CivilDate): number => Date.parse(`${date}T00:00:00Z`)
const toDate = (time: number): CivilDate => new Date(time).toISOString().slice(0, 10)

export const addDays = (date: CivilDate, days: number): CivilDate => toDate(toTime(date) + days * dayInMilliseconds)

/** Days from `from` to `to`; negative when `to` comes first. */
export const daysBetween = (from: CivilDate, to: CivilDate): number => (toTime(to) - toTime(from)) / dayInMilliseconds

/** 1 (Monday) to 7 (Sunday). */
export const weekdayOf = (date: CivilDate): number => new Date(toTime(date)).getUTCDay() || 7

/** The Monday of the date's week. */
export const mondayOf = (date: CivilDate): CivilDate => addDays(date, 1 - weekdayOf(date))

/** ISO 8601 week number: a week belongs to the year that its Thursday is in. */
export function weekOf(date: CivilDate): number {
  const thursday = addDays(mondayOf(date), 3)
  return Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7) + 1
}

const inFinland = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Helsinki' })

/** The calendar day of an instant in Finland, where every office of a plan is. */
export const finnishDay = (instant: Date): CivilDate => inFinland.format(instant)
