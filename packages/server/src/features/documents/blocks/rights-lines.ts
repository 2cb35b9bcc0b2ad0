/** The lines of rights and help: numbers to call, what to know, who helps, how to ask the advisor. */
import type { Language } from '@kase/shared/locales.ts'
import type { ColumnsBlock, Content, Span, StackBlock } from '../../../typesetting/content.ts'
import type { RightsAndHelp } from '../plan-document.ts'
import { isolate } from '../setting/isolation.ts'
import { labelsOf } from '../setting/labels.ts'
import { colours, mm, typeStyle } from '../setting/measures.ts'
import { cellBlock, emptyCell, lineCell, richCell, saidOnce, type Cell, type CellSetting } from './cells.ts'
import { bullet, qrBlock } from './shapes.ts'
import { contactLine, shownUrl, wholeUrl } from './task-fields.ts'

type Helper = RightsAndHelp['helpers'][number]

/** Numbers to call in an emergency, large, and what each is for. */
export function emergencyLines({ emergency }: Pick<RightsAndHelp, 'emergency'>, setting: CellSetting): Content[] {
  const words = saidOnce(emergency.map(({ about }) => lineCell(about, setting)))
  // A number is never broken: the column is as wide as the longest needs.
  const width = emergency.some(({ number }) => number.length > shortNumber) ? mm(37) : mm(24)
  return emergency.map(({ number }, index) => ({
    columns: [
      { ...contactLine(number, 'phone', typeStyle(setting.reader, 'emergency'), true), width },
      { stack: [cellBlock(words[index] ?? emptyCell, setting.reader)], width: '*', margin: [0, mm(0.6), 0, 0] },
    ],
    margin: [0, mm(0.8), 0, mm(0.8)],
  }))
}

/** `116 117` */
const shortNumber = 7

export const statementCells = ({ statements }: RightsAndHelp, setting: CellSetting): Cell[] =>
  saidOnce(statements.map((text) => richCell(text, setting)))

/** Without the role of a list item: in two columns, items of two lists take turns. */
export const beside = (cell: Cell, reader: Language): ColumnsBlock => ({
  columns: [bullet(colours.help, 5), { width: '*', stack: [cellBlock(cell, reader)] }],
})

export function item(cell: Cell, reader: Language): Content {
  const [sign, words] = beside(cell, reader).columns
  return {
    role: 'LI',
    margin: [0, 0, 0, mm(1)],
    columns: [...(sign ? [sign] : []), ...(words ? [{ ...words, role: 'LBody' as const }] : [])],
  }
}

interface HelperSetting extends CellSetting {
  readonly contacts: 'below' | 'beside'
}

/** Who helps: name, what with, and how to reach them under or beside the name. */
export function helperBlocks(helpers: readonly Helper[], { contacts, ...setting }: HelperSetting): StackBlock[] {
  const cells = helpers.flatMap(({ name, about, phone, url }) => {
    const title = lineCell(name, setting, { bold: true })
    const beside = contacts === 'beside' ? waysBeside(phone, url) : []
    return [{ ...title, blocks: title.blocks.map((block) => withSpans(block, beside)) }, richCell(about, setting)]
  })
  const said = saidOnce(cells).map((cell) => cellBlock(cell, setting.reader))
  return helpers.map(({ phone, url }, index) => {
    const style = typeStyle(setting.reader, setting.role)
    const ways = [
      ...(phone ? [contactLine(phone, 'phone', style, true)] : []),
      ...(url ? [contactLine(url, 'url', style)] : []),
    ]
    return {
      margin: [0, 0, 0, mm(1.6)],
      stack: [...said.slice(2 * index, 2 * index + 2), ...(contacts === 'below' ? ways : [])],
    }
  })
}

/** A line of text with more after it. */
const withSpans = (block: Content, spans: readonly Span[]): Content =>
  'text' in block
    ? { ...block, text: [...(typeof block.text === 'string' ? [block.text] : block.text), ...spans] }
    : block

const waysBeside = (phone: string | undefined, url: string | undefined): Span[] => [
  ...(phone ? [{ text: ' · ' }, { text: isolate('phone', phone), link: `tel:${phone.replace(/[^\d+]/g, '')}` }] : []),
  ...(url ? [{ text: ' · ' }, { text: isolate('url', shownUrl(url)), link: wholeUrl(url) }] : []),
]

export function advisor(address: string, { reader, role }: CellSetting, withCode: boolean): Content {
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
