/** Cuts text into runs of one level, script and font, and shapes them. */
import { languageSetting, familiesFor } from '../fonts/language-table.ts'
import { graphemes } from '../line-breaking/dictionary-words.ts'
import { shape } from '../shaping/harfbuzz.ts'
import type { PdfDocumentInstance } from '../pdfmake/pdfkit.ts'
import type { DocumentFont } from '../fonts/document-font.ts'
import type { Run, SpanStyle } from './inline.ts'

/** A paragraph as the algorithms see it: one text, with a level and a script for each UTF-16 unit. */
export interface AnalysedText {
  readonly text: string
  readonly levels: Uint8Array
  readonly scripts: readonly string[]
}

/** Controls have done their work before shaping; left in, they would show as boxes or spoil what is copied. */
const invisible = /[\p{Cc}\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufff9-\ufffb]/gu
const fixedSpaces = /[\u00a0\u2007\u202f]/g
/** Letters a font need not have: they change others and are not drawn. */
const joiners = new Set([0x200c, 0x200d, 0xfe0e, 0xfe0f, 0x34f])

/** White space a line may drop at its ends; fixed spaces are letters. */
export const isSpace = (letter: string): boolean => /[^\S\u00a0\u2007\u202f\ufeff]/.test(letter)

/** The runs of `from` to `to` of a paragraph, all of one style, in logical order. */
export function runsOf(
  document: PdfDocumentInstance,
  paragraph: AnalysedText,
  style: SpanStyle,
  from: number,
  to: number,
): Run[] {
  const { text, levels, scripts } = paragraph
  const runs: Run[] = []
  for (let start = from; start < to;) {
    const level = levels[start] ?? 0
    const script = scripts[start] ?? 'Latn'
    const space = isSpace(text[start] ?? '')
    let end = start + 1
    while (end < to && levels[end] === level && scripts[end] === script && isSpace(text[end] ?? '') === space) end++
    addRuns(runs, document, {
      text: text.slice(start, end),
      level,
      script,
      space,
      style,
      ...around(paragraph, start, end),
    })
    start = end
  }
  return runs
}

interface Stretch {
  readonly text: string
  readonly level: number
  readonly script: string
  readonly space: boolean
  readonly style: SpanStyle
  readonly before: string
  readonly after: string
}

const joining = /[\p{Script=Arabic}\p{M}\u200c\u200d]/u

/** Arabic letters right before and after a stretch: a change of style inside a word must not undo their joining. */
function around({ text, scripts }: AnalysedText, start: number, end: number): { before: string; after: string } {
  if (scripts[start] !== 'Arab') return { before: '', after: '' }
  let first = start
  while (first > 0 && start - first < 4 && joining.test(text[first - 1] ?? '')) first--
  let last = end
  while (last < text.length && last - end < 4 && joining.test(text[last] ?? '')) last++
  return { before: text.slice(first, start), after: text.slice(end, last) }
}

function addRuns(runs: Run[], document: PdfDocumentInstance, stretch: Stretch): void {
  const text = (stretch.space ? stretch.text.replace(/[^\u3000]/g, ' ') : stretch.text)
    .replace(invisible, '')
    .replace(fixedSpaces, ' ')
  if (!text) return
  const { style, script } = stretch
  const font = stretch.space ? style.font : fontCovering(document, text, script, style)
  if (font) {
    runs.push(makeRun({ ...stretch, text }, font))
    return
  }
  for (const piece of piecesByFont(document, text, script, style)) {
    runs.push(
      piece.font
        ? makeRun({ ...stretch, text: piece.text }, piece.font)
        : unknownRun(document, { ...stretch, text: piece.text }),
    )
  }
}

/** No font has every letter: each grapheme takes the best it can get, and neighbours of one font stay together. */
function piecesByFont(
  document: PdfDocumentInstance,
  text: string,
  script: string,
  style: SpanStyle,
): { text: string; font: DocumentFont | undefined }[] {
  const pieces: { text: string; font: DocumentFont | undefined }[] = []
  for (const grapheme of graphemes(text)) {
    const font = fontCovering(document, grapheme, script, style)
    const last = pieces.at(-1)
    if (last && font && last.font === font) last.text += grapheme
    else pieces.push({ text: grapheme, font })
  }
  return pieces
}

/** A letter that no font has is shown as the replacement character, and copied as what it is. */
function unknownRun(document: PdfDocumentInstance, stretch: Stretch): Run {
  const font = document.provideFont('Latin', stretch.style.bold, false)
  const run = makeRun({ ...stretch, text: '\ufffd', before: '', after: '' }, font)
  return {
    ...run,
    text: stretch.text,
    shaped: { ...run.shaped, text: stretch.text, texts: [stretch.text] },
    unknown: true,
  }
}

/** The first font that has every letter of the text. */
function fontCovering(
  document: PdfDocumentInstance,
  text: string,
  script: string,
  style: SpanStyle,
): DocumentFont | undefined {
  for (const family of familiesFor(script, style.family)) {
    const font = document.provideFont(family, style.bold, false)
    if (coversAll(font, text)) return font
  }
  return undefined
}

function coversAll({ file }: DocumentFont, text: string): boolean {
  for (const letter of text) {
    const codePoint = letter.codePointAt(0) ?? 0
    if (!file.covers(codePoint) && !joiners.has(codePoint)) return false
  }
  return true
}

/** Shapes a stretch in a font it is known to be set in. */
export function makeRun(stretch: Omit<Stretch, 'before' | 'after'> & Partial<Stretch>, font: DocumentFont): Run {
  const { text, level, script, space, style, before = '', after = '' } = stretch
  const { language } = style
  const shaped = shape(font.file, { text, script, language, rtl: level % 2 === 1, before, after })
  const width = (shaped.width * font.file.scale * style.size) / 1000
  return { text, level, script, space, font, shaped, style, width }
}

/** The hyphen shown when a line ends at a soft hyphen. */
export function hyphenRun(document: PdfDocumentInstance, style: SpanStyle, level: number): Run {
  const { script } = languageSetting(style.language)
  const font = fontCovering(document, '-', script, style) ?? style.font
  return makeRun({ text: '-', level, script, space: false, style }, font)
}

/**
 * Neighbouring runs that differ in nothing but the place where a line might have ended, shaped as one: punctuation of
 * Chinese and marks of other scripts may sit differently beside each other.
 */
export function joinRuns(runs: readonly Run[]): readonly Run[] {
  const joined: Run[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    if (last && belongsTo(last, run))
      joined[joined.length - 1] = makeRun({ ...last, text: last.text + run.text }, run.font)
    else joined.push(run)
  }
  return joined
}

const belongsTo = (last: Run, run: Run): boolean =>
  !last.unknown &&
  !run.unknown &&
  !last.space &&
  !run.space &&
  last.font === run.font &&
  last.level === run.level &&
  last.script === run.script &&
  last.style === run.style
