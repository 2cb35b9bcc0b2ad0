/** pdfmake's document with shared fonts, well-formed metadata and packed objects. */
import { documentFont, type DocumentFont } from './fonts/document-font.ts'
import { fontPath } from './fonts/font-files.ts'
import type { FontFamily } from './fonts/language-table.ts'
import {
  crossReferenceRows,
  crossReferences,
  objectStreams,
  type ObjectPlace,
  type PackedObject,
} from './object-streams.ts'
import { PdfDocument } from './pdfmake/classes.ts'
import type { PdfReference } from './pdfmake/pdfkit.ts'

/** An object being written by pdfkit, line by line, until it is known whether it is a stream. */
interface Unfinished {
  readonly id: number
  readonly lines: string[]
}

interface WritingState {
  readonly fonts: Map<string, DocumentFont>
  readonly packed: PackedObject[]
  readonly places: (ObjectPlace | undefined)[]
  unfinished: Unfinished | undefined
}

/** Kept outside the object: pdfkit's constructor writes before the fields of a subclass exist. */
const states = new WeakMap<object, WritingState>()

function stateOf(document: object): WritingState {
  const known = states.get(document)
  if (known) return known
  const state: WritingState = { fonts: new Map(), packed: [], places: [], unfinished: undefined }
  states.set(document, state)
  return state
}

export class TypesetPdfDocument extends PdfDocument {
  override provideFont(family: string, bold: boolean, _italics: boolean): DocumentFont {
    const { fonts } = stateOf(this)
    const name = bold ? `${family} bold` : family
    const known = fonts.get(name)
    if (known) return known
    const font = documentFont(this, fontPath(family as FontFamily, bold), `F${fonts.size + 1}`)
    fonts.set(name, font)
    return font
  }

  /** pdfkit writes the information into the XMP packet without escaping it. */
  override _addInfo(): void {
    const { info } = this
    this.info = Object.fromEntries(Object.entries(info).map(([name, value]) => [name, escapeXml(value)]))
    super._addInfo()
    this.info = info
  }

  /** pdfkit indents this packet, which readers expect uncompressed. */
  override appendXML(xml: string): void {
    super.appendXML(xml.trim().replace(/>\s+</g, '><'), false)
  }

  /** Holds back objects that are not streams, to be packed when the file ends. */
  override _write(data: string | Buffer): void {
    if (typeof data !== 'string') {
      super._write(data)
      return
    }
    const state = stateOf(this)
    const { unfinished } = state
    const start = /^(\d+) 0 obj$/.exec(data)
    if (start) state.unfinished = { id: Number(start[1]), lines: [] }
    else if (!unfinished) super._write(data)
    else if (data === 'stream') {
      state.unfinished = undefined
      state.places[unfinished.id - 1] = { offset: this._offset }
      super._write([`${unfinished.id} 0 obj`, ...unfinished.lines, 'stream'].join('\n'))
    } else if (data === 'endobj') {
      state.unfinished = undefined
      state.packed.push({ id: unfinished.id, body: unfinished.lines.join('\n') })
    } else unfinished.lines.push(data)
  }

  /** Instead of pdfkit's table of offsets and trailer: the packed objects and a cross-reference stream. */
  override _finalize(): void {
    const { packed, places } = stateOf(this)
    let id = this._offsets.length
    for (const { ids, head, data } of objectStreams(packed)) {
      id++
      ids.forEach((inner, index) => {
        places[inner - 1] = { stream: id, index }
      })
      this.#writeStream(id, head, data)
    }
    id++
    const offset = this._offset
    places[id - 1] = { offset }
    const rows = crossReferences(Array.from({ length: id }, (_, index) => places[index]))
    const name = `<${this._id.toString('hex')}>`
    const head =
      `<< /Type /XRef /Size ${id + 1} ${crossReferenceRows} /Root ${referenceTo(this._root)} ` +
      `/Info ${referenceTo(this._info)} /ID [${name} ${name}] /Length ${rows.length} >>`
    this.#writeStream(id, head, rows)
    super._write(`startxref\n${offset}\n%%EOF`)
    this.push(null)
  }

  #writeStream(id: number, head: string, data: Buffer): void {
    stateOf(this).places[id - 1] = { offset: this._offset }
    super._write(`${id} 0 obj\n${head}\nstream`)
    super._write(data)
    super._write('\nendstream\nendobj')
  }
}

const referenceTo = (reference: PdfReference): string => `${reference.id} 0 R`

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

const escapeXml = (value: unknown): unknown =>
  typeof value === 'string' ? value.replace(/[&<>]/g, (letter) => entities[letter] ?? letter) : value
