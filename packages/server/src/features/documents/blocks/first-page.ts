/** The head of the first page: band, employer, greeting, facts, the big QR code, and how to read the plan. */
import { directionOf, type Language } from '@kase/shared/locales.ts'
import type { Content } from '../../../typesetting/content.ts'
import type { Employer, PlanContent } from '../plan-document.ts'
import { brandColour } from '../setting/brand.ts'
import { longDate, shortDate } from '../setting/dates.ts'
import { isolate } from '../setting/isolation.ts'
import { fill, labelsOf, type LabelKey } from '../setting/labels.ts'
import { logoBlock } from '../setting/logo.ts'
import { colours, mm, typeStyle } from '../setting/measures.ts'
import { contactLine } from './task-fields.ts'
import { band, hairline, phoneIcon, qrBlock, tickBox } from './shapes.ts'

/** Whose plan it is in print: the reader, and the second language of labels on a side by side plan. */
export interface Readers {
  readonly own: Language
  readonly official?: Language
}

/** Everything above the first section. */
export function firstPageHead(plan: PlanContent, readers: Readers): Content[] {
  const { link } = plan
  return [
    band(brandColour(plan.employer.colour)),
    {
      margin: [0, mm(4), 0, 0],
      columns: [
        {
          width: '*',
          stack: [employerMark(plan.employer, readers.own), ...greeting(plan, readers.own), facts(plan, readers)],
        },
        ...(link ? [{ width: mm(40), stack: bigCode(link, readers), margin: [mm(8), 0, 0, 0] as const }] : []),
      ],
    },
    howToRead(readers),
  ]
}

/** The employer's logo, or the name when there is none that can be printed. */
export function employerMark(employer: Employer, reader: Language): Content {
  const logo = logoBlock(employer)
  if (logo) return logo
  return { ...typeStyle(reader, 'task'), fontSize: 11, text: isolate('name', employer.name), bold: true }
}

function greeting(plan: PlanContent, reader: Language): Content[] {
  const labels = labelsOf(reader)
  const tasks = plan.sections.flatMap((section) => section.tasks)
  const { name, givenName } = plan.participant
  const counts = { done: tasks.filter((task) => task.done).length, total: tasks.length }
  return [
    {
      ...typeStyle(reader, 'greeting'),
      text: fill(labels.greeting, { name: isolate('name', givenName ?? name) }),
      role: 'H1',
      bold: true,
      margin: [0, mm(3), 0, 0],
    },
    { ...typeStyle(reader, 'intro'), text: fill(labels.intro, counts) },
  ]
}

interface Fact {
  readonly label: LabelKey
  readonly lines: readonly Content[]
}

function facts(plan: PlanContent, readers: Readers): Content {
  const items = factsOf(plan, readers.own)
  const rows: Content[] = []
  for (let start = 0; start < items.length; start += 3) {
    const cells = [0, 1, 2].map((offset) => factCell(items[start + offset], readers))
    rows.push({ columns: cells, columnGap: mm(5), margin: [0, start === 0 ? mm(4) : mm(2.5), 0, 0] })
  }
  return { stack: rows }
}

function factsOf({ participant, employer, facts }: PlanContent, reader: Language): Fact[] {
  const { contact, arrivesOn, startsOn, municipality } = facts
  const style = { ...typeStyle(reader, 'text'), bold: true }
  const line = (text: string): Content => ({ ...style, text })
  return [
    { label: 'name', lines: [line(isolate('name', participant.name))] },
    { label: 'employer', lines: [line(isolate('name', employer.name))] },
    ...(contact
      ? [
          {
            label: 'contact' as const,
            lines: [
              line(isolate('name', contact.name)),
              ...(contact.phone ? [contactLine(contact.phone, 'phone', typeStyle(reader, 'text'), true)] : []),
            ],
          },
        ]
      : []),
    ...(arrivesOn ? [{ label: 'arrival' as const, lines: [line(longDate(reader, arrivesOn))] }] : []),
    ...(startsOn ? [{ label: 'firstWorkday' as const, lines: [line(longDate(reader, startsOn))] }] : []),
    ...(municipality ? [{ label: 'municipality' as const, lines: [line(isolate('official', municipality))] }] : []),
  ]
}

function factCell(fact: Fact | undefined, { own, official }: Readers): Content {
  if (!fact) return { text: '', artifact: true }
  const label = { ...typeStyle(own, 'label'), color: colours.ink2, text: labelsOf(own)[fact.label] }
  return {
    stack: [label, ...secondLabel(own, official, labelsOf(official ?? own)[fact.label], 'label'), ...fact.lines],
  }
}

/** The official language's words under the reader's, in its own type but on the reader's side of the page. */
function secondLabel(own: Language, official: Language | undefined, text: string, role: 'label' | 'howTo'): Content[] {
  if (!official) return []
  const alignment = directionOf(own) === directionOf(official) ? 'start' : 'end'
  return [{ ...typeStyle(official, role), leading: role === 'label' ? 11 : 12.5, color: colours.ink2, alignment, text }]
}

function bigCode(link: NonNullable<PlanContent['link']>, { own, official }: Readers): Content[] {
  const labels = labelsOf(own)
  const code = qrBlock(link.url, mm(28), labels.qrPlan)
  const side = typeof code.width === 'number' ? code.width : mm(28)
  const caption = (reader: Language): Content[] => [
    { ...typeStyle(reader, 'label'), text: labelsOf(reader).openOnPhone, bold: reader === own, alignment: 'center' },
  ]
  const life = link.until
    ? [
        {
          ...typeStyle(own, 'label'),
          alignment: 'center' as const,
          text: fill(labels.linkWorksUntil, { date: shortDate(link.until) }),
        },
      ]
    : []
  return [
    { ...code, margin: [(mm(32) - side) / 2, 0, 0, mm(2)] },
    ...caption(own),
    ...(official ? caption(official) : []),
    ...life,
  ]
}

function howToRead({ own, official }: Readers): Content {
  const labels = labelsOf(own)
  const item = (sign: Content, key: 'howToTick' | 'howToNumber' | 'howToPhone'): Content => ({
    columnGap: mm(2.5),
    role: 'LI',
    columns: [
      { stack: [sign], width: mm(5), role: 'Lbl' },
      {
        width: '*',
        role: 'LBody',
        stack: [
          { ...typeStyle(own, 'howTo'), text: labels[key] },
          ...secondLabel(own, official, labelsOf(official ?? own)[key], 'howTo'),
        ],
      },
    ],
  })
  const number: Content = { ...typeStyle(own, 'task'), text: '7', bold: true, alignment: 'center', artifact: true }
  const box: Content = { ...tickBox(false, ''), artifact: true }
  return {
    margin: [0, mm(4.5), 0, 0],
    stack: [
      hairline(),
      {
        role: 'L',
        columnGap: mm(6),
        margin: [0, mm(2), 0, mm(2)],
        columns: [item(box, 'howToTick'), item(number, 'howToNumber'), item(phoneIcon(), 'howToPhone')],
      },
      hairline(),
    ],
  }
}
