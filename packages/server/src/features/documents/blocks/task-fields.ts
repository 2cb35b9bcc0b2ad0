/** The fields of a task, each as a function of its reader, so that one language or two can be set from the same list. */
import type { Language } from '@kase/shared/locales.ts'
import type { Content, Span } from '../../../typesetting/content.ts'
import type { Localized, PlanTask } from '../plan-document.ts'
import { clockTime, columnDate, longDate, shortDate } from '../setting/dates.ts'
import { isolate, isolateInText } from '../setting/isolation.ts'
import { fill, labelsOf } from '../setting/labels.ts'
import { choose, isOwn } from '../setting/localized.ts'
import { colours, mm, typeStyle } from '../setting/measures.ts'
import { colonOf, commaOf } from '../setting/punctuation.ts'
import { inLanguage, inlineSpans } from '../setting/rich-spans.ts'
import { emptyCell, lineCell, richCell, type Cell, type CellSetting } from './cells.ts'

/** What a reader of a language gets for a field. */
export type Field = (setting: CellSetting) => Cell

/** Titles of all tasks by number, for fields that name another task. */
export type TaskTitles = ReadonlyMap<number, Localized<string>>

/** Everything to read in a task after its title and its time, in order; empty fields left out. */
export function readingFields(task: PlanTask, titles: TaskTitles): Field[] {
  const { body, steps, why, bring, waitsFor } = task
  return [
    ...(body ? [(setting: CellSetting) => richCell(body, setting)] : []),
    ...steps.map((step, index) => (setting: CellSetting) => stepCell(index + 1, richCell(step, setting), setting)),
    ...(why ? [(setting: CellSetting) => richCell(why, setting, labelsOf(setting.reader).why)] : []),
    ...(bring.length > 0 ? [(setting: CellSetting) => bringCell(task, setting)] : []),
    ...(waitsFor.length > 0 ? [(setting: CellSetting) => firstCell(task, titles, setting)] : []),
  ]
}

/** The heading of a task. */
export const titleField =
  (task: PlanTask): Field =>
  (setting) =>
    lineCell(task.title, setting, { role: 'H3', bold: true })

function stepCell(number: number, step: Cell, { reader, role }: CellSetting): Cell {
  const { blocks } = step
  if (blocks.length === 0) return emptyCell
  const figure: Content = {
    ...typeStyle(reader, role),
    text: String(number),
    bold: true,
    color: colours.act,
    width: mm(6),
  }
  return { ...step, blocks: [{ columns: [figure, { stack: [...blocks], width: '*' }] }] }
}

/** What to bring, as one sentence. */
function bringCell({ bring }: PlanTask, { reader, role }: CellSetting): Cell {
  const items = bring.map((item) => choose(item, reader)).filter((item) => item !== undefined)
  const spans = items.flatMap(({ language, text }, index): Span[] => [
    ...(index === 0 ? [] : [{ text: commaOf(reader) }]),
    ...inLanguage(inlineSpans(text), language, reader),
  ])
  return sentence(labelsOf(reader).bring, spans, items, { reader, role })
}

/** What must be done first: numbers and titles of other tasks. */
function firstCell({ waitsFor }: PlanTask, titles: TaskTitles, { reader, role }: CellSetting): Cell {
  const items = waitsFor.map((number) => ({ number, title: choose(titles.get(number), reader) }))
  const spans = items.flatMap(({ number, title }, index): Span[] => [
    { text: `${index === 0 ? '' : commaOf(reader)}${isolate('amount', String(number))}\u00a0` },
    ...(title ? inLanguage([{ text: isolateInText(title.text) }], title.language, reader) : []),
  ])
  const chosen = items.flatMap(({ title }) => (title ? [title] : []))
  return sentence(labelsOf(reader).first, spans, chosen, { reader, role })
}

function sentence(
  label: string,
  spans: readonly Span[],
  items: readonly { readonly note?: string }[],
  { reader, role }: CellSetting,
): Cell {
  const text = [{ text: label + colonOf(reader), bold: true }, ...spans]
  return { blocks: [{ ...typeStyle(reader, role), text }], note: items.find(({ note }) => note)?.note }
}

/** The label over a task's time, and the time in words. */
export function whenOf(
  { when }: PlanTask,
  reader: Language,
  width: 'page' | 'column',
): { label: string; time: string; moved?: string } {
  const labels = labelsOf(reader)
  if (when.kind === 'any' || !when.day) return { label: labels.when, time: labels.anyTime }
  const date = width === 'page' ? longDate(reader, when.day) : columnDate(reader, when.day)
  const time = when.time
    ? fill(labels.dateAndTime.replace(' {time}', '\u00a0{time}'), { date, time: clockTime(reader, when.time) })
    : date
  return {
    label: when.kind === 'deadline' ? labels.deadline : labels.when,
    time,
    ...(when.rolledFrom ? { moved: fill(labels.movedFrom, { date: shortDate(when.rolledFrom) }) } : {}),
  }
}

/** Label and time on one line, for a column: `Määräaika: ma 11.1.2027`. */
export const whenField =
  (task: PlanTask, width: 'page' | 'column'): Field =>
  ({ reader, role }) => {
    const { label, time, moved } = whenOf(task, reader, width)
    const style = typeStyle(reader, role)
    const line: Content = {
      ...style,
      text: [
        { text: label + colonOf(reader), color: colours.ink2 },
        { text: time, bold: true },
      ],
    }
    const note: Content[] = moved ? [{ ...typeStyle(reader, 'label'), text: moved, color: colours.ink2 }] : []
    return { blocks: [line, ...note] }
  }

/** What a place is and when it is open, in the reader's words, and its number. */
export function placeField({ place }: PlanTask, withLabel: boolean): Field {
  return ({ reader, role }) => {
    if (!place) return emptyCell
    const { about, hours, phone, url } = place
    // The sign itself says it to those who read its language.
    const readsSign = reader === place.sign.language
    const texts = [about, hours]
      .filter((text) => !readsSign || isOwn(text, reader))
      .map((text) => choose(text, reader))
      .filter((text) => text !== undefined)
    const words = texts.flatMap(({ language, text }, index): Span[] => [
      ...(index === 0 ? [] : [{ text: commaOf(reader) }]),
      ...inLanguage([{ text: isolateInText(text) }], language, reader),
    ])
    const label: Span[] =
      withLabel && words.length > 0 ? [{ text: labelsOf(reader).where + colonOf(reader), bold: true }] : []
    const style = typeStyle(reader, role)
    const blocks: Content[] = [
      ...(words.length > 0 ? [{ ...style, text: [...label, ...words] }] : []),
      ...(phone ? [contactLine(phone, 'phone', style)] : []),
      ...(url ? [contactLine(url, 'url', style)] : []),
    ]
    return { blocks, note: texts.find(({ note }) => note)?.note }
  }
}

/** A number or an address on a line of its own, which a phone can open. */
export function contactLine(
  value: string,
  kind: 'phone' | 'url',
  style: ReturnType<typeof typeStyle>,
  bold = false,
): Content {
  const link = kind === 'phone' ? `tel:${value.replace(/[^\d+]/g, '')}` : wholeUrl(value)
  return { ...style, text: [{ text: isolate(kind, kind === 'url' ? shownUrl(value) : value), link, bold }] }
}

export const wholeUrl = (url: string): string => (/^https?:/i.test(url) ? url : `https://${url}`)

/** An address as somebody would type it from paper; of a long one the site is enough, the link leads to the page. */
export function shownUrl(url: string): string {
  const short = url.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '')
  return short.length <= longestTyped ? short : short.replace(/\/.*/, '')
}

const longestTyped = 32
