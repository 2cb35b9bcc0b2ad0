import type { CivilDate } from '@kase/shared/calendar/civil-date.ts'
import { finnishDay } from './civil-day.ts'
import type { StaffLanguage } from '@kase/shared/locales.ts'
import { formatWeekday, formatWeekdayDay } from '@kase/shared/text/format-date.ts'
import { intlTag } from './language.ts'

/** Days in words, weekday first: fi `ma 28.12.`, sv `mån 28 dec`, en `Mon 28 Dec`. The design's rule: no date without its weekday. */

const formats = new Map<string, Intl.DateTimeFormat>()

function format(language: StaffLanguage, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language}/${name}`
  let found = formats.get(key)
  if (found === undefined) {
    found = new Intl.DateTimeFormat(intlTag[language], { timeZone: 'UTC', ...options })
    formats.set(key, found)
  }
  return found
}

const atNoon = (date: CivilDate): Date => new Date(`${date}T12:00:00Z`)
const withoutDot = (text: string): string => text.replace(/\.$/, '')

/** `ma`, `mån`, `Mon`. */
export const weekdayShort = (date: CivilDate, language: StaffLanguage): string =>
  withoutDot(formatWeekday(date, language))

/** `28.12.` in Finnish, where the month is a number; `28` elsewhere. */
export function dayNumber(date: CivilDate, language: StaffLanguage): string {
  const day = Number(date.slice(8))
  return language === 'fi' ? `${day}.${Number(date.slice(5, 7))}.` : `${day}`
}

/** `Dec`, `dec`; Finnish has none beside the number. */
export const monthShort = (date: CivilDate, language: StaffLanguage): string =>
  language === 'fi' ? '' : monthHeading(date, language)

/** The month as a heading of the week rail: `joulu`, `dec`, `Dec`. */
export const monthHeading = (date: CivilDate, language: StaffLanguage): string =>
  withoutDot(format(language, 'month', { month: 'short' }).format(atNoon(date)))

/** `ma 28.12.`, `mån 28 dec.`, `Mon 28 Dec`; with the year on demand. */
export const shortDay = (date: CivilDate, language: StaffLanguage, withYear = false): string =>
  formatWeekdayDay(date, language, { year: withYear })

/** The day of an instant in Finland, written like `shortDay`. */
export const finnishShortDay = (instant: string, language: StaffLanguage, withYear = false): string =>
  shortDay(finnishDay(new Date(instant)), language, withYear)

/** `Monday 23 November`, `maanantai 23. marraskuuta`, `måndag 23 november`. */
export const longDay = (date: CivilDate, language: StaffLanguage): string =>
  format(language, 'long', { weekday: 'long', day: 'numeric', month: 'long' }).format(atNoon(date)).replace(',', '')

/** The clock time of an instant in Finland: `9:41`, `9.41`. */
export const clockTime = (instant: string, language: StaffLanguage): string =>
  format(language, 'clock', { timeZone: 'Europe/Helsinki', hour: 'numeric', minute: '2-digit' }).format(
    new Date(instant),
  )

/** `maanantai`, `Monday`. */
export const weekdayLong = (date: CivilDate, language: StaffLanguage): string => formatWeekday(date, language, 'long')
