import type { CivilDate } from '../calendar/civil-date.ts'
import type { Language } from '../locales.ts'

/**
 * Days and times as readers of a language write them: Gregorian, Latin digits, 24-hour clock, so that they match the door and
 * the form (`Mon 28 Dec`, Finnish `ma 28.12.`). Weekday and date are formatted apart: together, some languages inflect them.
 */

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(options)}`
  let format = formats.get(key)
  if (!format) {
    const locale = language === 'en' ? 'en-GB' : language
    format = new Intl.DateTimeFormat(`${locale}-u-ca-gregory-nu-latn-hc-h23`, { timeZone: 'UTC', ...options })
    formats.set(key, format)
  }
  return format
}

const noon = (date: CivilDate): Date => new Date(`${date}T12:00:00Z`)

export const formatWeekday = (date: CivilDate, language: Language, width: 'short' | 'long' = 'short'): string =>
  formatOf(language, { weekday: width }).format(noon(date))

/** Day and month, and the year where it is asked for: `28 Dec`, `28.12.`, `28 Dec 2026`. */
export function formatDay(date: CivilDate, language: Language, { year = false } = {}): string {
  const isNumeric = language === 'fi'
  return formatOf(language, {
    day: 'numeric',
    month: isNumeric ? 'numeric' : 'short',
    ...(year && { year: 'numeric' }),
  }).format(noon(date))
}

/** Weekday and day: `Mon 28 Dec`, `ma 28.12.` */
export const formatWeekdayDay = (date: CivilDate, language: Language, options: { year?: boolean } = {}): string =>
  `${formatWeekday(date, language)} ${formatDay(date, language, options)}`
