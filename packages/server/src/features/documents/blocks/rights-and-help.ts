/** Rights and help: the frame at the end of every plan, which the employer can neither change nor leave out. */
import { directionOf, type Language } from '@kase/shared/locales.ts'
import type { Content, PartsBlock } from '../../../typesetting/content.ts'
import type { RightsAndHelp } from '../plan-document.ts'
import { shortDate } from '../setting/dates.ts'
import { fill, labelsOf } from '../setting/labels.ts'
import { colours, mm, textHeight, typeStyle } from '../setting/measures.ts'
import type { CellSetting } from './cells.ts'
import { advisor, beside, emergencyLines, helperBlocks, item, statementCells } from './rights-lines.ts'
import { hairline, lifebuoy, rule } from './shapes.ts'
import type { Pair } from './task-side-by-side.ts'

const frame = {
  padding: [mm(5), mm(4), mm(5), mm(4)],
  color: colours.help,
  lineWidth: 1.2,
  edges: 'all',
  radius: mm(1.5),
} as const

const innerWidth = mm(160)

/** Never broken as long as a page can hold it; else between its lines, each piece in a frame of its own. */
const inParts = (count: number, least: number, build: (from: number, to: number) => Content[]): PartsBlock => ({
  stack: [],
  parts: {
    count,
    least,
    keepUpTo: textHeight,
    build: (from, to) => ({
      role: 'Sect',
      margin: [0, from === 0 ? mm(8) : 0, 0, 0],
      stack: [{ frame, stack: build(from, to) }],
    }),
  },
})

/** The block across the page: what to know beside who helps; where no page can hold it, the further helpers below. */
export function rightsAndHelp(help: RightsAndHelp, reader: Language): PartsBlock {
  const count = 1 + whoHelps(help, reader).length
  return inParts(count, 1, (from, to) => {
    const helpers = whoHelps(help, reader).slice(Math.max(0, from - 1), to - 1)
    const columns: Content[] = [
      ...(from === 0 ? [{ stack: whatToKnow(help, reader), width: '*' as const }] : []),
      ...(helpers.length > 0 ? [{ stack: helpers, width: from === 0 ? helpersWidth : ('*' as const) }] : []),
    ]
    return [
      title([{ stack: [titleText(reader, from > 0)], width: '*' }]),
      { margin: [0, mm(3), 0, 0], columns, columnGap: mm(8) },
      ...(to === count ? checked(help, [reader]) : []),
    ]
  })
}

const helpersWidth = mm(66)

function whatToKnow(help: RightsAndHelp, reader: Language): Content[] {
  const setting = { reader, role: 'text' } as const
  return [
    ...emergencyLines(help, setting),
    heading(labelsOf(reader).mustKnow, reader),
    { role: 'L', stack: statementCells(help, setting).map((cell) => item(cell, reader)) },
  ]
}

const whoHelps = (help: RightsAndHelp, reader: Language): Content[] => [
  heading(labelsOf(reader).whoHelps, reader, 0),
  ...helperBlocks(help.helpers, { reader, role: 'text', contacts: 'below' }),
  ...(help.advisorUrl ? [hairline(helpersWidth), advisor(help.advisorUrl, { reader, role: 'text' }, true)] : []),
]

/** The block in two columns, line beside line. */
export function pairRightsAndHelp(help: RightsAndHelp, pair: Pair): PartsBlock {
  const upright = { padding: [0, 0, 0, 0], color: colours.line, lineWidth: 0.5, edges: { at: mm(80) } } as const
  const count = pairRows(help, pair).length
  return inParts(count, help.emergency.length + 1, (from, to) => [
    title([
      { stack: [titleText(pair.own, from > 0)], width: mm(80) },
      { stack: [titleText(pair.official, from > 0)], width: mm(75), flow: directionOf(pair.official) },
    ]),
    { stack: pairRows(help, pair).slice(from, to), frame: upright, margin: [0, mm(1.5), 0, 0] },
    ...(to === count ? checked(help, [pair.own, pair.official]) : []),
  ])
}

function pairRows(help: RightsAndHelp, pair: Pair): Content[] {
  const both = (build: (setting: CellSetting) => readonly Content[]): Content[] => {
    const [own, official] = [pair.own, pair.official].map((reader) => build({ reader, role: 'columnText' }))
    return (own ?? []).map((content, index) => pairRow(content, official?.[index] ?? { text: '' }, pair))
  }
  const groups = [
    both((setting) => emergencyLines(help, setting)),
    both((setting) => statementCells(help, setting).map((cell) => beside(cell, setting.reader))),
    both((setting) => helperBlocks(help.helpers, { ...setting, contacts: 'beside' })),
    both((setting) => (help.advisorUrl ? [advisor(help.advisorUrl, setting, setting.reader === pair.own)] : [])),
  ]
  return groups
    .filter(({ length }) => length > 0)
    .flatMap(([first, ...others], index) =>
      first && index > 0 ? [{ stack: [pairLine(), first] }, ...others] : [...(first ? [first] : []), ...others],
    )
}

const pairRow = (own: Content, official: Content, pair: Pair): Content => ({
  columns: [
    { stack: [own], width: mm(75) },
    { text: '', width: mm(10), artifact: true },
    { stack: [official], width: mm(75), flow: directionOf(pair.official) },
  ],
  margin: [0, mm(0.7), 0, mm(0.7)],
})

/** Between two groups of lines. */
const pairLine = (): Content => ({
  artifact: true,
  columns: [
    { stack: [hairline(mm(75))], width: mm(85) },
    { stack: [hairline(mm(75))], width: mm(75) },
  ],
  margin: [0, mm(1), 0, mm(1)],
})

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

const titleText = (reader: Language, continued: boolean): Content => ({
  ...typeStyle(reader, 'section'),
  text: continued ? `${labelsOf(reader).rightsAndHelp} ${labelsOf(reader).continued}` : labelsOf(reader).rightsAndHelp,
  bold: true,
  color: colours.help,
  ...(continued ? { artifact: true } : { role: 'H2', outline: true }),
})

const heading = (text: string, reader: Language, above = mm(3)): Content => ({
  ...typeStyle(reader, 'task'),
  text,
  role: 'H3',
  bold: true,
  color: colours.help,
  margin: [0, above, 0, mm(1)],
})

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
