import { daysBetween, finnishDay, type CivilDate } from '@kase/shared/calendar/civil-date.ts'
import type { WorkerWords } from '@kase/shared/i18n/worker/worker-texts.ts'
import type { Language } from '@kase/shared/locales.ts'

/** Days as the page shows them: Gregorian, Latin digits, weekday and date formatted apart so that neither inflects the other. */

const formats = new Map<string, Intl.DateTimeFormat>()

function format(language: Language, options: Intl.DateTimeFormatOptions, at: Date): string {
  const key = `${language} ${JSON.stringify(options)}`
  let made = formats.get(key)
  if (!made) {
    const region = language === 'en' ? 'en-GB' : language === 'sv' ? 'sv-FI' : language
    made = new Intl.DateTimeFormat(`${region}-u-ca-gregory-nu-latn-hc-h23`, { timeZone: 'UTC', ...options })
    formats.set(key, made)
  }
  return made.format(at)
}

const noon = (day: CivilDate): Date => new Date(`${day}T12:00:00Z`)

const capital = (text: string, language: Language): string => text.charAt(0).toLocaleUpperCase(language) + text.slice(1)

const comma = (language: Language): string =>
  language === 'ar' || language === 'fa' || language === 'ckb' ? '، ' : language === 'zh-Hans' ? ' ' : ', '

/** The pieces of the calendar leaf: `Mon`, `11`, `Jan`. */
export const leafParts = (day: CivilDate, language: Language) => ({
  weekday: format(language, { weekday: 'short' }, noon(day)),
  day: String(Number(day.slice(8))),
  month: format(language, { month: language === 'fi' || language === 'vi' ? 'numeric' : 'short' }, noon(day)),
})

/** `Tuesday`, for the start of a line. */
export const weekdayName = (day: CivilDate, language: Language): string =>
  capital(format(language, { weekday: 'long' }, noon(day)), language)

const dayAndMonth = (day: CivilDate, language: Language): string =>
  language === 'fi'
    ? `${Number(day.slice(8))}.${Number(day.slice(5, 7))}.`
    : format(language, { day: 'numeric', month: 'long' }, noon(day))

/** `Tue, 12 January` within a line. */
export const shortDay = (day: CivilDate, language: Language): string =>
  `${format(language, { weekday: 'short' }, noon(day))}${comma(language)}${dayAndMonth(day, language)}`

/** `Tuesday, 12 January` as read to the blind. */
export const spokenDay = (day: CivilDate, language: Language): string =>
  `${format(language, { weekday: 'long' }, noon(day))}${comma(language)}${dayAndMonth(day, language)}`

/** `12 January 2027`; in Finnish in figures, because the long form comes inflected. */
export const fullDate = (day: CivilDate, language: Language): string =>
  language === 'fi'
    ? `${dayAndMonth(day, language)}${day.slice(0, 4)}`
    : format(language, { day: 'numeric', month: 'long', year: 'numeric' }, noon(day))

/** `Tuesday, 12 January 2027` with a capital. */
export const longDay = (day: CivilDate, language: Language): string =>
  `${weekdayName(day, language)}${comma(language)}${fullDate(day, language)}`

/** The day as it stands on Finnish and Swedish papers: `ti 12.1.2027`. */
export function officialDay(day: CivilDate, language: 'fi' | 'sv'): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return `${format(language, { weekday: 'short' }, noon(day))} ${Number(date)}.${Number(month)}.${year}`
}

/** `Friday, 8 January, 14:05` in Finnish time. */
export function dayAndTime(at: Date, language: Language): string {
  const time = format(language, { timeZone: 'Europe/Helsinki', hour: '2-digit', minute: '2-digit' }, at)
  return `${shortDay(finnishDay(at), language)}${comma(language)}${time}`
}

/** `in 4 days`, `tomorrow`, `3 days ago`. */
export function fromToday(day: CivilDate, today: CivilDate, { t, count }: WorkerWords): string {
  const days = daysBetween(today, day)
  if (days === 0) return t('plan.today')
  if (days === 1) return t('plan.tomorrow')
  if (days === -1) return t('plan.yesterday')
  return days > 0 ? count('plan.inDays', days) : count('plan.daysAgo', -days)
}
