/** A task in two columns: every field is one row of a table, so that both languages start it on the same line. */
import { directionOf, type Language } from '@kase/shared/locales.ts'
import type { ColumnsBlock, Content, PartsBlock, StackBlock } from '../../../typesetting/content.ts'
import type { Localized, OfficialLanguage, PlanTask } from '../plan-document.ts'
import { fill, labelsOf } from '../setting/labels.ts'
import { acrossNote, choose, isOwn } from '../setting/localized.ts'
import { colours, mm, typeStyle, unbrokenTask } from '../setting/measures.ts'
import { cellBlock, lineCell, saidOnce, type Cell } from './cells.ts'
import { namePlate, placeSign, type PlateSetting } from './plate.ts'
import { hairline, qrBlock, tickBox } from './shapes.ts'
import { placeField, readingFields, titleField, whenField, type Field, type TaskTitles } from './task-fields.ts'

/** The two readers of a side by side plan. */
export interface Pair {
  readonly own: Language
  readonly official: OfficialLanguage
}

export const pairMeasures = { lead: mm(19), column: mm(70.5), gap: mm(10) } as const
const padding = mm(2.6)
const donePadding = mm(1.2)
const fieldPadding = mm(0.35)
const qrSide = mm(14)

/** Where a plate stands: in the official column, which runs its own way whatever way the page runs. */
const officialColumn = ({ official }: Pair): PlateSetting => ({ direction: directionOf(official), around: official })

/** One row: what each reader gets. */
interface Row {
  readonly own: Cell
  readonly official: Cell
}

/** A task still to be done, in parts between which it may break when it is long. */
export function openPair(task: PlanTask, titles: TaskTitles, pair: Pair): PartsBlock {
  const rows = rowsOf(task, titles, pair)
  return {
    stack: [],
    parts: {
      count: Math.max(1, rows.length),
      least: 1,
      keepUpTo: unbrokenTask,
      build: (from, to) => chunk(task, rows.slice(from, to), pair, from > 0),
    },
  }
}

function rowsOf(task: PlanTask, titles: TaskTitles, pair: Pair): Row[] {
  const fields = readingFields(task, titles).map((field) => rowOf(field, pair))
  const place = task.place ? [placeRow(task, pair)] : []
  return [...fields, ...place].filter(({ own, official }) => own.blocks.length > 0 || official.blocks.length > 0)
}

const rowOf = (field: Field, { own, official }: Pair): Row => ({
  own: field({ reader: own, role: 'columnText' }),
  official: field({ reader: official, role: 'columnText' }),
})

/** The sign stands once, in the official column; the reader's own words about it stand beside it. */
function placeRow(task: PlanTask, pair: Pair): Row {
  const words = placeField(task, true)({ reader: pair.own, role: 'columnText' })
  const sign = task.place ? [placeSign(task.place, officialColumn(pair))] : []
  return { own: words, official: { blocks: sign } }
}

function chunk(task: PlanTask, rows: readonly Row[], pair: Pair, continued: boolean): StackBlock {
  const head = [titleRow(task, pair, continued), rowOf(whenField(task, 'column'), pair)]
  const all = saidOnceInColumns([...head, ...rows.map((row) => acrossNotes(row, pair))]).map((row, index) => {
    const isRepeated = continued && index < head.length
    return isRepeated ? { ...pairRow(row, pair), artifact: true as const } : pairRow(row, pair)
  })
  const [first, ...others] = all
  const number = leadCell(task, pair, continued, all.length)
  return {
    stack: [
      {
        frame: { padding: [0, 0, 0, 0], color: colours.line, lineWidth: 0.5, edges: { at: mm(94.5) } },
        minHeight: continued || !task.url ? 0 : mm(21),
        stack: [withLead(number, first), ...others.map((row) => withLead(undefined, row))],
        margin: [0, padding, 0, padding],
      },
      hairline(),
    ],
  }
}

/** Each column says its notes once. */
function saidOnceInColumns(rows: readonly Row[]): Row[] {
  const own = saidOnce(rows.map((row) => row.own))
  const official = saidOnce(rows.map((row) => row.official))
  return rows.map((row, index) => ({ own: own[index] ?? row.own, official: official[index] ?? row.official }))
}

/** The row of the title, beside box, number and code, which reach down past it. */
function withLead(lead: Content | undefined, row: ColumnsBlock | undefined): ColumnsBlock {
  const { lead: width } = pairMeasures
  const cells = row?.columns ?? []
  return {
    role: 'TR',
    columns: lead ? [{ stack: [lead], width }, ...cells] : [{ text: '', width, artifact: true }, ...cells],
  }
}

