import { z } from 'zod'
import { anchors, type Anchor } from '../facts/facts.schema.ts'
import { addDays, addMonths, weekdayOf, type CivilDate } from './civil-date.ts'

/** Due rules: an anchor of the plan plus an offset, rolled to a working day if the rule says so (PRODUCT §3). */

const amount = z.int().min(0).max(730)
const offsetSchema = z.union([
  z.strictObject({ days: amount }),
  z.strictObject({ 'working-days': amount }),
  z.strictObject({ weeks: z.int().min(0).max(104) }),
  z.strictObject({ months: z.int().min(0).max(60) }),
])
export type Offset = z.infer<typeof offsetSchema>

const base = { anchor: z.enum(anchors), roll: z.enum(['none', 'forward', 'back']).default('none') }
export const dueRuleSchema = z.union([
  z.strictObject({ ...base, after: offsetSchema }),
  z.strictObject({ ...base, before: offsetSchema }),
])
export type DueRule = z.infer<typeof dueRuleSchema>

/** Names of the public holidays of a country by day; absent for a day that is none. */
export interface HolidayCalendar {
  /** The holiday's catalogue key (`independence-day`), or undefined on an ordinary day. */
  holidayOn(date: CivilDate): string | undefined
}

export type DueDate =
  | {
      readonly kind: 'dated'
      readonly date: CivilDate
      /** The day before rolling, where rolling moved it. */ readonly rolledFrom?: CivilDate
    }
  | { readonly kind: 'waits'; readonly anchor: Anchor }

export const isWorkingDay = (date: CivilDate, calendar: HolidayCalendar): boolean =>
  weekdayOf(date) <= 5 && calendar.holidayOn(date) === undefined

/**
 * The day a rule means for the known dates of a plan; without its anchor the rule waits for it. A rolled day never crosses
 * the anchor: where the direction of the roll would, it rolls the other way, so `before` stays before and `after` after.
 */
export function resolveDue(
  rule: DueRule,
  dates: Partial<Record<Anchor, CivilDate | undefined>>,
  calendar: HolidayCalendar,
): DueDate {
  const anchor = dates[rule.anchor]
  if (anchor === undefined) return { kind: 'waits', anchor: rule.anchor }
  const sign = 'before' in rule ? -1 : 1
  const raw = offsetFrom(anchor, 'before' in rule ? rule.before : rule.after, sign, calendar)
  const date = roll(raw, { direction: rule.roll, anchor, sign }, calendar)
  return date === raw ? { kind: 'dated', date } : { kind: 'dated', date, rolledFrom: raw }
}

function offsetFrom(anchor: CivilDate, offset: Offset, sign: 1 | -1, calendar: HolidayCalendar): CivilDate {
  if ('days' in offset) return addDays(anchor, sign * offset.days)
  if ('weeks' in offset) return addDays(anchor, sign * offset.weeks * 7)
  if ('months' in offset) return addMonths(anchor, sign * offset.months)
  let date = anchor
  for (let left = offset['working-days']; left > 0; left -= 1)
    date = nextWorkingDay(addDays(date, sign), sign, calendar)
  return date
}

function nextWorkingDay(from: CivilDate, step: 1 | -1, calendar: HolidayCalendar): CivilDate {
  let date = from
  while (!isWorkingDay(date, calendar)) date = addDays(date, step)
  return date
}

interface Roll {
  readonly direction: 'none' | 'forward' | 'back'
  readonly anchor: CivilDate
  readonly sign: 1 | -1
}

function roll(raw: CivilDate, { direction, anchor, sign }: Roll, calendar: HolidayCalendar): CivilDate {
  if (direction === 'none' || isWorkingDay(raw, calendar)) return raw
  const step = direction === 'forward' ? 1 : -1
  const rolled = nextWorkingDay(raw, step, calendar)
  const crosses = sign === 1 ? rolled < anchor : rolled > anchor
  return crosses ? nextWorkingDay(raw, step === 1 ? -1 : 1, calendar) : rolled
}
