/**
 * A font as one document embeds it. It shares the parsed file with every other document and gives each pair of glyph and
 * text its own code, so that what is copied out of the file is exactly what was put in.
 */
import { deflateSync } from 'node:zlib'
import type { PdfDocumentInstance, PdfReference } from '../pdfmake/pdfkit.ts'
import { encodingOf, identitySystem, unicodeMap } from './character-codes.ts'
import { openFont, type FontFile } from './font-files.ts'

/** What pdfmake and pdfkit expect of a font, and what the painter adds. Metrics are in thousandths of an em. */
export interface DocumentFont {
  readonly id: string
  readonly file: FontFile
  readonly ascender: number
  readonly descender: number
  lineHeight(size: number): number
  /** The code under which a glyph that stands for `text` is written in this document. */
  codeFor(glyph: number, text: string): number
  ref(): PdfReference
  /** Called by pdfkit when the document ends: writes the subset. */
  finalize(): void
}

/** Opens a font file for a document and registers it there under `id`. */
export function documentFont(document: PdfDocumentInstance, path: string, id: string): DocumentFont {
  const file = openFont(path)
  const { parsed, scale } = file
  const subset = parsed.createSubset()
  const widths: number[] = [file.advance(0) * scale]
  const texts: string[] = ['\0']
  const codes = new Map<string, number>()
  const used = new Set<number>()
  let reference: PdfReference | undefined
  const font: DocumentFont = {
    id,
    file,
    ascender: parsed.ascent * scale,
    descender: parsed.descent * scale,
    lineHeight: (size) => ((parsed.ascent - parsed.descent + parsed.lineGap) * scale * size) / 1000,
    codeFor(glyph, text) {
      const key = `${glyph} ${text}`
      const known = codes.get(key)
      if (known !== undefined) return known
      const code = used.has(glyph) ? subset.glyphs.push(glyph) - 1 : subset.includeGlyph(glyph)
      used.add(glyph)
      widths[code] = file.advance(glyph) * scale
      texts[code] = text
      codes.set(key, code)
      return code
    },
    ref: () => (reference ??= document.ref()),
    finalize() {
      if (reference) writeFont(document, reference, { file, id, subset: subset.encode(), widths, texts })
    },
  }
  document._fontFamilies[id] = font
  return font
}

interface EmbeddedData {
  readonly file: FontFile
  readonly id: string
  readonly subset: Uint8Array
  readonly widths: readonly number[]
  readonly texts: readonly string[]
}

function writeFont(document: PdfDocumentInstance, reference: PdfReference, data: EmbeddedData): void {
  const { file, id } = data
  const { parsed, scale } = file
  const name = `${subsetTag(id)}+${parsed.postscriptName.replaceAll(' ', '_')}`
  const written = (values: Record<string, unknown>): PdfReference => {
    const ref = document.ref(values)
    ref.end()
    return ref
  }
  const stream = (data: Uint8Array): PdfReference => {
    const ref = document.ref({ Filter: 'FlateDecode' })
    ref.end(deflateSync(data, { level: 9 }))
    return ref
  }
  const round = (value: number): number => Math.round(value * scale * 1000) / 1000
  const { bbox } = parsed
  const descriptor = written({
    Type: 'FontDescriptor',
    FontName: name,
    Flags: symbolic,
    FontBBox: [round(bbox.minX), round(bbox.minY), round(bbox.maxX), round(bbox.maxY)],
    ItalicAngle: parsed.italicAngle,
    Ascent: round(parsed.ascent),
    Descent: round(parsed.descent),
    CapHeight: round(parsed.capHeight || parsed.ascent),
    XHeight: round(parsed.xHeight || 0),
    StemV: 0,
    FontFile2: stream(data.subset),
  })
  const descendant = written({
    Type: 'Font',
    Subtype: 'CIDFontType2',
    BaseFont: name,
    CIDSystemInfo: identitySystem(),
    FontDescriptor: descriptor,
    W: [0, data.widths.map((width) => Math.round(width * 1000) / 1000)],
    CIDToGIDMap: 'Identity',
  })
  Object.assign(reference.data, {
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: name,
    Encoding: encodingOf(document, data.texts.length),
    DescendantFonts: [descendant],
    ToUnicode: stream(Buffer.from(unicodeMap(data.texts), 'latin1')),
  })
  reference.end()
}

/** Flag 3 of a font descriptor: the codes are the font's own, not a standard Latin set. */
const symbolic = 4

/** Six capitals that differ between the fonts of one file, as the format asks of subset names. */
function subsetTag(id: string): string {
  let number = Number(id.slice(1))
  return Array.from({ length: 6 }, () => {
    const letter = String.fromCharCode(65 + (number % 26))
    number = Math.floor(number / 26)
    return letter
  }).join('')
}
