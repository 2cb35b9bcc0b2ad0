/** The shapes of pdfmake's inner objects, as far as this engine touches them. Names are theirs. */
import type { EventEmitter } from 'node:events'
import type { Direction } from '../bidi/paragraph-levels.ts'
import type { DocumentFont } from '../fonts/document-font.ts'
import type { Branch, StructureElement } from '../structure/structure-tree.ts'
import type { Fragment } from '../layout/fragments.ts'
import type { PlacedWatermark } from '../painting/watermark.ts'
import type { PdfDocumentInstance } from './pdfkit.ts'
import type { Inline } from '../layout/inline.ts'
import type { Drawing, Frame, Parts, Role } from '../content.ts'

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
export type SvgMeasureClass = new () => {
  /** Throws for what is no well-formed SVG. */
  measureSVG(svg: string): { readonly width?: number; readonly height?: number }
}
