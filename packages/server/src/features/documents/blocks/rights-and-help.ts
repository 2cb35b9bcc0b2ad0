/** Rights and help: the frame at the end of every plan, which the employer can neither change nor leave out. */
import { directionOf, type Language } from '@kase/shared/locales.ts'
import type { ColumnsBlock, Content, Span, StackBlock } from '../../../typesetting/content.ts'
import type { RightsAndHelp } from '../plan-document.ts'
import { shortDate } from '../setting/dates.ts'
import { isolate } from '../setting/isolation.ts'
import { fill, labelsOf } from '../setting/labels.ts'
import { colours, mm, typeStyle, type TypeRole } from '../setting/measures.ts'
import { cellBlock, lineCell, richCell, type Cell } from './cells.ts'
import { bullet, hairline, lifebuoy, qrBlock, rule } from './shapes.ts'
import type { Pair } from './task-side-by-side.ts'
import { contactLine } from './task-fields.ts'

const frame = {
  padding: [mm(5), mm(4), mm(5), mm(4)],
  color: colours.help,
  lineWidth: 1.2,
  edges: 'all',
  radius: mm(1.5),
} as const

const innerWidth = mm(160)
type Emergency = RightsAndHelp['emergency'][number]
type Helper = RightsAndHelp['helpers'][number]

const framed = (stack: Content[]): StackBlock => ({
  role: 'Sect',
  keep: 'together',
  margin: [0, mm(8), 0, 0],
  stack: [{ frame, stack }],
})

/** The block across the page. */
export function rightsAndHelp(help: RightsAndHelp, reader: Language): Content {
  const labels = labelsOf(reader)
  const left: Content[] = [
    ...help.emergency.map((item) => emergencyLine(item, reader, 'text')),
    heading(labels.mustKnow, reader),
    { role: 'L', stack: help.statements.map((text) => item(richCell(text, { reader, role: 'text' }), reader)) },
  ]
  const right: Content[] = [
    heading(labels.whoHelps, reader, 0),
    ...help.helpers.map((helper) => helperBlock(helper, reader, 'text', 'below')),
    ...(help.advisorUrl ? [hairline(mm(66)), advisor(help.advisorUrl, reader, 'text', true)] : []),
  ]
  return framed([
    title([{ stack: [titleText(reader)], width: '*' }]),
    {
      margin: [0, mm(3), 0, 0],
      columns: [
        { stack: left, width: '*' },
        { stack: right, width: mm(66) },
      ],
      columnGap: mm(8),
    },
    ...checked(help, [reader]),
  ])
}

/** The block in two columns, line beside line. */
export function pairRightsAndHelp(help: RightsAndHelp, pair: Pair): Content {
  const both = (build: (reader: Language) => Content): Content => ({
    columns: [
      { stack: [build(pair.own)], width: mm(75) },
      { text: '', width: mm(10), artifact: true },
      { stack: [build(pair.official)], width: mm(75), flow: directionOf(pair.official) },
    ],
    margin: [0, mm(0.7), 0, mm(0.7)],
  })
  const line: Content = {
    artifact: true,
    columns: [
      { stack: [hairline(mm(75))], width: mm(85) },
      { stack: [hairline(mm(75))], width: mm(75) },
    ],
    margin: [0, mm(1), 0, mm(1)],
  }
  const rows: Content[] = [
    ...help.emergency.map((entry) => both((reader) => emergencyLine(entry, reader, 'columnText'))),
    line,
    ...help.statements.map((text) => both((reader) => beside(richCell(text, { reader, role: 'columnText' }), reader))),
    line,
    ...help.helpers.map((helper) => both((reader) => helperBlock(helper, reader, 'columnText', 'beside'))),
    ...(help.advisorUrl
      ? [line, both((reader) => advisor(help.advisorUrl ?? '', reader, 'columnText', reader === pair.own))]
      : []),
  ]
  const upright = { padding: [0, 0, 0, 0], color: colours.line, lineWidth: 0.5, edges: { at: mm(80) } } as const
  return framed([
    title([
      { stack: [titleText(pair.own)], width: mm(80) },
      { stack: [titleText(pair.official)], width: mm(75), flow: directionOf(pair.official) },
    ]),
    { stack: rows, frame: upright, margin: [0, mm(1.5), 0, 0] },
    ...checked(help, [pair.own, pair.official]),
  ])
}

