import type { Language } from '../locales.ts'
import type { Figure, LinkTarget } from '../templates/template.schema.ts'
import { formatFigure } from './format-figure.ts'
import { parseMarkdown, type OpenInline } from './markdown.ts'
import type { Placeholder, PlainPlaceholder } from './placeholder.ts'
import type { Inline, RichText, ValueKind } from './rich-text.ts'

/** What the placeholders and links of a text are filled with, for one reader. */
export interface TextValues {
  /** The language that the text is written in. */
  readonly language: Language
  readonly plain: Readonly<Partial<Record<PlainPlaceholder, string>>>
  readonly figures: Readonly<Record<string, Figure>>
  readonly phones: Readonly<Record<string, { readonly number: string }>>
  /** Official names by key. */
  readonly terms: Readonly<Record<string, { readonly fi: string; readonly sv?: string | undefined }>>
  /** The language's own word for each term. */
  readonly termWords: Readonly<Record<string, string>>
  /** Which official language stands beside a term: the everyday one of the municipality. */
  readonly officialLanguage: 'fi' | 'sv'
  readonly links: Readonly<Record<string, LinkTarget>>
}

const plainKinds: Record<PlainPlaceholder, ValueKind> = {
  worker: 'name',
  employer: 'name',
  municipality: 'name',
  contact: 'name',
  place: 'official',
}

/** The finished tree of a text. A placeholder that nothing fills stays visible as it is written: never dropped. */
export function fillText(markdown: string, values: TextValues): RichText {
  return parseMarkdown(markdown).map((block) =>
    block.type === 'paragraph'
      ? { type: 'paragraph', children: block.children.flatMap((inline) => fill(inline, values)) }
      : { type: 'list', items: block.items.map((item) => item.flatMap((inline) => fill(inline, values))) },
  )
}

function fill(inline: OpenInline, values: TextValues): Inline[] {
  switch (inline.type) {
    case 'text':
      return [inline]
    case 'strong':
      return [{ type: 'strong', children: inline.children.flatMap((child) => fill(child, values)) }]
    case 'link': {
      const children = inline.children.flatMap((child) => fill(child, values))
      const href = linkFor(values.links[inline.target], values.language)
      return href === undefined ? children : [{ type: 'link', href, children }]
    }
    case 'placeholder':
      return fillPlaceholder(inline.placeholder, values) ?? [{ type: 'text', value: inline.source }]
  }
}

function fillPlaceholder(placeholder: Placeholder, values: TextValues): Inline[] | undefined {
  switch (placeholder.kind) {
    case 'figure': {
      const figure = values.figures[placeholder.key]
      return figure && [{ type: 'value', kind: 'amount', value: formatFigure(figure, values.language, placeholder) }]
    }
    case 'phone': {
      const phone = values.phones[placeholder.key]
      return phone && [{ type: 'value', kind: 'phone', value: phone.number }]
    }
    case 'term':
      return fillTerm(placeholder, values)
    default: {
      const value = values.plain[placeholder.kind]
      return value === undefined ? undefined : [{ type: 'value', kind: plainKinds[placeholder.kind], value }]
    }
  }
}

/** The reader's word, and in brackets what stands on the door; in the official language itself the word alone. */
function fillTerm({ key, words }: { key: string; words?: string }, values: TextValues): Inline[] | undefined {
  const term = values.terms[key]
  const own =
    words ??
    values.termWords[key] ??
    (values.language === 'sv' ? term?.sv : values.language === 'fi' ? term?.fi : undefined)
  if (!term) return own === undefined ? undefined : [{ type: 'text', value: own }]
  if (values.language === values.officialLanguage) return [{ type: 'text', value: own ?? term.fi }]
  const language = values.officialLanguage === 'sv' && term.sv ? 'sv' : 'fi'
  const official: Inline = {
    type: 'value',
    kind: 'official',
    value: language === 'sv' ? (term.sv ?? term.fi) : term.fi,
    language,
  }
  if (own === undefined || own.toLowerCase() === official.value.toLowerCase()) return [official]
  // In the other language of the country the word is official too; brackets would only repeat it.
  if (values.language === 'fi' || values.language === 'sv') return [{ type: 'text', value: own }]
  return [{ type: 'text', value: `${own} (` }, official, { type: 'text', value: ')' }]
}

/** The address of a link for a reader: the page in their language, else English, Finnish, Swedish, else whichever there is. */
export function linkFor(target: LinkTarget | undefined, language: Language): string | undefined {
  if (target === undefined || typeof target === 'string') return target
  return target[language] ?? target.en ?? target.fi ?? target.sv ?? Object.values(target)[0]
}
