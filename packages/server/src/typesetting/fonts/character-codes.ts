/**
 * How the glyphs of a document's font are written: the first 188 in one byte, the others in two. A page is mostly codes, and few
 * subsets have more than 188.
 */
import type { PdfDocumentInstance, PdfReference } from '../pdfmake/pdfkit.ts'

/**
 * The first byte of codes of two is at least this. Codes of three are no way out: poppler takes no text for one above `ffff`.
 */
const two = 0xc0

/** Codes that follow one another and differ in their last byte alone, which is all that one range of a map may hold. */
interface Block {
  /** The first place in the subset. */
  readonly start: number
  readonly size: number
}

/** One byte; without those that a string of the file has to escape: the return, both parentheses and the backslash. */
const shortBlocks: readonly (Block & { readonly first: number })[] = [
  { start: 0, first: 0x00, size: 0x0d },
  { start: 13, first: 0x0e, size: 0x28 - 0x0e },
  { start: 39, first: 0x2a, size: 0x5c - 0x2a },
  { start: 89, first: 0x5d, size: two - 0x5d },
]
const shortCodes = two - 4

/** As many different glyphs and texts as one font of one document can have. */
export const mostCodes = shortCodes + (0x100 - two) * 0x100

function blocksOf(count: number): Block[] {
  const blocks: Block[] = [...shortBlocks]
  for (let start = shortCodes; start < count; start += 0x100) {
    blocks.push({ start, size: 0x100 })
  }
  return blocks
}

/** The bytes of the code for a place in the subset, one character each. */
export function codeBytes(code: number): string {
  if (code >= mostCodes) throw new RangeError(`More than ${mostCodes} different glyphs of one font`)
  const long = code - shortCodes
  if (long >= 0) return String.fromCharCode(two + (long >> 8), long & 0xff)
  const block = shortBlocks.findLast(({ start }) => start <= code)
  return String.fromCharCode((block?.first ?? 0) + code - (block?.start ?? 0))
}

const escaped: Readonly<Record<string, string>> = { '\\': '\\\\', '(': '\\(', ')': '\\)', '\r': '\\r' }

/** A string object of the file with these bytes. */
export const byteString = (bytes: string): string =>
  `(${bytes.replace(/[\\()\r]/g, (character) => escaped[character] ?? character)})`

/** A text string of the file (UTF-16BE with its mark). */
export const textString = (text: string): string => byteString(`\u00fe\u00ff${utf16(text)}`)

function utf16(text: string): string {
  let bytes = ''
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    bytes += String.fromCharCode(unit >> 8, unit & 0xff)
  }
  return bytes
}

const hexOf = (bytes: string): string => Buffer.from(bytes, 'latin1').toString('hex')

function range({ start, size }: Block): string {
  return `<${hexOf(codeBytes(start))}> <${hexOf(codeBytes(start + size - 1))}>`
}

/** How long codes are; where a font has short ones only, that is all. */
function codeSpace(count: number): string {
  const lengths = count <= shortCodes ? ['<00> <bf>'] : ['<00> <bf>', '<c000> <ffff>']
  return `${lengths.length} begincodespacerange\n${lengths.join('\n')}\nendcodespacerange`
}

const mapHead = (ordering: string, name: string): string => `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (${ordering}) /Supplement 0 >> def
/CMapName /${name} def`

const mapEnd = `endcmap
CMapName currentdict /CMap defineresource pop
end
end`

const encodingName = 'KASE-Identity-H'

/** From codes to places in the subset, for a font that has so many. */
function encodingMap(count: number): string {
  const ranges = blocksOf(count).map((block) => `1 begincidrange\n${range(block)} ${block.start}\nendcidrange`)
  return `${mapHead('Identity', encodingName)}
/CMapType 1 def
/WMode 0 def
${codeSpace(count)}
${ranges.join('\n')}
${mapEnd}`
}

/** pdfkit writes a String object as a PDF string and a plain string as a name. */
// oxlint-disable-next-line no-new-wrappers
const literal = (text: string): object => new String(text)

/** What a CIDFont and the map of its codes both have to say. */
export const identitySystem = (): object => ({
  Registry: literal('Adobe'),
  Ordering: literal('Identity'),
  Supplement: 0,
})

const encodings = new WeakMap<PdfDocumentInstance, Map<number, PdfReference>>()

/** The map of codes for a font that has so many; fonts of a document share it when theirs are of the same lengths. */
export function encodingOf(document: PdfDocumentInstance, count: number): PdfReference {
  const shared = encodings.get(document) ?? new Map<number, PdfReference>()
  encodings.set(document, shared)
  const blocks = blocksOf(count).length
  const known = shared.get(blocks)
  if (known) return known
  const reference = document.ref({ Type: 'CMap', CMapName: encodingName, CIDSystemInfo: identitySystem(), WMode: 0 })
  shared.set(blocks, reference)
  reference.end(encodingMap(count))
  return reference
}

/** A zero width space: some readers drop a glyph without any text, and with it the word's place. */
const nothing = '\u200b'

/** From codes to texts (ToUnicode); `texts` by place in the subset. */
export function unicodeMap(texts: readonly string[]): string {
  const ranges = blocksOf(texts.length).flatMap((block) => {
    const own = texts.slice(block.start, block.start + block.size)
    const list = own.map((text) => `<${hexOf(utf16(text === '' ? nothing : text))}>`).join(' ')
    return own.length === 0 ? [] : [`1 beginbfrange\n${range({ ...block, size: own.length })} [${list}]\nendbfrange`]
  })
  return `${mapHead('UCS', 'Adobe-Identity-UCS')}
/CMapType 2 def
${codeSpace(texts.length)}
${ranges.join('\n')}
${mapEnd}`
}
