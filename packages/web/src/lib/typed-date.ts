import type { CivilDate } from '@kase/shared/calendar/civil-date.ts'

/**
 * The day that somebody typed: `28.12.2026`, `28.12.26`, `28/12`, `2026-12-28`, with a weekday before it or not. Without a
 * year the next such day counts, from `now` on. Undefined for anything that is no day (31 February).
 */
export function parseTypedDate(text: string, now: Date): CivilDate | undefined {
  const iso = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*$/.exec(text)
  if (iso) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const typed = /(?:^|[^\d])(\d{1,2})\s*[./-]\s*(\d{1,2})(?:\s*[./-]\s*(\d{4}|\d{2})?)?\s*$/.exec(text)
  if (!typed) return undefined
  const [dayOfMonth, month, year] = [Number(typed[1]), Number(typed[2]), typed[3]]
  if (year !== undefined) return day(year.length === 2 ? 2000 + Number(year) : Number(year), month, dayOfMonth)
  const today = now.toISOString().slice(0, 10)
  const thisYear = day(now.getUTCFullYear(), month, dayOfMonth)
  return thisYear !== undefined && thisYear >= today ? thisYear : day(now.getUTCFullYear() + 1, month, dayOfMonth)
}

function day(year: number, month: number, dayOfMonth: number): CivilDate | undefined {
  const date = new Date(Date.UTC(year, month - 1, dayOfMonth))
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === dayOfMonth
  return exists && year >= 1990 && year <= 2100 ? date.toISOString().slice(0, 10) : undefined
}
