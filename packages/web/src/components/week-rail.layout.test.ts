import { describe, expect, test } from 'vitest'
import { holidayRuns, placeLabels, railCalendar } from './week-rail.layout.ts'

describe('the calendar of the rail', () => {
  const { days, weeks } = railCalendar('2026-11-23', 7)

  test('begins on the Monday of this week and ends on a Sunday', () => {
    expect(days).toHaveLength(49)
    expect(days[0]?.date).toBe('2026-11-23')
    expect(days.at(-1)?.date).toBe('2027-01-10')
    expect(railCalendar('2026-11-29', 1).days[0]?.date).toBe('2026-11-23')
  })

  test('numbers weeks as Finnish calendars do, over the end of the year', () => {
    expect(weeks.map(({ week }) => week)).toEqual([48, 49, 50, 51, 52, 53, 1])
  })

  test('names a month in its first week on the rail', () => {
    expect(weeks.filter(({ showsMonth }) => showsMonth).map(({ monthOf }) => monthOf.slice(0, 7))).toEqual([
      '2026-11',
      '2026-12',
      '2027-01',
    ])
  })
})

test('joins holidays on days in a row', () => {
  expect(
    holidayRuns([
      { date: '2026-12-25', text: 'Christmas Day' },
      { date: '2026-12-24', text: 'Christmas Eve' },
      { date: '2027-01-01', text: 'New Year’s Day' },
    ]),
  ).toEqual([
    { date: '2026-12-24', text: 'Christmas Eve · Christmas Day' },
    { date: '2027-01-01', text: 'New Year’s Day' },
  ])
})

describe('labels', () => {
  const place = (labels: { date: string; text: string }[]) => placeLabels(labels, '2026-11-23', 49)

  test('never overlap within a lane', () => {
    const placed = place(
      ['2026-12-07', '2026-12-08', '2026-12-09', '2026-12-14', '2027-01-10'].map((date) => ({
        date,
        text: 'Maria arrives',
      })),
    )
    for (const one of placed)
      for (const other of placed)
        if (one !== other && one.lane === other.lane) expect(one.to < other.from || other.to < one.from).toBe(true)
    expect(placed).toHaveLength(5)
  })

  test('stay on the rail, and leave out what lies beyond it', () => {
    const placed = place([
      { date: '2027-01-10', text: 'Somebody with a long name arrives' },
      { date: '2026-11-22', text: 'before' },
      { date: '2027-01-11', text: 'after' },
    ])
    expect(placed).toHaveLength(1)
    expect(placed[0]?.to).toBeLessThanOrEqual(49)
  })
})
