import type { Language } from '../locales.ts'
import type { Figure } from '../templates/template.schema.ts'

/** Latin digits in every language: they must match what stands on the form and the door. */
export const numberLocale = (language: Language): string => `${language}-u-nu-latn`

const currency = { style: 'currency', currency: 'EUR', trailingZeroDisplay: 'stripIfInteger' } as const

const formats: Record<Exclude<Figure['unit'], 'clock'>, Intl.NumberFormatOptions> = {
  number: {},
  age: {},
  eur: currency,
  'eur-per-month': currency,
  'eur-per-day': currency,
  percent: { style: 'unit', unit: 'percent' },
  hour: { style: 'unit', unit: 'hour', unitDisplay: 'long' },
  day: { style: 'unit', unit: 'day', unitDisplay: 'long' },
  week: { style: 'unit', unit: 'week', unitDisplay: 'long' },
  month: { style: 'unit', unit: 'month', unitDisplay: 'long' },
  year: { style: 'unit', unit: 'year', unitDisplay: 'long' },
}

/** A figure as the reader's language writes it, with its unit or the number alone; a clock time as `9.30` in Finnish. */
export function formatFigure({ value, unit }: Figure, language: Language, { numberOnly = false } = {}): string {
  if (unit === 'clock')
    return typeof value === 'number'
      ? clock(value, language)
      : `${clock(value.from, language)}–${clock(value.to, language)}`
  const format = formatOf(numberOnly ? 'number' : unit, language)
  return typeof value === 'number'
    ? format.format(value)
    : `${formatOf('number', language).format(value.from)}–${format.format(value.to)}`
}

const made = new Map<string, Intl.NumberFormat>()

/** Making a format costs a thousand times what using it does. */
function formatOf(unit: keyof typeof formats, language: Language): Intl.NumberFormat {
  const key = `${language} ${unit}`
  const known = made.get(key)
  if (known) return known
  const format = new Intl.NumberFormat(numberLocale(language), formats[unit])
  made.set(key, format)
  return format
}

/** Hours with a fraction (9.5 is half past nine), on the 24-hour clock. */
function clock(hours: number, language: Language): string {
  const minutes = Math.round((hours % 1) * 60)
  const separator = language === 'fi' || language === 'sv' ? '.' : ':'
  return minutes === 0 && separator === '.'
    ? String(Math.floor(hours))
    : `${Math.floor(hours)}${separator}${String(minutes).padStart(2, '0')}`
}
