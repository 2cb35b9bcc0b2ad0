import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'

/** Days of the calendar without a time or a zone, kept as ISO 8601 strings (`2026-12-28`), which also sort by date. */
export type CivilDate = string

const dayMs = 86_400_000

const isCivilDate = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' })
    return true
  } catch {
    return false
  }
}

/** A day between 1990 and 2100 that exists (31 February does not). */
export const civilDateSchema = z
  .string()
  .refine(isCivilDate, { error: 'no-such-date' })
  .refine((date) => date >= '1990-01-01' && date <= '2100-12-31', { error: 'date-out-of-range' })

// A page of a plan asks for a hundred of these: days of 86,400 seconds in UTC cost a tenth of what Temporal's polyfill does.
export const addDays = (date: CivilDate, days: number): CivilDate =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)

/** Adds months; a day that the target month lacks becomes its last (31 January + 1 month = 28 or 29 February). */
export const addMonths = (date: CivilDate, months: number): CivilDate =>
  Temporal.PlainDate.from(date).add({ months }, { overflow: 'constrain' }).toString()

/** Days from `from` to `to`; negative when `to` comes first. */
export const daysBetween = (from: CivilDate, to: CivilDate): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days

/** 1 (Monday) to 7 (Sunday). */
export const weekdayOf = (date: CivilDate): number => Temporal.PlainDate.from(date).dayOfWeek

/** ISO 8601 week number, the one that Finnish calendars print. */
export const weekOf = (date: CivilDate): number => Temporal.PlainDate.from(date).weekOfYear ?? 0

/** The Monday of the date's week. */
export const mondayOf = (date: CivilDate): CivilDate => addDays(date, 1 - weekdayOf(date))

/** The instant at which a day begins in Finland, summer time known. */
export const finnishMidnight = (date: CivilDate): Date =>
  new Date(Temporal.PlainDate.from(date).toZonedDateTime('Europe/Helsinki').epochMilliseconds)

// Swedish writes days as ISO 8601 does.
const inFinland = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Helsinki' })

/** The calendar day of an instant in Finland, where every office of a plan is. */
export const finnishDay = (instant: Date): CivilDate => inFinland.format(instant)
