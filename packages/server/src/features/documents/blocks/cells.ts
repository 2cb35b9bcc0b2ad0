/** A field of a task as one reader sees it: its paragraphs, and what must be said about them. */
import type { Language } from '@kase/shared/locales.ts'
import type { RichText } from '@kase/shared/text/rich-text.ts'
import type { Content, Span } from '../../../typesetting/content.ts'
import { isolateInText } from '../setting/isolation.ts'
import { choose } from '../setting/localized.ts'
import { colours, mm, typeStyle, type TypeRole } from '../setting/measures.ts'
import { colonOf } from '../setting/punctuation.ts'
import { inLanguage, paragraphsOf } from '../setting/rich-spans.ts'
import type { Localized } from '../plan-document.ts'

/** `note` says that nobody vouched for the text or that another language stands in; it and a dashed rule mark the field. */
export interface Cell {
  readonly blocks: readonly Content[]
  readonly note?: string | undefined
  /** The language the text is really in, where it is of one. */
  readonly language?: Language
  /** The same note stands above already: the rule alone marks this field. */
  readonly isTold?: boolean
}

export interface CellSetting {
  readonly reader: Language
  readonly role: TypeRole
}

export const emptyCell: Cell = { blocks: [] }

/** A rich text with an optional bold label running into its first paragraph, both in one language's setting. */
export function richCell(texts: Localized<RichText> | undefined, { reader, role }: CellSetting, label?: string): Cell {
  const chosen = choose(texts, reader)
  if (!chosen) return emptyCell
  const { language, text, note } = chosen
  const paragraphs = paragraphsOf(text)
  const lead: Span[] = label ? [{ text: label + colonOf(reader), bold: true }] : []
  const style = typeStyle(language, role)
  const blocks = paragraphs.map(({ spans, item }, index): Content => {
    const own = index === 0 ? [...inLanguage(lead, reader, language), ...spans] : spans
    return item && index > 0 ? { ...style, text: [{ text: '– ' }, ...own] } : { ...style, text: own }
  })
  return { blocks, note, language }
}

/** A plain line of text. */
export function lineCell(
  texts: Localized<string> | undefined,
  { reader, role }: CellSetting,
  extra: Partial<Content> = {},
): Cell {
  const chosen = choose(texts, reader)
  if (!chosen) return emptyCell
  const { language, text, note } = chosen
  const block = { ...typeStyle(language, role), text: isolateInText(text), ...extra } as Content
  return { blocks: [block], note, language }
}

/** A note is said once for as long as it stays the same; the dashed rule beside the text goes on. `told` is the last one said. */
export function saidOnce(cells: readonly Cell[], told?: string): Cell[] {
  let last = told
  return cells.map((cell) => {
    if (cell.note === undefined || cell.blocks.length === 0) return cell
    const isTold = cell.note === last
    last = cell.note
    return { ...cell, isTold }
  })
}

/** Cells under one another, `gap` points apart, each note said once. */
export const stackCells = (cells: readonly Cell[], reader: Language, gap: number, told?: string): Content[] =>
  saidOnce(cells, told)
    .filter(({ blocks, note }) => blocks.length > 0 || note)
    .map((cell, index) => {
      const block = cellBlock(cell, reader)
      return index === 0 ? block : { ...block, margin: [0, gap, 0, 0] }
    })

/** The blocks of a cell, behind a dashed rule when there is a note on them, which stands above unless it is told already. */
export function cellBlock({ blocks, note, isTold }: Cell, reader: Language): Content {
  if (!note) return { stack: [...blocks] }
  const mark: Content = { ...typeStyle(reader, 'label'), text: note, bold: true, color: colours.ink2 }
  return {
    stack: isTold ? [...blocks] : [mark, ...blocks],
    frame: {
      padding: [mm(2.5), 0, 0, 0],
      color: colours.ink2,
      lineWidth: 1.2,
      edges: 'start',
      dash: { length: 3, space: 2 },
    },
  }
}
