import { describe, expect, it } from 'vitest'
import { calendarFile, type CalendarEntry } from './calendar-file.ts'

const entry: CalendarEntry = {
  uid: 'a@example.com',
  day: '2027-01-31',
  title: 'Замовте податкову картку; візьміть паспорт, договір і картку дозволу на проживання',
  description: 'Line one\nLine two',
  location: 'Kappelintie 13, Kaustinen',
  isDone: false,
}
const options = { name: 'Мій план', language: 'uk', madeAt: new Date('2027-01-01T08:00:00.123Z') }
const unfold = (text: string): string => text.replaceAll('\r\n ', '')

describe('a calendar file', () => {
  it('has lines of at most 75 octets that end in CRLF, and breaks no character', () => {
    const file = calendarFile([entry], options)
    expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true)
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    const lines = file.split('\r\n')
    expect(Math.max(...lines.map((line) => new TextEncoder().encode(line).length))).toBeLessThanOrEqual(75)
    expect(file).not.toContain('\ufffd')
  })

  it('names whole days and escapes what has a meaning', () => {
    const file = unfold(calendarFile([entry], options))
    expect(file).toContain('DTSTAMP:20270101T080000Z\r\n')
    expect(file).toContain('DTSTART;VALUE=DATE:20270131\r\nDTEND;VALUE=DATE:20270201\r\n')
    expect(file).toContain('SUMMARY;LANGUAGE=uk:Замовте податкову картку\\; візьміть паспорт\\, договір')
    expect(file).toContain('DESCRIPTION;LANGUAGE=uk:Line one\\nLine two\r\n')
    expect(file).toContain('LOCATION:Kappelintie 13\\, Kaustinen\r\n')
  })

  it('reminds of what is open, and only ticks what is done', () => {
    expect(calendarFile([entry], options)).toContain('TRIGGER:-PT15H')
    const done = calendarFile([{ ...entry, isDone: true }], options)
    expect(done).not.toContain('VALARM')
    expect(unfold(done)).toContain('SUMMARY;LANGUAGE=uk:✓ Замовте')
  })
})
