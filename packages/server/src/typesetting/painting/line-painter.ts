/** Paints a line: pieces into visual order, then to their places, then as text inside the right structure elements. */
import { visualOrder, type LeveledPiece } from '../bidi/paragraph-levels.ts'
import type { Inline, Run } from '../layout/inline.ts'
import { ascenderOf } from '../layout/line.ts'
import { joinRuns } from '../layout/runs.ts'
import type { LineInstance } from '../pdfmake/internals.ts'
import type { PdfDocumentInstance } from '../pdfmake/pdfkit.ts'
import { addElement, type StructureElement } from '../structure/structure-tree.ts'
import type { PlacedRun, TextWriter } from './glyph-writer.ts'
import type { Marker } from './marker.ts'

interface Piece extends LeveledPiece {
  readonly run: Run
  readonly inline: Inline
  x: number
}

export interface LineSetting {
  readonly document: PdfDocumentInstance
  readonly marker: Marker
  readonly text: TextWriter
  /** Width of a page that is mirrored; undefined on a left-to-right one. */
  readonly mirrorWidth: number | undefined
}

/** Paints one line; without an element it is an artifact. */
export function paintLine(setting: LineSetting, line: LineInstance): void {
  const { document } = setting
  const pieces = piecesOf(line)
  const left = place(pieces, line, setting.mirrorWidth)
  const y = (line.y || 0) + ascenderOf(line)
  if (line.id) document.addNamedDestination(line.id, 'XYZ', left, line.y || 0, null)
  if (line._outline) document.outline.addItem(line._outline.text, { expanded: false })
  for (const group of groupsOf(pieces)) {
    const element = elementFor(group, line._structure)
    setting.marker.mark(element)
    const runs = inWritingOrder(group).map(({ run, x }): PlacedRun => ({ run, x, y }))
    if (runs.length > 0) setting.text.write(runs)
    const link = group[0]?.inline.style.link
    if (link) annotate(document, { link, element, group, top: line.y || 0, height: line.getHeight() })
  }
}

/** The runs of a line in logical order, as they are painted. */
export const runsOfLine = (line: LineInstance): Run[] => piecesOf(line).map(({ run }) => run)

/** The runs of a line in logical order, those that belong together shaped together. */
function piecesOf(line: LineInstance): Piece[] {
  const pieces: Piece[] = []
  const owners = new Map<Run, Inline>()
  const runs = line.inlines.flatMap((inline, index) => {
    const isLast = index === line.inlines.length - 1
    const own = isLast && inline.hyphen ? [...inline.runs, inline.hyphen] : inline.runs
    for (const run of own) owners.set(run, inline)
    return own
  })
  let inline = line.inlines[0]
  for (const run of joinRuns(runs)) {
    // A joined run is new; it belongs where its first part did, which is the inline after the one before.
    inline = owners.get(run) ?? inlineOf(line, run) ?? inline
    if (inline) pieces.push({ run, inline, level: run.level, space: run.space, x: 0 })
  }
  return pieces
}

const inlineOf = (line: LineInstance, run: Run): Inline | undefined =>
  line.inlines.find((inline) => inline.style === run.style)

/** Gives each piece its x; answers the line's left edge. */
function place(pieces: Piece[], line: LineInstance, mirrorWidth: number | undefined): number {
  const first = line.inlines[0]
  const baseLevel = first?.baseLevel ?? 0
  const ordered = visualOrder(pieces, baseLevel)
  const width = line.getWidth()
  const left = mirrorWidth === undefined ? line.x : mirrorWidth - line.x - width
  // White space that hangs over the line's end stands outside its edges, on the side where the paragraph ends.
  let x = left - (baseLevel === 1 ? Math.max(0, line.trailingCut) : line.leadingCut)
  for (const piece of ordered) {
    piece.x = x
    x += piece.run.width
  }
  return left
}

/** Neighbours (in logical order) with one link and one language: what one structure element holds. */
function groupsOf(pieces: readonly Piece[]): Piece[][] {
  const groups: Piece[][] = []
  for (const piece of pieces) {
    const group = groups.at(-1)
    const style = group?.[0]?.inline.style
    const own = piece.inline.style
    if (group && style && style.link === own.link && style.language === own.language) group.push(piece)
    else groups.push([piece])
  }
  return groups
}

const openLinks = new WeakMap<StructureElement, { link: string; element: StructureElement }>()
const languages = new WeakMap<StructureElement, string>()

/** The paragraph's own element, or one in it for a link or for words of another language. */
function elementFor(group: readonly Piece[], paragraph: StructureElement | undefined): StructureElement | undefined {
  const style = group[0]?.inline.style
  if (!paragraph || !style) return paragraph
  const own = languages.get(paragraph) ?? style.language
  languages.set(paragraph, own)
  if (style.link) {
    const open = openLinks.get(paragraph)
    if (open?.link === style.link) return open.element
    const element = addElement(paragraph, 'Link')
    openLinks.set(paragraph, { link: style.link, element })
    return element
  }
  if (group.some(({ space }) => !space)) openLinks.delete(paragraph)
  return style.language === own ? paragraph : addElement(paragraph, 'Span', { language: style.language })
}

/**
 * Stretches of one direction in logical order, each from left to right inside: the order from which pdftotext, pdf.js and
 * PDFium rebuild the text best.
 */
function inWritingOrder(group: readonly Piece[]): Piece[] {
  const written: Piece[] = []
  for (let start = 0; start < group.length;) {
    const direction = (group[start]?.level ?? 0) % 2
    let end = start + 1
    while (end < group.length && (group[end]?.level ?? 0) % 2 === direction) end++
    const stretch = group.slice(start, end)
    written.push(...(direction === 1 ? stretch.sort((a, b) => a.x - b.x) : stretch))
    start = end
  }
  return written
}

interface LinkArea {
  readonly link: string
  readonly element: StructureElement | undefined
  readonly group: readonly Piece[]
  readonly top: number
  readonly height: number
}

function annotate(document: PdfDocumentInstance, { link, element, group, top, height }: LinkArea): void {
  const words = group.filter(({ space }) => !space)
  if (words.length === 0) return
  const left = Math.min(...words.map(({ x }) => x))
  const right = Math.max(...words.map(({ x, run }) => x + run.width))
  linkArea(document, { link, element, words: words.map(({ run }) => run.text).join(' ') }, [
    left,
    top,
    right - left,
    height,
  ])
}

/** pdfkit writes a String object as a PDF string and a plain string as a name. */
// oxlint-disable-next-line no-new-wrappers
const literal = (text: string): object => new String(text)

/** A clickable area that the structure tree knows of. */
export function linkArea(
  document: PdfDocumentInstance,
  { link, element, words }: { link: string; element: StructureElement | undefined; words: string },
  [x, y, width, height]: [number, number, number, number],
): void {
  const print = 4
  const key = element ? document.createStructParentTreeNextKey() : undefined
  const tenth = (length: number): number => Math.round(length * 10) / 10
  document.annotate(tenth(x), tenth(y), tenth(width), tenth(height), {
    Subtype: 'Link',
    A: { S: 'URI', URI: literal(link) },
    Contents: literal(words),
    F: print,
    ...(key === undefined ? {} : { StructParent: key }),
  })
  const reference = document.page.annotations.at(-1)
  if (element && reference && key !== undefined) {
    element.annotations.push({ reference, page: document.page.dictionary, key })
  }
}
