import Holidays from 'date-holidays'
import type { CivilDate } from './civil-date.ts'
import type { HolidayCalendar } from './due-rule.ts'

/**
 * Finnish public holidays and the eves on which offices are closed as a rule, from the library date-holidays. The keys name
 * the holiday in the catalogues (`holiday.<key>`).
 */

const library = new Holidays('FI')
const years = new Map<number, Map<CivilDate, string>>()

/** The library names holidays by their rule; these are the ones on which offices and shops shut. */
const keys: Record<string, string> = {
  '01-01': 'new-year',
  '01-06': 'epiphany',
  'easter -2': 'good-friday',
  easter: 'easter',
  'easter 1': 'easter-monday',
  '05-01': 'may-day',
  'easter 39': 'ascension',
  'easter 49': 'pentecost',
  '12-06': 'independence-day',
  '12-24': 'christmas-eve',
  '12-25': 'christmas',
  '12-26': 'st-stephen',
}

function holidaysOf(year: number): Map<CivilDate, string> {
  const known = years.get(year)
  if (known) return known
  const days = new Map<CivilDate, string>()
  for (const { date, rule } of library.getHolidays(year)) {
    const key = keys[rule] ?? movingHoliday(rule)
    if (key) days.set(date.slice(0, 10), key)
  }
  years.set(year, days)
  return days
}

/** Midsummer and All Saints' Day move within a week, and the library's rules for them say so in words. */
function movingHoliday(rule: string): string | undefined {
  if (/friday after 06-19/i.test(rule)) return 'midsummer-eve'
  if (/saturday after 06-20/i.test(rule)) return 'midsummer'
  return /saturday after 10-31/i.test(rule) ? 'all-saints' : undefined
}

export const finnishHolidays: HolidayCalendar = {
  holidayOn: (date) => holidaysOf(Number(date.slice(0, 4))).get(date),
}

/** The holidays from one day to another, both included, in order: for week rails and lists. */
export function holidaysBetween(from: CivilDate, to: CivilDate): { readonly date: CivilDate; readonly key: string }[] {
  const found: { date: CivilDate; key: string }[] = []
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1)
    for (const [date, key] of holidaysOf(year)) if (date >= from && date <= to) found.push({ date, key })
  return found.toSorted((a, b) => (a.date < b.date ? -1 : 1))
}
