import type { CivilDate } from '@kase/shared/calendar/civil-date.ts'
import { addDays, daysBetween, mondayOf, weekOf, weekdayOf } from '../lib/civil-day.ts'

/** Where things stand on the week rail: columns are days from the Monday of the first week, rows are lanes of labels. */

export interface RailLabel {
  readonly date: CivilDate
  readonly text: string
}

export interface PlacedLabel<T extends RailLabel> {
  readonly label: T
  /** First and last column, from 1. */
  readonly from: number
  readonly to: number
  /** From 0. */
  readonly lane: number
}

export interface RailDay {
  readonly date: CivilDate
  readonly column: number
  readonly weekday: number
}

export interface RailWeek {
  readonly week: number
  readonly monday: CivilDate
  readonly column: number
  /** Whether a month begins in this week, or the rail does: then its name stands beside the number. */
  readonly showsMonth: boolean
  /** The day whose month is named. */
  readonly monthOf: CivilDate
}

/** The days and weeks that a rail of `weeks` weeks shows, beginning with the week of `today`. */
export function railCalendar(today: CivilDate, weeks: number): { days: RailDay[]; weeks: RailWeek[] } {
  const start = mondayOf(today)
  const days = Array.from({ length: weeks * 7 }, (_, index) => {
    const date = addDays(start, index)
    return { date, column: index + 1, weekday: weekdayOf(date) }
  })
  return {
    days,
    weeks: Array.from({ length: weeks }, (_, index) => {
      const monday = addDays(start, index * 7)
      const sunday = addDays(monday, 6)
      const begins = monday.slice(8) === '01' || monday.slice(0, 7) !== sunday.slice(0, 7)
      return {
        week: weekOf(monday),
        monday,
        column: index * 7 + 1,
        showsMonth: index === 0 || begins,
        monthOf: begins ? sunday : monday,
      }
    }),
  }
}

/** Joins public holidays on days in a row into one label, so that Christmas does not need three lanes. */
export function holidayRuns(holidays: readonly RailLabel[]): RailLabel[] {
  const runs: { date: CivilDate; last: CivilDate; text: string }[] = []
  for (const { date, text } of [...holidays].sort((one, other) => one.date.localeCompare(other.date))) {
    const run = runs.at(-1)
    if (run && addDays(run.last, 1) === date) {
      run.last = date
      run.text = `${run.text} · ${text}`
    } else runs.push({ date, last: date, text })
  }
  return runs.map(({ date, text }) => ({ date, text }))
}

/** Gives every label on the rail the first lane in which it overlaps nobody; labels outside of the rail are left out. */
export function placeLabels<T extends RailLabel>(
  labels: readonly T[],
  start: CivilDate,
  columns: number,
): PlacedLabel<T>[] {
  const ends: number[] = []
  const placed: PlacedLabel<T>[] = []
  for (const label of [...labels].sort((one, other) => one.date.localeCompare(other.date))) {
    const day = daysBetween(start, label.date) + 1
    if (day < 1 || day > columns) continue
    const width = Math.min(columns, Math.ceil((label.text.length * 6 + 18) / 24))
    const from = Math.max(1, Math.min(day, columns - width + 1))
    const found = ends.findIndex((end) => end < from)
    const lane = found === -1 ? ends.length : found
    ends[lane] = from + width - 1
    placed.push({ label, from, to: from + width - 1, lane })
  }
  return placed
}
