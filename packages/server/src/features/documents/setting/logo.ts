/** The employer's logo as the engine takes it; anything it could not print safely is left out, and the name stands instead. */
import {
  largestLogoBytes,
  largestLogoPoints,
  type LogoProblem,
  type LogoType,
} from '@kase/shared/identity/organisation-logo.schema.ts'
import type { ImageBlock, SvgBlock } from '../../../typesetting/content.ts'
import { SvgMeasure } from '../../../typesetting/pdfmake/classes.ts'
import type { Employer } from '../plan-document.ts'
import { mm } from './measures.ts'
import { pngSize, printablePng, isPng } from './png.ts'

const place = [mm(45), mm(12)] as const

/** The logo in its place of at most 45 × 12 mm; undefined when there is none, or none within the limits. */
export function logoBlock({ name, logo }: Employer): ImageBlock | SvgBlock | undefined {
  const checked = logo && checkLogo(logo.data)
  if (!checked || 'problem' in checked || checked.type !== logo.type) return undefined
  return { ...checked.picture, fit: place, alt: name }
}

export type CheckedLogo =
  | { readonly type: LogoType; readonly picture: { readonly svg: string } | { readonly image: string } }
  | { readonly problem: LogoProblem }

/** What a file is by its bytes, in a form that is printed rightly; or why it is not printed. */
export function checkLogo(file: Uint8Array): CheckedLogo {
  if (file.length > largestLogoBytes) return { problem: 'logo-too-large' }
  const data = Buffer.from(file)
  if (isPng(data)) return checkPicture('png', data, pngSize(data))
  if (isJpeg(data)) return checkPicture('jpeg', data, jpegSize(data))
  return checkSvg(data.toString('utf8').replace(/^\uFEFF/, ''))
}

function checkPicture(type: 'png' | 'jpeg', data: Buffer, size: ReturnType<typeof pngSize>): CheckedLogo {
  const points = size ? size.width * size.height : 0
  if (points === 0) return { problem: 'logo-damaged' }
  if (points > largestLogoPoints) return { problem: 'logo-too-many-points' }
  const picture = type === 'png' ? printablePng(data) : data
  if (!picture) return { problem: 'logo-damaged' }
  return { type, picture: { image: `data:image/${type};base64,${picture.toString('base64')}` } }
}

/** Takes an SVG without anything that runs, loads, or writes text in a font that is not there. */
function checkSvg(svg: string): CheckedLogo {
  if (!/^\s*</.test(svg) || !/<svg[\s>]/i.test(svg)) return { problem: 'logo-type' }
  const isUnsafe =
    /<!(DOCTYPE|ENTITY)/i.test(svg) ||
    /<(script|foreignObject|image|use|iframe|text|style|animate|set)[\s/>]/i.test(svg) ||
    /\bon\w+\s*=|(?:href|src)\s*=\s*["'](?!#)|url\((?!["']?#)/i.test(svg)
  if (isUnsafe) return { problem: 'logo-svg-content' }
  return hasSize(svg) ? { type: 'svg', picture: { svg } } : { problem: 'logo-damaged' }
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

const isJpeg = (data: Buffer): boolean => data.length >= 4 && data.readUInt16BE(0) === 0xffd8

/** From the frame header of a JPEG; undefined for a kind that readers do not decode, and for a file that was cut off. */
function jpegSize(data: Buffer): { width: number; height: number } | undefined {
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