function leadCell(task: PlanTask, { own }: Pair, continued: boolean, rows: number): Content {
  const labels = labelsOf(own)
  const number: Content = {
    ...typeStyle(own, 'task'),
    text: String(task.number),
    bold: true,
    margin: [mm(1.5), 0, 0, 0],
    width: mm(12),
  }
  if (continued) return { ...number, artifact: true }
  const code = task.url
    ? [
        {
          ...qrBlock(task.url, qrSide, fill(labels.qrTask, { number: task.number })),
          margin: [0, mm(2), 0, 0] as const,
        },
      ]
    : []
  return {
    role: 'TH',
    scope: 'Row',
    rowSpan: rows,
    relativePosition: { x: 0, y: 0 },
    stack: [{ columns: [tickBox(false, labels.notDone), number] }, ...code],
  }
}

function titleRow(task: PlanTask, pair: Pair, continued: boolean): Row {
  const cell = (reader: Language): Cell => {
    const title = titleField(task)({ reader, role: 'task' })
    const plate = task.officialName && reader === pair.official ? [plateOf(task, pair)] : []
    const more: Content[] = continued ? [{ ...typeStyle(reader, 'label'), text: labelsOf(reader).continued }] : plate
    return { ...title, blocks: [...title.blocks, ...more] }
  }
  return acrossTitle({ own: cell(pair.own), official: cell(pair.official) }, task.title, pair)
}

const plateOf = (task: PlanTask, pair: Pair): Content =>
  task.officialName ? namePlate(task.officialName, officialColumn(pair)) : { text: '' }

/** Two cells of a row, the hairline between them left to the task's frame. */
export function pairRow({ own, official }: Row, pair: Pair): ColumnsBlock {
  const { column, gap } = pairMeasures
  const cell = (content: Cell, language: Language): Content => {
    const place = {
      role: 'TD',
      flow: directionOf(language),
      width: column,
      margin: [0, fieldPadding, 0, fieldPadding],
    } as const
    // One plain paragraph is the cell itself; a paragraph in a cell would say nothing more.
    const [only, ...others] = content.note ? [] : content.blocks
    if (only && others.length === 0 && 'text' in only && !only.role) return { ...only, ...place }
    return { ...place, language, stack: [cellBlock(content, language)] }
  }
  return {
    columns: [cell(own, pair.own), { text: '', width: gap, artifact: true }, cell(official, pair.official)],
  }
}

/** A reader whose language lacks the title is sent to the other column rather than shown the same words twice. */
export function acrossTitle(row: Row, title: Localized<string>, pair: Pair): Row {
  const across = (cell: Cell, reader: Language, other: Language): Cell =>
    !isOwn(title, reader) && isOwn(title, other) && choose(title, reader)?.language === other
      ? { blocks: [], note: acrossNote(reader, other) }
      : cell
  return { own: across(row.own, pair.own, pair.official), official: across(row.official, pair.official, pair.own) }
}

/** The same for every other field: when both columns would show one language, one of them points across. */
function acrossNotes(row: Row, pair: Pair): Row {
  const languageOf = ({ blocks, language }: Cell): string | undefined => language ?? blocks[0]?.language
  const shown = languageOf(row.own)
  if (!shown || shown !== languageOf(row.official)) return row
  if (shown === pair.official) return { ...row, own: { blocks: [], note: acrossNote(pair.own, pair.official) } }
  if (shown === pair.own) return { ...row, official: { blocks: [], note: acrossNote(pair.official, pair.own) } }
  return row
}

/** A task that is done: one line in both languages. */
export function donePair(task: PlanTask, pair: Pair): StackBlock {
  const labels = labelsOf(pair.own)
  const title = (reader: Language): Cell =>
    lineCell(task.title, { reader, role: 'columnText' }, { role: 'H3', color: colours.ink2 })
  const row = pairRow(acrossTitle({ own: title(pair.own), official: title(pair.official) }, task.title, pair), pair)
  const number: Content = {
    ...typeStyle(pair.own, 'side'),
    text: String(task.number),
    bold: true,
    margin: [mm(1.5), 0, 0, 0],
    width: mm(12),
  }
  const lead: Content = {
    role: 'TH',
    scope: 'Row',
    relativePosition: { x: 0, y: 0 },
    stack: [{ columns: [tickBox(true, labels.done), number] }],
  }
  return {
    keep: 'together',
    stack: [
      {
        frame: { padding: [0, 0, 0, 0], color: colours.line, lineWidth: 0.5, edges: { at: mm(94.5) } },
        minHeight: mm(5),
        stack: [withLead(lead, row)],
        margin: [0, donePadding, 0, donePadding],
      },
      hairline(),
    ],
  }
}
