/** What is wrong with laid-out pages: text outside the page, text that did not arrive. */
import { languageTags, pickLanguage, type Language } from '@kase/shared/locales.ts'
import { inlineText, type RichText } from '@kase/shared/text/rich-text.ts'
import type { LaidOutPage, LineInstance } from '../../../typesetting/pdfmake/internals.ts'
import type { Localized, PlanDocument } from '../plan-document.ts'

/** Points a letter may stand beyond its column: rounding, no more. */
const tolerance = 0.5

/** Lines that stand outside the paper, or beside the text area. */
export function overflows(pages: readonly LaidOutPage[], sideMargin: number): string[] {
  return pages.flatMap(({ items, pageSize }, page) =>
    items.flatMap((item) => {
      if (item.type !== 'line') return []
      const { x, y } = item.item
      const [width, height] = [item.item.getWidth(), item.item.getHeight()]
      const inside = x >= sideMargin - tolerance && x + width <= pageSize.width - sideMargin + tolerance
      const onPaper = y >= -tolerance && y + height <= pageSize.height + tolerance
      if (inside && onPaper) return []
      return [
        `page ${page + 1}: x ${x.toFixed(1)} + ${width.toFixed(1)}, y ${y.toFixed(1)} + ${height.toFixed(1)}: ${lineText(item.item).slice(0, 40)}`,
      ]
    }),
  )
}

/** What was written, without the hyphen a line may have got at its end. */
const lineText = (line: LineInstance): string =>
  line.inlines.flatMap(({ runs }) => runs.map(({ text }) => text)).join('')

/** Letters alone: spaces and controls may come and go. */
const letters = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\p{Noncharacter_Code_Point}/gu, '\ufffd')
    .replace(/[\s\p{Cc}\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ufff9-\ufffb]/gu, '')

/** Texts of a document, as its readers should get them, that are on none of its pages. */
export function lostTexts(document: PlanDocument, pages: readonly LaidOutPage[]): string[] {
  const paragraphs = new Map<object, string>()
  for (const { items } of pages) {
    for (const { type, item } of items) {
      if (type === 'line' && item._structure)
        paragraphs.set(item._structure, (paragraphs.get(item._structure) ?? '') + lineText(item))
    }
  }
  const drawn = letters([...paragraphs.values()].join('\n'))
  return expectedTexts(document)
    .map(letters)
    .filter((text) => !drawn.includes(text))
}

function expectedTexts(document: PlanDocument): string[] {
  if (document.kind === 'record') {
    const { employer, participant, language, entries } = document
    return [
      employer.name,
      participant.name,
      ...entries.flatMap(({ title, version }) => [...plain(title, language), version]),
    ]
  }
  const { employer, participant, sections, rightsAndHelp: help } = document
  const names = [employer.name, participant.name]
  if (document.kind === 'pocket') return names
  const readers = readersOf(document)
  return readers.flatMap((reader) => [
    ...names,
    ...sections.flatMap(({ title, tasks }) => [
      ...plain(title, reader),
      ...tasks.flatMap((task) => [
        ...plain(task.title, reader),
        ...(task.done
          ? []
          : [task.body, task.why, ...task.steps]
              .flatMap((one) => rich(one, reader))
              .concat(task.bring.flatMap((one) => rich(one, reader)))),
      ]),
    ]),
    ...help.statements.flatMap((one) => rich(one, reader)),
    ...help.helpers.flatMap(({ name, about }) => [...plain(name, reader), ...rich(about, reader)]),
    ...help.emergency.flatMap(({ about }) => plain(about, reader)),
  ])
}

function readersOf(document: Exclude<PlanDocument, { kind: 'record' }>): Language[] {
  if (document.kind === 'several') return [...document.languages]
  return document.kind === 'side-by-side' ? [document.language, document.official] : [document.language]
}

function shown<T>(texts: Localized<T> | undefined, reader: Language): T | undefined {
  const has = (language: Language): boolean => texts?.[language] !== undefined
  const picked = pickLanguage(reader, has) ?? languageTags.find(has)
  return picked && texts?.[picked]?.text
}

const plain = (texts: Localized<string> | undefined, reader: Language): string[] => {
  const text = shown(texts, reader)
  return text === undefined ? [] : [text]
}

const rich = (texts: Localized<RichText> | undefined, reader: Language): string[] =>
  (shown(texts, reader) ?? []).flatMap((block) =>
    block.type === 'paragraph' ? [inlineText(block.children)] : block.items.map(inlineText),
  )
