import { addDays, type CivilDate } from '@kase/shared/calendar/civil-date.ts'

/** iCalendar files (RFC 5545): whole days, so that no time zone moves them. */

export interface CalendarEntry {
  /** Stays the same when the day moves, so that calendars move the entry instead of adding one. */
  readonly uid: string
  readonly day: CivilDate
  readonly title: string
  readonly description: string
  readonly location?: string | undefined
  readonly url?: string | undefined
  readonly isDone: boolean
}

interface CalendarOptions {
  readonly name: string
  readonly language: string
  readonly madeAt: Date
}

/** A calendar that phones can import once or subscribe to. */
export function calendarFile(entries: readonly CalendarEntry[], { name, language, madeAt }: CalendarOptions): string {
  const stamp = madeAt.toISOString().replace(/[-:]|\.\d{3}/g, '')
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//KASE Welcome//plan//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME;LANGUAGE=${language}:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    'X-PUBLISHED-TTL:PT6H',
    ...entries.flatMap((entry) => eventLines(entry, { language, stamp })),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function eventLines(
  { uid, day, title, description, location, url, isDone }: CalendarEntry,
  { language, stamp }: { language: string; stamp: string },
): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${compact(day)}`,
    `DTEND;VALUE=DATE:${compact(addDays(day, 1))}`,
    `SUMMARY;LANGUAGE=${language}:${isDone ? '✓ ' : ''}${escaped(title)}`,
    ...(description ? [`DESCRIPTION;LANGUAGE=${language}:${escaped(description)}`] : []),
    ...(location ? [`LOCATION:${escaped(location)}`] : []),
    ...(url ? [`URL:${url}`] : []),
    'TRANSP:TRANSPARENT',
    // At nine in the morning of the day before.
    ...(isDone
      ? []
      : ['BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${escaped(title)}`, 'TRIGGER:-PT15H', 'END:VALARM']),
    'END:VEVENT',
  ]
}

const compact = (day: CivilDate): string => day.replaceAll('-', '')

const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n')

const encoder = new TextEncoder()

/** Lines of at most 75 octets, never broken inside a character. */
function folded(line: string): string {
  const pieces: string[] = []
  let piece = ''
  let octets = 0
  for (const character of line) {
    const size = encoder.encode(character).length
    if (octets + size > 74) {
      pieces.push(piece)
      piece = ''
      octets = 0
    }
    piece += character
    octets += size
  }
  return [...pieces, piece].join('\r\n ')
}
