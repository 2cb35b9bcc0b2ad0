/** The Matterhorn conditions about fonts: embedded, mapped, widths as in the font, every shown code with its text. */
// @ts-expect-error fontkit ships no types
import * as fontkitModule from 'fontkit'
import { contentEvents } from './page-content.ts'
import { nameOf, type PdfDictionary, type PdfObjects } from './pdf-objects.ts'

type Fault = (condition: string, what: string) => void

const fontkit = fontkitModule as {
  create(data: Buffer): {
    readonly unitsPerEm: number
    readonly hmtx: { readonly metrics: { get(index: number): { advance: number } } }
  }
}

/** Checks every font of every page against the codes the pages show with it. */
export function checkFonts(pdf: PdfObjects, fault: Fault): void {
  const shown = new Map<string, Set<number>>()
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

function checkFont(pdf: PdfObjects, fault: Fault, font: PdfDictionary | undefined, codes: ReadonlySet<number>): void {
  if (!font) return fault('31-001', 'text is shown in a font that is not there')
  const descendant = pdf.dictionary(pdf.list(font['/DescendantFonts'])[0])
  const descriptor = pdf.dictionary(descendant?.['/FontDescriptor'])
  const name = nameOf(font['/BaseFont'])
  if (font['/Encoding'] !== '/Identity-H') fault('31-006', `${name}: encoding`)
  if (descendant?.['/CIDToGIDMap'] !== '/Identity') fault('31-007', `${name}: glyphs are not mapped`)
  if (!/^\/[A-Z]{6}\+/.test(name) || descriptor?.['/FontName'] !== name) fault('31-009', `${name}: name of the subset`)
  const program = pdf.data(descriptor?.['/FontFile2'])
  if (program.length === 0) return fault('31-009', `${name}: not embedded`)
  if (descriptor?.['/CIDSet'] !== undefined) fault('31-012', `${name}: a list of glyphs that may be incomplete`)
  const texts = unicodeTexts(pdf.data(font['/ToUnicode']).toString('latin1'))
  for (const code of codes) {
    const text = texts.get(code)
    if (code === 0) fault('31-030', `${name}: the glyph for what is not defined`)
    if (!text) fault('31-027', `${name}: code ${code} has no text`)
    if (text && /[\u0000\ufeff\ufffe]/.test(text)) fault('31-028', `${name}: code ${code} stands for nothing`)
  }
  checkWidths(pdf, fault, { name, descendant, program, codes })
  return undefined
}

interface WidthCheck {
  readonly name: string
  readonly descendant: PdfDictionary | undefined
  readonly program: Buffer
  readonly codes: ReadonlySet<number>
}

function checkWidths(pdf: PdfObjects, fault: Fault, { name, descendant, program, codes }: WidthCheck): void {
  const [, widths] = pdf.list(descendant?.['/W'])
  const listed = pdf.list(widths)
  const font = fontkit.create(program)
  for (const code of codes) {
    const own = (font.hmtx.metrics.get(code).advance * 1000) / font.unitsPerEm
    if (Math.abs(own - Number(listed[code])) > 1) fault('31-018', `${name}: width of code ${code}`)
  }
}

/** Codes to texts, from the ranges this engine writes. */
function unicodeTexts(map: string): Map<number, string> {
  const texts = new Map<number, string>()
  for (const [, first = '', list = ''] of map.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/gi)) {
    const start = Number.parseInt(first, 16)
    ;[...list.matchAll(/<([0-9a-f]*)>/gi)].forEach(([, hex = ''], index) => {
      const units = (hex.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16))
      texts.set(start + index, String.fromCharCode(...units))
    })
  }
  return texts
}
