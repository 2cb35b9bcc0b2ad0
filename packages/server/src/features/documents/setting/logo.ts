/** The employer's logo as the engine takes it; anything it could not print safely is left out, and the name stands instead. */
import type { ImageBlock, SvgBlock } from '../../../typesetting/content.ts'
import { SvgMeasure } from '../../../typesetting/pdfmake/classes.ts'
import type { Employer } from '../plan-document.ts'
import { mm } from './measures.ts'
import { pngSize, printablePng } from './png.ts'

/** Bytes of the file. */
const largestFile = 1_000_000
/** Points of a picture, both ways together: what a printer can show in 45 × 12 mm many times over. */
const largestPicture = 4_000_000
const place = [mm(45), mm(12)] as const

/** The logo in its place of at most 45 × 12 mm; undefined when there is none, or none within the limits. */
export function logoBlock({ name, logo }: Employer): ImageBlock | SvgBlock | undefined {
  if (!logo || logo.data.length === 0 || logo.data.length > largestFile) return undefined
  const data = Buffer.from(logo.data)
  if (logo.type === 'svg') {
    const svg = safeSvg(data.toString('utf8'))
    return svg ? { svg, fit: place, alt: name } : undefined
  }
  const size = logo.type === 'png' ? pngSize(data) : jpegSize(data)
  if (!size || size.width * size.height > largestPicture || size.width * size.height === 0) return undefined
  const picture = logo.type === 'png' ? printablePng(data) : data
  return picture && { image: `data:image/${logo.type};base64,${picture.toString('base64')}`, fit: place, alt: name }
}

/** An SVG without anything that runs, loads, or writes text in a font that is not there. */
function safeSvg(text: string): string | undefined {
  if (!/<svg[\s>]/i.test(text) || /<!(DOCTYPE|ENTITY)/i.test(text)) return undefined
  if (/<(script|foreignObject|image|use|iframe|text|style|animate|set)[\s/>]/i.test(text)) return undefined
  if (/\bon\w+\s*=|(?:href|src)\s*=\s*["'](?!#)|url\((?!["']?#)/i.test(text)) return undefined
  return hasSize(text) ? text : undefined
}

/** Whether it is well-formed and says how large it is: as the engine will read it. */
function hasSize(svg: string): boolean {
  try {
    const { width = 0, height = 0 } = new SvgMeasure().measureSVG(svg)
    return width > 0 && height > 0 && Number.isFinite(width / height)
  } catch {
    return false
  }
}

/** The frame headers of the kinds that PDF readers decode: baseline, extended, progressive. */
const frames = [0xffc0, 0xffc1, 0xffc2]
const startOfScan = 0xffda
const endOfImage = Buffer.from([0xff, 0xd9])

/** From the frame header of a JPEG; undefined for another kind, and for a file that was cut off. */
function jpegSize(data: Buffer): { width: number; height: number } | undefined {
  if (data.length < 4 || data.readUInt16BE(0) !== 0xffd8) return undefined
  let size: { width: number; height: number } | undefined
  let at = 2
  while (at + 9 < data.length) {
    const marker = data.readUInt16BE(at)
    if (frames.includes(marker)) size = { width: data.readUInt16BE(at + 7), height: data.readUInt16BE(at + 5) }
    if (marker === startOfScan) return data.indexOf(endOfImage, at) > 0 ? size : undefined
    at += 2 + data.readUInt16BE(at + 2)
  }
  return undefined
}
