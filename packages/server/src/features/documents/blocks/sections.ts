/** The sections of a plan: heading and tasks, in one language or two. */
import { directionOf, type Language } from '@kase/shared/locales.ts'
import type { Content, StackBlock } from '../../../typesetting/content.ts'
import type { PlanSection } from '../plan-document.ts'
import { choose } from '../setting/localized.ts'
import { colours, mm, textWidth } from '../setting/measures.ts'
import { cellBlock, lineCell, type Cell } from './cells.ts'
import { rule } from './shapes.ts'
import type { TaskTitles } from './task-fields.ts'
import { doneTask, openTask } from './task-in-one-language.ts'
import { acrossTitle, donePair, openPair, pairMeasures, type Pair } from './task-side-by-side.ts'

/** Titles of every task of a plan by number. */
export const titlesOf = (sections: readonly PlanSection[]): TaskTitles =>
  new Map(sections.flatMap(({ tasks }) => tasks.map(({ number, title }) => [number, title] as const)))

/** A section across the page. */
export function section(part: PlanSection, titles: TaskTitles, reader: Language): StackBlock {
  const told = choose(part.title, reader)?.note
  const tasks = part.tasks.map((task) => (task.done ? doneTask(task, reader, told) : openTask(task, titles, reader)))
  return {
    role: 'Sect',
    stack: [
      headingBlock([cellBlock(headingCell(part, reader), reader)]),
      { role: 'L', stack: keepToFirstOpen(tasks, part) },
    ],
  }
}

/** A section in two columns. */
export function pairSection(part: PlanSection, titles: TaskTitles, pair: Pair): StackBlock {
  const { lead, column, gap } = pairMeasures
  const tasks = part.tasks.map((task) => (task.done ? donePair(task, pair) : openPair(task, titles, pair)))
  const cells = { own: headingCell(part, pair.own), official: headingCell(part, pair.official) }
  const { own, official } = acrossTitle(cells, part.title, pair)
  const headings: Content = {
    columns: [
      { stack: [cellBlock(own, pair.own)], width: lead + column },
      { text: '', width: gap, artifact: true },
      { stack: [cellBlock(official, pair.official)], width: column, flow: directionOf(pair.official) },
    ],
  }
  return {
    role: 'Sect',
    stack: [headingBlock([headings]), { role: 'Table', stack: keepToFirstOpen(tasks, part) }],
  }
}

/** A heading stays with everything down to the first open task: a reader must see at once what is to be done. */
function keepToFirstOpen(blocks: readonly Content[], { tasks }: PlanSection): Content[] {
  const firstOpen = tasks.findIndex(({ done }) => !done)
  return blocks.map((block, index) => {
    const isDone = tasks[index]?.done !== undefined
    if (!isDone) return block
    return { ...block, keep: index < firstOpen ? 'with-next' : 'together' }
  })
}

const headingBlock = (stack: Content[]): StackBlock => ({
  keep: 'with-next',
  margin: [0, mm(5), 0, 0],
  stack: [...stack, rule(textWidth, 1.2, colours.act, [0, mm(1.5), 0, 0.6])],
})

const headingCell = (part: PlanSection, reader: Language): Cell =>
  lineCell(part.title, { reader, role: 'section' }, { role: 'H2', bold: true, color: colours.act, outline: true })
