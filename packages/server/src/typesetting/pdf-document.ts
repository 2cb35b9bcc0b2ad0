/** pdfmake's document with shared fonts and well-formed metadata. */
import { documentFont, type DocumentFont } from './fonts/document-font.ts'
import { fontPath } from './fonts/font-files.ts'
import type { FontFamily } from './fonts/language-table.ts'
import { PdfDocument } from './pdfmake/classes.ts'

export class TypesetPdfDocument extends PdfDocument {
  /** Only while pdfkit's own constructor runs is this unset. */
  #fonts: Map<string, DocumentFont> | undefined

  override provideFont(family: string, bold: boolean, _italics: boolean): DocumentFont {
    this.#fonts ??= new Map()
    const path = fontPath(family as FontFamily, bold)
    const known = this.#fonts.get(path)
    if (known) return known
    const font = documentFont(this, path, `F${this.#fonts.size + 1}`)
    this.#fonts.set(path, font)
    return font
  }

  /** pdfkit writes the information into the XMP packet without escaping it. */
  override _addInfo(): void {
    const { info } = this
    this.info = Object.fromEntries(Object.entries(info).map(([name, value]) => [name, escapeXml(value)]))
    super._addInfo()
    this.info = info
  }
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

const escapeXml = (value: unknown): unknown =>
  typeof value === 'string' ? value.replace(/[&<>]/g, (letter) => entities[letter] ?? letter) : value
