/** The Matterhorn conditions about fonts: embedded, mapped, widths as in the font, every shown code with its text. */
// @ts-expect-error fontkit ships no types
import * as fontkitModule from 'fontkit'
import { contentEvents } from './page-content.ts'
import { nameOf, textOf, type PdfDictionary, type PdfObjects } from './pdf-objects.ts'

type Fault = (condition: string, what: string) => void

const fontkit = fontkitModule as {
  create(data: Buffer): {
    readonly unitsPerEm: number
    readonly hmtx: { readonly metrics: { get(index: number): { advance: number } } }
  }
}

/** Checks every font of every page against the codes the pages show with it. */
export function checkFonts(pdf: PdfObjects, fault: Fault): void {
  const shown = new Map<string, Set<string>>()
  for (const { dictionary: page } of pdf.pages) {
    const fonts = pdf.dictionary(pdf.dictionary(page['/Resources'])?.['/Font']) ?? {}
    const content = pdf
      .list(page['/Contents'])
      .map((part) => pdf.data(part).toString('latin1'))
      .join('\n')
    for (const { kind, font = '', codes = [] } of contentEvents(content)) {
      if (kind !== 'show') continue
      const reference = nameOf(fonts[font])
      const used = shown.get(reference) ?? new Set()
      for (const code of codes) used.add(code)
      shown.set(reference, used)
    }
  }
  for (const [reference, codes] of shown) checkFont(pdf, fault, pdf.dictionary(reference), codes)
}

function checkFont(pdf: PdfObjects, fault: Fault, font: PdfDictionary | undefined, codes: ReadonlySet<string>): void {
  if (!font) return fault('31-001', 'text is shown in a font that is not there')
  const descendant = pdf.dictionary(pdf.list(font['/DescendantFonts'])[0])
  const descriptor = pdf.dictionary(descendant?.['/FontDescriptor'])
  const name = nameOf(font['/BaseFont'])
  checkEncoding(pdf, fault, { name, encoding: pdf.dictionary(font['/Encoding']), descendant })
  if (descendant?.['/CIDToGIDMap'] !== '/Identity') fault('31-007', `${name}: glyphs are not mapped`)
  if (!/^\/[A-Z]{6}\+/.test(name) || descriptor?.['/FontName'] !== name) fault('31-009', `${name}: name of the subset`)
  const program = pdf.data(descriptor?.['/FontFile2'])
  if (program.length === 0) return fault('31-009', `${name}: not embedded`)
  if (descriptor?.['/CIDSet'] !== undefined) fault('31-012', `${name}: a list of glyphs that may be incomplete`)
  const texts = unicodeTexts(pdf.data(font['/ToUnicode']).toString('latin1'))
  const glyphs = glyphsOf(pdf.data(font['/Encoding']).toString('latin1'))
  for (const code of codes) {
    const text = texts.get(code)
    const glyph = glyphs.get(code)
    if (glyph === undefined) fault('31-007', `${name}: code ${code} has no glyph`)
    if (glyph === 0) fault('31-030', `${name}: the glyph for what is not defined`)
    if (!text) fault('31-027', `${name}: code ${code} has no text`)
    if (text && /[\u0000\ufeff\ufffe]/.test(text)) fault('31-028', `${name}: code ${code} stands for nothing`)
  }
  checkWidths(pdf, fault, { name, descendant, program, glyphs: [...codes].map((code) => glyphs.get(code) ?? 0) })
  return undefined
}

interface EncodingCheck {
  readonly name: string
  readonly encoding: PdfDictionary | undefined
  readonly descendant: PdfDictionary | undefined
}

/** An embedded map of codes says the same as the font it is for, and as its own text does. */
function checkEncoding(pdf: PdfObjects, fault: Fault, { name, encoding, descendant }: EncodingCheck): void {
  const system = (owner: PdfDictionary | undefined): string => {
    const { '/Registry': registry, '/Ordering': ordering } = pdf.dictionary(owner?.['/CIDSystemInfo']) ?? {}
    return `${textOf(registry)}-${textOf(ordering)}`
  }
  if (encoding?.['/Type'] !== '/CMap') return fault('31-006', `${name}: encoding`)
  if (system(encoding) !== system(descendant)) fault('31-001', `${name}: ${system(encoding)}, ${system(descendant)}`)
  if (encoding['/WMode'] !== 0) fault('31-008', `${name}: writing mode`)
  return undefined
}

interface WidthCheck {
  readonly name: string
  readonly descendant: PdfDictionary | undefined
  readonly program: Buffer
  readonly glyphs: readonly number[]
}

function checkWidths(pdf: PdfObjects, fault: Fault, { name, descendant, program, glyphs }: WidthCheck): void {
  const [, widths] = pdf.list(descendant?.['/W'])
  const listed = pdf.list(widths)
  const font = fontkit.create(program)
  for (const glyph of glyphs) {
    const own = (font.hmtx.metrics.get(glyph).advance * 1000) / font.unitsPerEm
    if (Math.abs(own - Number(listed[glyph])) > 1) fault('31-018', `${name}: width of glyph ${glyph}`)
  }
}

/** Codes to texts, from the ranges this engine writes. */
function unicodeTexts(map: string): Map<string, string> {
  const texts = new Map<string, string>()
  for (const [, first = '', list = ''] of map.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/g)) {
    ;[...list.matchAll(/<([0-9a-f]*)>/g)].forEach(([, hex = ''], index) => {
      const units = (hex.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16))
      texts.set(codeAfter(first, index), String.fromCharCode(...units))
    })
  }
  return texts
}

/** Codes to places in the subset, likewise. */
function glyphsOf(map: string): Map<string, number> {
  const glyphs = new Map<string, number>()
  for (const [, first = '', last = '', start] of map.matchAll(/<([0-9a-f]+)> <([0-9a-f]+)> (\d+)/g)) {
    const count = Number.parseInt(last, 16) - Number.parseInt(first, 16) + 1
    for (let index = 0; index < count; index++) glyphs.set(codeAfter(first, index), Number(start) + index)
  }
  return glyphs
}

const codeAfter = (first: string, index: number): string =>
  (Number.parseInt(first, 16) + index).toString(16).padStart(first.length, '0')
