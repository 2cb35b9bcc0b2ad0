/** Where the font files are, and each file parsed once per thread: HarfBuzz shapes with it, fontkit cuts its subset. */
// @ts-expect-error fontkit ships no types
import * as fontkitModule from 'fontkit'
import * as hb from 'harfbuzzjs'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { FontFamily } from './language-table.ts'

/** The part of fontkit's font that this engine uses. Metrics are in font units. */
export interface ParsedFont {
  readonly postscriptName: string
  readonly unitsPerEm: number
  readonly ascent: number
  readonly descent: number
  readonly lineGap: number
  readonly capHeight: number
  readonly xHeight: number
  readonly italicAngle: number
  readonly bbox: { readonly minX: number; readonly minY: number; readonly maxX: number; readonly maxY: number }
  hasGlyphForCodePoint(codePoint: number): boolean
  getGlyph(id: number): { readonly advanceWidth: number }
  createSubset(): { glyphs: number[]; includeGlyph(id: number): number; encode(): Uint8Array }
}

export interface FontFile {
  readonly path: string
  readonly parsed: ParsedFont
  readonly shaper: hb.Font
  readonly face: hb.Face
  /** Font units to thousandths of an em. */
  readonly scale: number
  readonly covers: (codePoint: number) => boolean
  readonly isMark: (glyph: number) => boolean
  /** Advance of a glyph before any positioning, in font units. */
  readonly advance: (glyph: number) => number
  /** A glyph with neither ink nor width, if the font has one. */
  readonly widthlessGlyph: number | undefined
}

const packages: Readonly<Record<FontFamily, readonly [folder: string, stem: string]>> = {
  Latin: ['noto-sans', 'NotoSans'],
  Arabic: ['vazirmatn', 'Vazirmatn'],
  Thai: ['noto-sans-thai', 'NotoSansThai'],
  Devanagari: ['noto-sans-devanagari', 'NotoSansDevanagari'],
  Bengali: ['noto-sans-bengali', 'NotoSansBengali'],
  Ethiopic: ['noto-sans-ethiopic', 'NotoSansEthiopic'],
  Myanmar: ['noto-sans-myanmar', 'NotoSansMyanmar'],
  Chinese: ['noto-sans-sc', 'NotoSansSC'],
}

const { resolve } = createRequire(import.meta.url)
const paths = new Map<string, string>()

/** The font file of a family in one of its two weights. */
export function fontPath(family: FontFamily, bold: boolean): string {
  const weight = bold ? '700Bold' : '400Regular'
  const key = `${family} ${weight}`
  const known = paths.get(key)
  if (known) return known
  const [folder, stem] = packages[family]
  const path = resolve(`@expo-google-fonts/${folder}/${weight}/${stem}_${weight}.ttf`)
  paths.set(key, path)
  return path
}

const fontkit = fontkitModule as { create(data: Uint8Array): ParsedFont }
const files = new Map<string, FontFile>()

/** The parsed file, from memory after the first time. */
export function openFont(path: string): FontFile {
  const known = files.get(path)
  if (known) return known
  const data = readFileSync(path)
  const parsed = fontkit.create(data)
  const face = new hb.Face(new hb.Blob(data), 0)
  const coverage = new Map<number, boolean>()
  const marks = new Map<number, boolean>()
  const advances: number[] = []
  const shaper = new hb.Font(face)
  const isBlank = (glyph: number): boolean => {
    const { width, height } = shaper.glyphExtents(glyph) ?? { width: 1, height: 1 }
    return glyph > 0 && width === 0 && height === 0 && parsed.getGlyph(glyph).advanceWidth === 0
  }
  const widthless = [0x200b, 0x200c].map((codePoint) => shaper.nominalGlyph(codePoint) ?? 0)
  const file: FontFile = {
    path,
    parsed,
    face,
    shaper,
    scale: 1000 / parsed.unitsPerEm,
    covers: (codePoint) => remember(coverage, codePoint, () => parsed.hasGlyphForCodePoint(codePoint)),
    isMark: (glyph) => remember(marks, glyph, () => face.getGlyphClass(glyph) === hb.GlyphClass.MARK),
    widthlessGlyph: widthless.find(isBlank),
    advance: (glyph) => (advances[glyph] ??= parsed.getGlyph(glyph).advanceWidth),
  }
  files.set(path, file)
  return file
}

function remember<V>(map: Map<number, V>, key: number, find: () => V): V {
  const known = map.get(key)
  if (known !== undefined) return known
  const value = find()
  map.set(key, value)
  return value
}
