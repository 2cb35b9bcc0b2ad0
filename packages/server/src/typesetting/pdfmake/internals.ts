/** The shapes of pdfmake's and pdfkit's inner objects, as far as this engine touches them. Names are theirs. */
import type { EventEmitter } from 'node:events'
import type { Readable } from 'node:stream'
import type { Direction } from '../bidi/paragraph-levels.ts'
import type { DocumentFont } from '../fonts/document-font.ts'
import type { Branch, StructureElement } from '../structure/structure-tree.ts'
import type { Fragment } from '../layout/fragments.ts'
import type { PlacedWatermark } from '../painting/watermark.ts'
import type { Inline } from '../layout/inline.ts'
import type { Drawing, Frame, Parts, Role } from '../content.ts'

/** A reference to an indirect object of the file (pdfkit's PDFReference). */
export interface PdfReference {
  readonly id: number
  data: Record<string, unknown>
  end(chunk?: Uint8Array | string): void
}

export interface PdfPage {
  readonly dictionary: PdfReference
  readonly width: number
  readonly height: number
  readonly fonts: Record<string, PdfReference>
  readonly annotations: PdfReference[]
  write(content: string): void
}

/** The content of one marked-content sequence, to be given to a structure element. */
export interface StructureContent {
  readonly refs: readonly { readonly pageRef: PdfReference; readonly mcid: number }[]
}

export interface PdfDocumentInstance extends Readable {
  page: PdfPage
  info: Record<string, unknown>
  images: Record<string, string>
  readonly fonts: Record<string, Record<string, string>>
  readonly outline: OutlineItem
  readonly _root: PdfReference
  readonly _info: PdfReference
  readonly _id: Buffer
  readonly _offset: number
  readonly _offsets: readonly number[]
  readonly _fontFamilies: Record<string, unknown>
  _pdfMakePages: unknown
  ref(data?: Record<string, unknown>): PdfReference
  addPage(options: { size: [number, number] }): this
  addContent(content: string): this
  appendXML(xml: string): void
  save(): this
  restore(): this
  transform(a: number, b: number, c: number, d: number, e: number, f: number): this
  translate(x: number, y: number): this
  rotate(angle: number, options: { origin: [number, number] }): this
  path(d: string): this
  lineWidth(width: number): this
  lineCap(cap: string): this
  lineJoin(join: string): this
  undash(): this
  rect(x: number, y: number, w: number, h: number): this
  fill(): this
  stroke(): this
  fillColor(color: unknown): this
  strokeColor(color: unknown): this
  resolveColor(color: unknown, fallback: string): unknown
  annotate(x: number, y: number, w: number, h: number, options: object): this
  addNamedDestination(name: string, ...args: unknown[]): void
  markContent(tag: string, options?: object): this
  markStructureContent(tag: string): StructureContent
  endMarkedContent(): this
  getStructTreeRoot(): PdfReference
  getStructParentTree(): { get(key: number): PdfReference[]; add(key: number, value: PdfReference): void }
  createStructParentTreeNextKey(): number
  getFontFile(family: string, bold: boolean, italics: boolean): string | null
  provideFont(family: string, bold: boolean, italics: boolean): DocumentFont
  provideImage(source: string): { width: number; height: number }
  end(): void
  _addInfo(): void
  _write(data: string | Buffer): void
  _finalize(): void
}

export interface OutlineItem {
  addItem(text: string, options: { expanded: boolean }): OutlineItem
}

export interface Vector {
  type: 'rect' | 'line' | 'ellipse' | 'polyline' | 'path'
  x: number
  y: number
  w: number
  h: number
  x1: number
  y1: number
  x2: number
  y2: number
  r1: number
  r2: number
  points: { x: number; y: number }[]
  drawing?: Drawing
  closePath?: boolean
  color?: string
  /** Set on the shapes of a block that is a link. */
  link?: string
  lineColor?: string
  lineWidth?: number
  r?: number
  dash?: { readonly length: number; readonly space: number }
  _structure?: StructureElement
}

/** A node of the document definition after pdfmake has worked on it. */
export interface LayoutNode {
  text?: unknown
  stack?: LayoutNode[]
  columns?: LayoutNode[]
  canvas?: Vector[]
  image?: string
  svg?: string
  parts?: Parts
  keep?: 'together' | 'with-next'
  width?: unknown
  language?: string
  role?: Role
  alt?: string
  scope?: 'Row' | 'Column'
  rowSpan?: number
  frame?: Frame
  minHeight?: number
  artifact?: boolean
  link?: string
  outline?: boolean
  positions: { pageNumber: number }[]
  _span?: boolean
  columnGap?: number
  flow?: Direction
  _askedWidth?: unknown
  _inlines?: Inline[]
  _nextInline?: number
  _rest?: Inline | undefined
  _minWidth: number
  _maxWidth: number
  _calcWidth?: number
  _margin?: [number, number, number, number] | null
  _gap?: number
  _structure?: StructureElement
  _branch?: Branch
  _styles?: StyleStackInstance
  _fragment?: Fragment
  _whole?: LayoutNode
}

export interface LineInstance {
  x: number
  y: number
  readonly maxWidth: number
  inlines: Inline[]
  inlineWidths: number
  leadingCut: number
  trailingCut: number
  newLineForced?: boolean
  lastLineInParagraph?: boolean
  id?: string
  _structure?: StructureElement
  _outline?: { id?: string; parentId?: string; text: string; expanded: boolean }
  addInline(inline: Inline): void
  getHeight(): number
  getAscenderHeight(): number
  getWidth(): number
  getAvailableWidth(): number
  hasEnoughSpaceForInline(inline: Inline, next: Inline[]): boolean
}

