import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anchors } from '../facts/facts.schema.ts'
import { addDays, addMonths, daysBetween } from './civil-date.ts'
import { dueRuleSchema, isWorkingDay, resolveDue } from './due-rule.ts'
import { finnishHolidays, holidaysBetween } from './finnish-holidays.ts'

const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const offset = fc.oneof(
  fc.record({ days: fc.nat(400) }),
  fc.record({ 'working-days': fc.nat(60) }),
  fc.record({ weeks: fc.nat(60) }),
  fc.record({ months: fc.nat(24) }),
)
const rule = fc
  .tuple(
    fc.constantFrom(...anchors),
    offset,
    fc.constantFrom('before', 'after'),
    fc.constantFrom('none', 'forward', 'back'),
  )
  .map(([anchor, amount, side, roll]) => dueRuleSchema.parse({ anchor, [side]: amount, roll }))

/** No stretch of closed days in Finland is longer: Good Friday to Easter Monday, or Christmas with a weekend beside it. */
const longestClosure = 6

test('an offset never lands outside its rule', () => {
  fc.assert(
    fc.property(rule, day, (due, anchor) => {
      const result = resolveDue(due, { [due.anchor]: anchor }, finnishHolidays)
      if (result.kind !== 'dated') throw new Error('the anchor is known')
      if ('after' in due) expect(result.date >= anchor).toBe(true)
      else expect(result.date <= anchor).toBe(true)
      const raw = result.rolledFrom ?? result.date
      expect(Math.abs(daysBetween(raw, result.date))).toBeLessThanOrEqual(longestClosure)
      const size = 'before' in due ? due.before : due.after
      const sign = 'before' in due ? -1 : 1
      if ('days' in size) expect(raw).toBe(addDays(anchor, sign * size.days))
      if ('weeks' in size) expect(raw).toBe(addDays(anchor, sign * size.weeks * 7))
      if ('months' in size) expect(raw).toBe(addMonths(anchor, sign * size.months))
      if ('working-days' in size && size['working-days'] > 0) expect(isWorkingDay(raw, finnishHolidays)).toBe(true)
    }),
    { numRuns: 3000 },
  )
})

test('without its anchor a rule waits for it', () => {
  fc.assert(
    fc.property(rule, (due) => {
      expect(resolveDue(due, {}, finnishHolidays)).toEqual({ kind: 'waits', anchor: due.anchor })
    }),
  )
})

describe('Finnish days', () => {
  test('a date on Epiphany rolls to the day after, and says from where', () => {
    const due = dueRuleSchema.parse({ anchor: 'arrival', after: { days: 9 }, roll: 'forward' })
    expect(resolveDue(due, { arrival: '2026-12-28' }, finnishHolidays)).toEqual({
      kind: 'dated',
      date: '2027-01-07',
      rolledFrom: '2027-01-06',
    })
  })

  test('five working days over Christmas 2026 skip the eve, the holidays and the weekend', () => {
    const due = dueRuleSchema.parse({ anchor: 'contract', after: { 'working-days': 5 } })
    expect(resolveDue(due, { contract: '2026-12-22' }, finnishHolidays)).toEqual({ kind: 'dated', date: '2026-12-31' })
  })

  test('before the arrival, a roll forward never crosses it', () => {
    const due = dueRuleSchema.parse({ anchor: 'arrival', before: { days: 1 }, roll: 'forward' })
    expect(resolveDue(due, { arrival: '2026-12-27' }, finnishHolidays)).toEqual({
      kind: 'dated',
      date: '2026-12-23',
      rolledFrom: '2026-12-26',
    })
  })

  test.each([
    ['2026-06-19', 'midsummer-eve'],
    ['2026-06-20', 'midsummer'],
    ['2026-10-31', 'all-saints'],
    ['2027-03-26', 'good-friday'],
    ['2027-05-06', 'ascension'],
    ['2026-12-06', 'independence-day'],
    ['2026-12-31', undefined],
    ['2026-05-10', undefined],
  ])('%s is %s', (date, key) => expect(finnishHolidays.holidayOn(date)).toBe(key))

  test('every year has fifteen days on which offices are shut', () => {
    for (let year = 2024; year < 2040; year += 1)
      expect(holidaysBetween(`${year}-01-01`, addDays(`${year + 1}-01-01`, -1))).toHaveLength(15)
  })
})
