/** The shapes of pdfkit's document, as far as this engine touches it. Names are theirs. */
import type { Readable } from 'node:stream'
import type { DocumentFont } from '../fonts/document-font.ts'

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
  appendXML(xml: string, newline?: boolean): void
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
