/** What repeats on every page: whose plan this is, who made it and when, and which page of how many. */
import type { Language } from '@kase/shared/locales.ts'
import type { Content } from '../../../typesetting/content.ts'
import { shortDate } from '../setting/dates.ts'
import { isolate } from '../setting/isolation.ts'
import { fill, labelsOf } from '../setting/labels.ts'
import { colours, mm, pageMargins, typeStyle } from '../setting/measures.ts'
import type { Employer, Participant } from '../plan-document.ts'

interface Head {
  readonly employer: Employer
  readonly participant: Participant
  readonly madeOn: string
}

/** The foot of a page; page numbers in both languages of a side by side plan. */
export function footer(head: Head, readers: readonly [Language, ...Language[]]) {
  const [own] = readers
  const [left, , right, bottom] = pageMargins
  const who = [isolate('name', head.participant.name), isolate('name', head.employer.name)]
  const made = fill(labelsOf(own).madeOn, { date: shortDate(head.madeOn) })
  return (page: number, pages: number): Content => {
    const numbers = readers.map((reader) => ({
      language: reader,
      text: `\u2068${fill(labelsOf(reader).page, { page, pages })}\u2069`,
    }))
    const style = { ...typeStyle(own, 'footer'), color: colours.ink2 }
    return {
      // The base line stands 10 mm above the edge.
      margin: [left, bottom - mm(10) - 8.5, right, 0],
      columnGap: mm(5),
      columns: [
        { ...style, text: [...who, made].join(' · '), width: '*' },
        {
          ...style,
          alignment: 'end',
          width: 'auto',
          text: numbers.flatMap((number, index) => (index === 0 ? [number] : [{ text: ' · ' }, number])),
        },
      ],
    }
  }
}

/** The head of every page but the first: what the sheet belongs to when the pages come apart. */
export function header(head: Head, reader: Language) {
  const [left, top, right] = pageMargins
  return (page: number): Content | undefined =>
    page === 1
      ? undefined
      : {
          margin: [left, top - mm(6), right, 0],
          ...typeStyle(reader, 'footer'),
          color: colours.ink2,
          text: `${labelsOf(reader).title} · ${isolate('name', head.participant.name)}`,
        }
}