const title = (titles: Content[]): Content => ({
  stack: [
    {
      columns: [
        { stack: [lifebuoy()], width: mm(5), margin: [0, 2.5, 0, 0] },
        ...titles.map((text, index) => (index === 0 ? { ...text, margin: [mm(2.5), 0, 0, 0] as const } : text)),
      ],
    },
    rule(innerWidth, 1.2, colours.help, [0, mm(1.5), 0, 0.6]),
  ],
})

const titleText = (reader: Language): Content => ({
  ...typeStyle(reader, 'section'),
  text: labelsOf(reader).rightsAndHelp,
  role: 'H2',
  bold: true,
  color: colours.help,
  outline: true,
})

const heading = (text: string, reader: Language, above = mm(3)): Content => ({
  ...typeStyle(reader, 'task'),
  text,
  role: 'H3',
  bold: true,
  color: colours.help,
  margin: [0, above, 0, mm(1)],
})

/** A number to call in an emergency, large, and what it is for. */
export function emergencyLine({ number, about }: Emergency, reader: Language, role: TypeRole): Content {
  const words = lineCell(about, { reader, role })
  return {
    columns: [
      { ...contactLine(number, 'phone', typeStyle(reader, 'emergency'), true), width: mm(24) },
      { stack: [cellBlock(words, reader, true)], width: '*', margin: [0, mm(0.6), 0, 0] },
    ],
    margin: [0, mm(0.8), 0, mm(0.8)],
  }
}

/** Without the role of a list item: in two columns, items of two lists take turns. */
const beside = (cell: Cell, reader: Language): ColumnsBlock => ({
  columns: [bullet(colours.help, 5), { width: '*', stack: [cellBlock(cell, reader, true)] }],
})

function item(cell: Cell, reader: Language): Content {
  const [sign, words] = beside(cell, reader).columns
  return {
    role: 'LI',
    margin: [0, 0, 0, mm(1)],
    columns: [...(sign ? [sign] : []), ...(words ? [{ ...words, role: 'LBody' as const }] : [])],
  }
}

/** Who helps: name, what with, and how to reach them under or beside the name. */
export function helperBlock(
  { name, about, phone, url }: Helper,
  reader: Language,
  role: TypeRole,
  contacts: 'below' | 'beside',
): StackBlock {
  const style = typeStyle(reader, role)
  const ways = [
    ...(phone ? [contactLine(phone, 'phone', style, true)] : []),
    ...(url ? [contactLine(url, 'url', style, true)] : []),
  ]
  const beside = contacts === 'beside' ? waysBeside(phone, url) : []
  const title = lineCell(name, { reader, role }, { bold: true })
  return {
    margin: [0, 0, 0, mm(1.6)],
    stack: [
      cellBlock({ ...title, blocks: title.blocks.map((block) => withSpans(block, beside)) }, reader, true),
      cellBlock(richCell(about, { reader, role }), reader, title.note === undefined),
      ...(contacts === 'below' ? ways : []),
    ],
  }
}

/** A line of text with more after it. */
const withSpans = (block: Content, spans: readonly Span[]): Content =>
  'text' in block
    ? { ...block, text: [...(typeof block.text === 'string' ? [block.text] : block.text), ...spans] }
    : block

const waysBeside = (phone: string | undefined, url: string | undefined): Span[] => [
  ...(phone ? [{ text: ' · ' }, { text: isolate('phone', phone), link: `tel:${phone.replace(/[^\d+]/g, '')}` }] : []),
  ...(url
    ? [{ text: ' · ' }, { text: isolate('url', url), link: /^https?:/i.test(url) ? url : `https://${url}` }]
    : []),
]

function advisor(address: string, reader: Language, role: TypeRole, withCode: boolean): Content {
  const labels = labelsOf(reader)
  const words: Content = {
    width: '*',
    stack: [
      { ...typeStyle(reader, role), text: labels.askAdvisor, bold: true },
      { ...typeStyle(reader, role), text: labels.advisorPrivate },
    ],
  }
  const margin = [0, mm(2), 0, 0] as const
  if (!withCode) return { stack: [words], margin }
  const code = qrBlock(address, mm(16), labels.qrAdvisor)
  return { columns: [code, words], columnGap: mm(4), margin }
}

const checked = ({ checkedOn }: RightsAndHelp, readers: readonly Language[]): Content[] =>
  checkedOn
    ? [
        {
          margin: [0, mm(2), 0, 0],
          columnGap: mm(4),
          columns: readers.map((reader) => ({
            ...typeStyle(reader, 'footer'),
            color: colours.ink2,
            text: fill(labelsOf(reader).checkedOn, { date: shortDate(checkedOn) }),
          })),
        },
      ]
    : []
