/** Days and times as their readers write them, in the calendar and the time zone of Finland. */
import type { Language } from '@kase/shared/locales.ts'
import { languageSetting } from '../../../typesetting/fonts/language-table.ts'
import { isolateDate } from './isolation.ts'

/** Digits as on Finnish forms and clocks, the Gregorian calendar whatever the language's own is. */
const locale = (language: Language): string => {
  const region = language === 'sv' ? 'sv-FI' : language === 'en' ? 'en-GB' : language
  return `${region}-u-ca-gregory-nu-latn`
}

const formats = new Map<string, Intl.DateTimeFormat>()

function format(language: Language, options: Intl.DateTimeFormatOptions, date: Date): string {
  const key = `${language} ${JSON.stringify(options)}`
  let formatter = formats.get(key)
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(locale(language), { timeZone: 'Europe/Helsinki', ...options })
    formats.set(key, formatter)
  }
  return formatter.format(date)
}

/** Noon in Finland, so that no time zone moves the day. */
const noon = (day: string): Date => new Date(`${day}T10:00:00Z`)

const figures = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number)
  return `${date}.${month}.${year}`
}

/** `11.1.2027` in every language: how the day stands on the worker's Finnish papers. */
export const shortDate = (day: string): string => isolateDate(figures(day))

/** Weekday and day: `maanantai 11.1.2027`, `Monday 11 January 2027`, with the first letter large where letters have size. */
export function longDate(language: Language, day: string): string {
  if (language === 'fi' || language === 'sv') {
    return isolateDate(capitalised(language, `${format(language, { weekday: 'long' }, noon(day))} ${figures(day)}`))
  }
  const parts = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const
  return isolateDate(capitalised(language, format(language, parts, noon(day))))
}

/** As `longDate`, for a narrow column: `ma 11.1.2027` in Finnish and Swedish. */
export function columnDate(language: Language, day: string): string {
  if (language !== 'fi' && language !== 'sv') return longDate(language, day)
  return isolateDate(`${format(language, { weekday: 'short' }, noon(day))} ${figures(day)}`)
}

/** A day of this year or the last: `ke 18. marraskuuta`. */
export const dayAndMonth = (language: Language, day: string): string =>
  isolateDate(format(language, { weekday: 'short', day: 'numeric', month: 'long' }, noon(day)))

/** `08:00` as `8.00` or `8:00`. */
export function clockTime(language: Language, time: string): string {
  const [hours = '0', minutes = '00'] = time.split(':')
  const separator = language === 'fi' || language === 'sv' ? '.' : ':'
  return isolateDate(`${Number(hours)}${separator}${minutes}`)
}

/** `2027-01-11, 08:00` */
const isoInFinland = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Helsinki',
  dateStyle: 'short',
  timeStyle: 'short',
  hourCycle: 'h23',
})

/** An instant in Finnish time: `11.1.2027 8.00`. */
export function dateAndClock(language: Language, instant: string): string {
  const [day = '', time = ''] = isoInFinland.format(new Date(instant)).split(', ')
  return `${shortDate(day)} ${clockTime(language, time)}`
}

function capitalised(language: Language, text: string): string {
  if (languageSetting(language).family !== 'Latin') return text
  return text.charAt(0).toUpperCase() + text.slice(1)
}
