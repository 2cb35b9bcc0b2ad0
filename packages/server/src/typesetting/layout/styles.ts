/** Resolves the style of a paragraph and of its spans. */
import type { Language } from '@kase/shared/locales.ts'
import type { Direction } from '../bidi/paragraph-levels.ts'
import type { Span, TextStyle } from '../content.ts'
import { languageSetting } from '../fonts/language-table.ts'
import type { StyleStackInstance } from '../pdfmake/internals.ts'
import type { PdfDocumentInstance } from '../pdfmake/pdfkit.ts'
import type { Inline, SpanStyle } from './inline.ts'

export interface ParagraphStyle {
  readonly span: SpanStyle
  readonly direction: Direction
  readonly alignment: Inline['alignment']
}

const get = <T>(stack: StyleStackInstance, name: string, fallback: T): T =>
  (stack.getProperty(name) as T | null) ?? fallback

/** The style a paragraph has before its spans say otherwise. */
export function paragraphStyle(
  document: PdfDocumentInstance,
  stack: StyleStackInstance,
  page: Direction,
): ParagraphStyle {
  const language = get<Language>(stack, 'language', 'en')
  const { text, family, direction: natural } = languageSetting(language)
  const size = get(stack, 'fontSize', text.size)
  const bold = get(stack, 'bold', false)
  const direction = get<Direction>(stack, 'direction', natural)
  return {
    direction,
    alignment: physical(
      get<NonNullable<TextStyle['alignment']>>(stack, 'alignment', 'start'),
      direction,
      get(stack, 'flow', page),
    ),
    span: {
      language,
      family,
      bold,
      size,
      leading: get(stack, 'leading', (size * text.leading) / text.size),
      color: get(stack, 'color', '#14211c'),
      noWrap: get(stack, 'noWrap', false),
      link: get<string | undefined>(stack, 'link', undefined),
      font: document.provideFont(family, bold, false),
    },
  }
}

/** pdfmake lays out left to right and the page is mirrored afterwards, so `left` there is the page's start edge. */
function physical(
  alignment: NonNullable<TextStyle['alignment']>,
  direction: Direction,
  page: Direction,
): Inline['alignment'] {
  if (alignment === 'center') return alignment
  return (alignment === 'start') === (direction === page) ? 'left' : 'right'
}

/** The style of a span inside a paragraph. */
export function spanStyle(document: PdfDocumentInstance, paragraph: SpanStyle, span: Span | undefined): SpanStyle {
  if (!span || !hasOwnStyle(span)) return paragraph
  const language = span.language ?? paragraph.language
  const { family } = languageSetting(language)
  const bold = span.bold ?? paragraph.bold
  return {
    language,
    family,
    bold,
    size: span.fontSize ?? paragraph.size,
    leading: span.leading ?? paragraph.leading,
    color: span.color ?? paragraph.color,
    noWrap: span.noWrap ?? paragraph.noWrap,
    link: span.link ?? paragraph.link,
    font: document.provideFont(family, bold, false),
  }
}

const hasOwnStyle = (span: Span): boolean => Object.keys(span).length > 1
