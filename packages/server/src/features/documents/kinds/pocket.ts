/**
 * The pocket plan: one A4, folded twice with the print outside. In front: whose it is and the QR code; behind: numbers to
 * call; unfolded, the first week.
 */
import { directionOf, type Language } from '@kase/shared/locales.ts'
import type { Content, Frame, PageSequence } from '../../../typesetting/content.ts'
import { cellBlock, lineCell, saidOnce, type Cell } from '../blocks/cells.ts'
import { employerMark } from '../blocks/first-page.ts'
import { placeSign } from '../blocks/plate.ts'
import { emergencyLines, helperBlocks } from '../blocks/rights-lines.ts'
import { band, hairline, qrBlock, rule, tickBox } from '../blocks/shapes.ts'
import { contactLine, whenOf } from '../blocks/task-fields.ts'
import type { PlanTask, PocketPlan } from '../plan-document.ts'
import { brandColour } from '../setting/brand.ts'
import { shortDate } from '../setting/dates.ts'
import { isolate } from '../setting/isolation.ts'
import { fill, labelsOf } from '../setting/labels.ts'
import { colours, mm, typeStyle } from '../setting/measures.ts'

const edge = mm(9)
const panel = mm(105) - 2 * edge
const fold: Frame = {
  padding: [0, 0, 0, 0],
  color: colours.line,
  lineWidth: 0.5,
  dash: { length: 1, space: 3 },
  edges: { at: mm(105) - edge },
}
/** As many tasks as the inner half holds when the plan has no dates to choose by. */
const mostUndated = 6

/** The sheet, and further ones only when a week does not fit. */
export function pocketPages(plan: PocketPlan): PageSequence {
  const { language } = plan
  return {
    language,
    margins: [edge, edge, edge, edge],
    content: [
      { stack: [twoPanels(frontPanel(plan), numbersPanel(plan))], frame: fold, minHeight: mm(148.5) - edge },
      rule(mm(192), 0.5, colours.line),
      { stack: weekPanels(plan), margin: [0, edge, 0, 0] },
    ],
  }
}

const twoPanels = (first: Content[], second: Content[]): Content => ({
  columns: [
    { stack: first, width: panel },
    { stack: second, width: panel },
  ],
  columnGap: 2 * edge,
})

function frontPanel(plan: PocketPlan): Content[] {
  const { language, participant, facts, link } = plan
  const labels = labelsOf(language)
  const { contact } = facts
  const small = { ...typeStyle(language, 'label'), color: colours.ink2 }
  const person: Content[] = contact
    ? [
        { ...small, text: labels.contact, margin: [0, mm(4), 0, 0] },
        { ...typeStyle(language, 'text'), text: isolate('name', contact.name), bold: true },
        ...(contact.phone ? [contactLine(contact.phone, 'phone', typeStyle(language, 'emergency'), true)] : []),
      ]
    : []
  const code: Content[] = link
    ? [
        { ...qrBlock(link.url, mm(28), labels.qrPlan), margin: [0, mm(5), 0, mm(1)] },
        { ...typeStyle(language, 'label'), text: labels.openOnPhone, bold: true },
        ...(link.until
          ? [{ ...typeStyle(language, 'label'), text: fill(labels.linkWorksUntil, { date: shortDate(link.until) }) }]
          : []),
      ]
    : []
  return [
    band(brandColour(plan.employer.colour), panel),
    { stack: [employerMark(plan.employer, language)], margin: [0, mm(4), 0, 0] },
    {
      ...typeStyle(language, 'section'),
      text: isolate('name', participant.name),
      role: 'H1',
      bold: true,
      margin: [0, mm(2), 0, 0],
    },
    ...person,
    ...code,
  ]
}

function numbersPanel({ language, rightsAndHelp }: PocketPlan): Content[] {
  return [
    heading(labelsOf(language).phoneNumbers, language, colours.help),
    ...emergencyLines(rightsAndHelp, { reader: language, role: 'columnText' }),
    hairline(panel),
    { text: '', leading: mm(2), artifact: true },
    ...helperBlocks(withWays(rightsAndHelp.helpers), { reader: language, role: 'columnText', contacts: 'below' }),
  ]
}

/** Those who can be reached, by name and number alone. */
const withWays = (helpers: PocketPlan['rightsAndHelp']['helpers']): PocketPlan['rightsAndHelp']['helpers'] =>
  helpers.filter(({ phone, url }) => phone || url).map((helper) => ({ ...helper, about: {} }))

const heading = (text: string, language: Language, color: string): Content => ({
  ...typeStyle(language, 'section'),
  text,
  role: 'H2',
  bold: true,
  color,
  margin: [0, 0, 0, mm(1.5)],
})

function weekPanels(plan: PocketPlan): Content[] {
  const tasks = firstWeek(plan)
  if (tasks.length === 0) return []
  const half = Math.ceil(tasks.length / 2)
  const list = (part: readonly PlanTask[]): Content[] =>
    part.length > 0 ? [{ role: 'L', stack: weekTasks(part, plan.language) }] : []
  return [
    heading(labelsOf(plan.language).firstWeek, plan.language, colours.act),
    twoPanels(list(tasks.slice(0, half)), list(tasks.slice(half))),
  ]
}

/** Open tasks of seven days; when none is dated so, the next ones there are. */
export function firstWeek({ sections, facts, weekFrom }: PocketPlan): PlanTask[] {
  const open = sections.flatMap(({ tasks }) => tasks).filter(({ done }) => !done)
  const dated = open.filter(({ when }) => when.day)
  const from = weekFrom ?? facts.startsOn ?? dated.map(({ when }) => when.day ?? '').sort()[0]
  const until = from && new Date(Date.parse(from) + 6 * 86_400_000).toISOString().slice(0, 10)
  const week = dated.filter(({ when }) => from && until && when.day && when.day >= from && when.day <= until)
  return week.length > 0 ? week : open.slice(0, mostUndated)
}

function weekTasks(tasks: readonly PlanTask[], language: Language): Content[] {
  const setting = { reader: language, role: 'columnText' } as const
  const titles = saidOnce(tasks.map(({ title }) => lineCell(title, setting, { role: 'H3', bold: true })))
  return tasks.map((task, index) => weekTask(task, titles[index] ?? { blocks: [] }, language))
}

function weekTask(task: PlanTask, title: Cell, language: Language): Content {
  const { time } = whenOf(task, language, 'column')
  const { place } = task
  return {
    role: 'LI',
    margin: [0, 0, 0, mm(2.5)],
    columnGap: mm(2.5),
    columns: [
      { role: 'Lbl', width: mm(5), stack: [tickBox(false, labelsOf(language).notDone)] },
      {
        role: 'LBody',
        width: '*',
        stack: [
          cellBlock(title, language),
          { ...typeStyle(language, 'columnText'), text: time },
          ...(place
            ? [
                {
                  ...placeSign(place, { direction: directionOf(language), around: language }),
                  margin: [0, mm(0.6), 0, mm(0.6)] as const,
                },
              ]
            : []),
          ...(place?.phone ? [contactLine(place.phone, 'phone', typeStyle(language, 'columnText'), true)] : []),
        ],
      },
    ],
  }
}
