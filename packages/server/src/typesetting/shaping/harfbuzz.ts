/** Shaping: text of one font, direction, script and language becomes placed glyphs. HarfBuzz does it; this remembers it. */
import * as hb from 'harfbuzzjs'
import type { FontFile } from '../fonts/font-files.ts'
import { shelvedCache } from './shape-cache.ts'
import { clustersOf, glyphTexts } from './glyph-texts.ts'

/** Glyphs in visual order, left to right; distances in font units. */
export interface Shaped {
  readonly text: string
  readonly glyphs: Uint16Array
  readonly advances: Int32Array
  readonly xOffsets: Int16Array
  readonly yOffsets: Int16Array
  readonly width: number
  /** What each glyph stands for when the text is copied; right-to-left ligatures are in visual order. */
  readonly texts: readonly string[]
  /** Whether `texts`, glyph by glyph, spell the text; otherwise only the whole does. */
  readonly exact: boolean
  readonly displaced: boolean
}

export interface ShapingRequest {
  readonly text: string
  readonly script: string
  readonly language: string
  readonly rtl: boolean
  /** Letters right before and after in the same word, set apart by a change of style: Arabic joins across it. */
  readonly before?: string
  readonly after?: string
}

/** Longer texts are rare (one unbroken word of hundreds of letters) and would push out what is worth keeping. */
const longestKept = 160
const shapedWords = shelvedCache<Shaped>(30_000)
const buffer = new hb.Buffer()

/** The shape of a text, from memory when this thread has shaped it before. */
export function shape(font: FontFile, request: ShapingRequest): Shaped {
  const { text, before = '', after = '' } = request
  if (text.length > longestKept) return shapeNow(font, request)
  const shelf = shelfOf(font, request)
  const key = before || after ? `${before}\0${text}\0${after}` : text
  return shapedWords.get(shelf, key) ?? shapedWords.set(shelf, key, shapeNow(font, request))
}

/** Forgets every shape: for measuring what unseen text costs. */
export const forgetShapes = (): void => shapedWords.clear()

/** Words come in rows of one font and language, so the last name is mostly the right one. */
let last: { font: FontFile; rtl: boolean; script: string; language: string; name: string } | undefined

function shelfOf(font: FontFile, { rtl, script, language }: ShapingRequest): string {
  if (last?.font === font && last.rtl === rtl && last.script === script && last.language === language) return last.name
  last = { font, rtl, script, language, name: `${font.path} ${rtl ? 'R' : 'L'} ${script} ${language}` }
  return last.name
}

/**
 * Inside a word, the glyphs of the part are taken out of the whole word's, so that forms that depend on a neighbour stay;
 * where the boundary falls inside a ligature, the part is shaped alone, knowing only that it joins.
 */
function shapeNow(font: FontFile, request: ShapingRequest): Shaped {
  const { text, rtl, before = '', after = '' } = request
  if (before || after) {
    const glyphs = glyphsOf(font, request, before + text + after, [0, before.length + text.length + after.length])
    const starts = new Set(glyphs.map(({ cluster }) => cluster))
    const end = before.length + text.length
    if (starts.has(before.length) && (!after || starts.has(end))) {
      const own = glyphs.filter(({ cluster }) => cluster >= before.length && cluster < end)
      return pack(font, text, rtl, own, before.length)
    }
  }
  const glyphs = glyphsOf(font, request, before + text + after, [before.length, text.length])
  return pack(font, text, rtl, glyphs, before.length)
}

interface PlacedGlyph {
  readonly codepoint: number
  readonly cluster: number
  readonly xAdvance?: number
  readonly yAdvance?: number
  readonly xOffset?: number
  readonly yOffset?: number
}

function glyphsOf(
  font: FontFile,
  { script, language, rtl }: ShapingRequest,
  text: string,
  [start, length]: [number, number],
): readonly PlacedGlyph[] {
  buffer.reset()
  buffer.setClusterLevel(hb.ClusterLevel.MONOTONE_CHARACTERS)
  buffer.setFlags(hb.BufferFlag.REMOVE_DEFAULT_IGNORABLES)
  buffer.addText(text, start, length)
  buffer.setDirection(rtl ? hb.Direction.RTL : hb.Direction.LTR)
  buffer.setScript(script)
  buffer.setLanguage(language)
  hb.shape(font.shaper, buffer)
  return buffer.getGlyphInfosAndPositions()
}

function pack(font: FontFile, text: string, rtl: boolean, placed: readonly PlacedGlyph[], offset: number): Shaped {
  const count = placed.length
  const glyphs = new Uint16Array(count)
  const advances = new Int32Array(count)
  const xOffsets = new Int16Array(count)
  const yOffsets = new Int16Array(count)
  const starts: number[] = []
  let width = 0
  let displaced = false
  placed.forEach((glyph, index) => {
    glyphs[index] = glyph.codepoint
    advances[index] = glyph.xAdvance ?? 0
    xOffsets[index] = glyph.xOffset ?? 0
    yOffsets[index] = glyph.yOffset ?? 0
    starts[index] = glyph.cluster - offset
    width += glyph.xAdvance ?? 0
    if (glyph.xOffset || glyph.yOffset) displaced = true
  })
  const clusters = clustersOf(text, starts, rtl)
  const { texts, exact } = glyphTexts(clusters, { glyphs, advances, rtl, isMark: font.isMark })
  return { text, glyphs, advances, xOffsets, yOffsets, width, texts, exact, displaced }
}
