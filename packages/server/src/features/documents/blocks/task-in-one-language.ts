/** A task across the page: box and number, text, when and where, QR code. */
import { directionOf, type Language } from '@kase/shared/locales.ts'
import type { Content, PartsBlock, StackBlock } from '../../../typesetting/content.ts'
import type { PlanTask } from '../plan-document.ts'
import { dayAndMonth } from '../setting/dates.ts'
import { fill, labelsOf } from '../setting/labels.ts'
import { colours, mm, typeStyle, unbrokenTask } from '../setting/measures.ts'
import { lineCell, stackCells, cellBlock } from './cells.ts'
import { namePlate, placeSign } from './plate.ts'
import { hairline, qrBlock, tickBox } from './shapes.ts'
import { placeField, readingFields, titleField, whenOf, whenField, type TaskTitles } from './task-fields.ts'

const padding = mm(2.4)
const donePadding = mm(1.2)
const fieldGap = mm(0.8)
const boxWidth = mm(11)
const sideWidth = mm(49)
const sideGap = mm(5)
const qrSide = mm(14)
const qrGap = mm(3)

/** A task still to be done, in parts between which it may break when it is long. */
export function openTask(task: PlanTask, titles: TaskTitles, reader: Language): PartsBlock {
  const fields = readingFields(task, titles)
  return {
    stack: [],
    parts: {
      count: Math.max(1, fields.length),
      least: 1,
      keepUpTo: unbrokenTask,
      build: (from, to) => {
        const cells = fields.slice(from, to).map((field) => field({ reader, role: 'text' }))
        return from === 0 ? firstPart(task, cells, reader) : furtherPart(task, cells, reader)
      },
    },
  }
}

type Cells = Parameters<typeof stackCells>[0]

function firstPart(task: PlanTask, cells: Cells, reader: Language): StackBlock {
  const labels = labelsOf(reader)
  const title = titleField(task)({ reader, role: 'task' })
  const text: Content[] = [
    ...stackCells([title], reader, 0),
    ...(task.officialName ? [{ ...plateOf(task, reader), margin: [0, mm(0.6), 0, mm(0.6)] as const }] : []),
    ...withGap(stackCells(cells, reader, fieldGap, title.note)),
  ]
  const code = task.url ? qrBlock(task.url, qrSide, fill(labels.qrTask, { number: task.number })) : undefined
  const codeWidth = typeof code?.width === 'number' ? code.width : 0
  const body: Content = {
    role: 'LBody',
    width: '*',
    columns: [
      { stack: text, width: '*' },
      { stack: side(task, reader), width: sideWidth + sideGap, margin: [sideGap, 0, 0, 0] },
      ...(code ? [{ ...code, margin: [qrGap, 0, 0, 0] as const, width: codeWidth + qrGap }] : []),
    ],
  }
  return row([{ ...boxAndNumber(task, reader, labels.notDone), role: 'Lbl' }, body], padding)
}

/** What stands on the next page says again whose it is. */
function furtherPart(task: PlanTask, cells: Cells, reader: Language): StackBlock {
  const labels = labelsOf(reader)
  const title = titleField(task)({ reader, role: 'task' })
  const repeated: Content = {
    artifact: true,
    stack: [
      {
        columns: [
          { stack: [...title.blocks], width: 'auto' },
          { ...typeStyle(reader, 'label'), text: labels.continued, width: '*' },
        ],
        columnGap: mm(2),
      },
      ...whenField(task, 'page')({ reader, role: 'side' }).blocks,
    ],
  }
  const number: Content = {
    ...typeStyle(reader, 'side'),
    text: String(task.number),
    bold: true,
    width: boxWidth,
    artifact: true,
  }
  const text: Content = {
    role: 'LBody',
    width: mm(88),
    stack: [repeated, ...withGap(stackCells(cells, reader, fieldGap))],
  }
  return row([number, text], padding)
}

const withGap = (blocks: Content[]): Content[] =>
  blocks.length > 0 ? [{ stack: blocks, margin: [0, fieldGap, 0, 0] }] : []

const row = (columns: Content[], space: number): StackBlock => ({
  role: 'LI',
  stack: [{ columns, margin: [0, space, 0, space] }, hairline()],
})

function boxAndNumber(task: PlanTask, reader: Language, alt: string): StackBlock {
  const number: Content = {
    ...typeStyle(reader, 'side'),
    leading: 12,
    text: String(task.number),
    bold: true,
    alignment: 'center',
    width: mm(5),
    margin: [0, mm(1), boxWidth - mm(5), 0],
  }
  return { stack: [tickBox(false, alt), number], width: boxWidth }
}

const plateOf = (task: PlanTask, reader: Language): Content =>
  task.officialName ? namePlate(task.officialName, { direction: directionOf(reader), around: reader }) : { text: '' }

function side(task: PlanTask, reader: Language): Content[] {
  const { label, time, moved } = whenOf(task, reader, 'page')
  const style = typeStyle(reader, 'side')
  const small = { ...typeStyle(reader, 'label'), color: colours.ink2 }
  const words = placeField(task, false)({ reader, role: 'side' })
  return [
    { ...small, text: label },
    { ...style, text: time, bold: true, margin: [0, 0, 0, mm(1)] },
    ...(moved ? [{ ...small, text: moved, margin: [0, 0, 0, mm(1)] as const }] : []),
    ...(task.place
      ? [
          {
            ...placeSign(task.place, { direction: directionOf(reader), around: reader }),
            margin: [0, mm(0.8), 0, mm(1.2)] as const,
          },
        ]
      : []),
    ...(words.blocks.length > 0 ? [cellBlock(words, reader)] : []),
  ]
}

/** A task that is done: one line. `told` is the note its section's heading bears already. */
export function doneTask(task: PlanTask, reader: Language, told: string | undefined): StackBlock {
  const labels = labelsOf(reader)
  const style = { ...typeStyle(reader, 'text'), color: colours.ink2 }
  const title = lineCell(task.title, { reader, role: 'text' }, { role: 'H3', color: colours.ink2 })
  const done = task.done?.on ? fill(labels.doneOn, { date: dayAndMonth(reader, task.done.on) }) : labels.done
  const number: Content = {
    ...typeStyle(reader, 'text'),
    text: String(task.number),
    bold: true,
    margin: [mm(1.5), 0, 0, 0],
    width: mm(8),
  }
  return row(
    [
      { role: 'Lbl', width: mm(13), columns: [tickBox(true, labels.done), number] },
      {
        role: 'LBody',
        width: '*',
        columns: [
          { stack: stackCells([title], reader, 0, told), width: '*' },
          { ...style, text: done, alignment: 'end', width: mm(55) },
        ],
      },
    ],
    donePadding,
  )
}