export interface BoxItem {
  x: number
  y: number
  width: number
  _width: number
  _height: number
  _structure?: StructureElement
}

export type PageItem =
  | { readonly type: 'line'; readonly item: LineInstance }
  | { readonly type: 'vector'; readonly item: Vector }
  | { readonly type: 'image' | 'svg'; readonly item: BoxItem }
  | { readonly type: 'beginClip'; readonly item: BoxItem }
  | {
      readonly type: 'endClip' | 'beginVerticalAlignment' | 'endVerticalAlignment' | 'attachment'
      readonly item: BoxItem
    }

export interface LaidOutPage {
  readonly items: PageItem[]
  readonly pageSize: { readonly width: number; readonly height: number }
  readonly pageMargins: { readonly top: number; readonly bottom: number }
  watermark?: PlacedWatermark
}

export interface ContextInstance extends EventEmitter {
  x: number
  y: number
  page: number
  pages: LaidOutPage[]
  addMargin(left: number, right: number): void
  availableWidth: number
  availableHeight: number
  pageMargins: { top: number; bottom: number; left: number; right: number }
  getCurrentPage(): LaidOutPage & { pageSize: { width: number; height: number } }
  moveDown(offset: number): boolean
}

export interface WriterInstance extends EventEmitter {
  transactionLevel: number
  context(): ContextInstance
  moveToNextPage(): void
  pushContext(width: number, height: number): void
  popContext(): void
  addVector(vector: Partial<Vector>, ignoreX: boolean, ignoreY: boolean, index?: number, page?: number): void
}

export interface StyleStackInstance {
  styleOverrides: unknown[]
  getProperty(name: string): unknown
  clone(): StyleStackInstance
  push(style: unknown): void
}

export interface PrinterInstance {
  readonly fontDescriptors: object
}

export interface DocPreprocessorInstance {
  preprocessDocument(node: unknown): LayoutNode
  preprocessBlock(node: unknown): LayoutNode
}

export interface DocMeasureInstance {
  styleStack: StyleStackInstance
  textInlines: TextInlinesInstance
  measureDocument(node: LayoutNode): LayoutNode
  measureBlock(node: LayoutNode): LayoutNode
  measureNode(node: LayoutNode): LayoutNode
  measureCanvas(node: LayoutNode): LayoutNode
}

export interface TextInlinesInstance {
  readonly pdfDocument: PdfDocumentInstance
  buildInlines(text: unknown, styles: StyleStackInstance): { items: Inline[]; minWidth: number; maxWidth: number }
  widthOfText(text: string, inline: { font: DocumentFont; fontSize: number }): number
}

export interface LayoutBuilderInstance {
  readonly pageSize: { readonly width: number; readonly height: number }
  readonly tableLayouts: object
  writer: WriterInstance
  linearNodeList: unknown[]
  docPreprocessor: DocPreprocessorInstance
  docMeasure: DocMeasureInstance
  svgMeasure: object
  registerTableLayouts(layouts: object): void
  layoutDocument(...args: LayoutArguments): LaidOutPage[]
  tryLayoutDocument(...args: LayoutArguments): { pages: LaidOutPage[] }
  processNode(node: LayoutNode, isVerticalAlignmentAllowed?: boolean): void
  processVerticalContainer(node: LayoutNode): void
  processColumns(node: LayoutNode): void
  processLeaf(node: LayoutNode): void
  processCanvas(node: LayoutNode): void
  buildNextLine(node: LayoutNode): LineInstance | null
}

export type LayoutArguments = [
  content: unknown,
  document: PdfDocumentInstance,
  styles: object,
  defaultStyle: object,
  background?: unknown,
  header?: unknown,
  footer?: unknown,
  watermark?: unknown,
]

export interface RendererInstance {
  readonly pdfDocument: PdfDocumentInstance
  renderPages(pages: LaidOutPage[]): void
  renderImage(image: BoxItem): void
  renderSVG(svg: BoxItem): void
  beginClip(item: BoxItem): void
  endClip(): void
  beginVerticalAlignment(item: BoxItem): void
  endVerticalAlignment(item: BoxItem): void
}

export type PrinterClass = new (
  fonts: object,
  virtualFileSystem: null,
  urlResolver: null,
  localAccessPolicy: (path: string) => boolean,
) => PrinterInstance
export type PdfDocumentClass = new (
  fonts: object,
  images: object,
  patterns: object,
  attachments: object,
  options: object,
  virtualFileSystem: null,
  localAccessPolicy: (path: string) => boolean,
) => PdfDocumentInstance
export type LayoutBuilderClass = new (
  pageSize: object,
  pageMargins: object,
  svgMeasure: object,
) => LayoutBuilderInstance
export type TextInlinesClass = new (document: PdfDocumentInstance) => TextInlinesInstance
export type DocMeasureClass = new (
  document: PdfDocumentInstance,
  styles: object,
  defaultStyle: object,
  svgMeasure: object,
  tableLayouts: object,
) => DocMeasureInstance
export type DocPreprocessorClass = new () => DocPreprocessorInstance
export type RendererClass = new (document: PdfDocumentInstance) => RendererInstance
export type LineClass = new (maxWidth: number) => LineInstance
export type SvgMeasureClass = new () => object
