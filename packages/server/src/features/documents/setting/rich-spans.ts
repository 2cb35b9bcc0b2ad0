/** Rich text as the engine's spans and blocks: values isolated, official names in their own language, links clickable. */
import { directionOf, isLanguage, type Language } from '@kase/shared/locales.ts'
import type { Block, Inline, RichText } from '@kase/shared/text/rich-text.ts'
import type { Span } from '../../../typesetting/content.ts'
import { isolate, isolateInText } from './isolation.ts'

interface Around {
  readonly bold?: true
  readonly link?: string
}

/** Inline pieces in order. */
export function spansOf(inlines: readonly Inline[], around: Around = {}): Span[] {
  return inlines.flatMap((inline): Span[] => {
    switch (inline.type) {
      case 'text':
        return [{ text: isolateInText(inline.value), ...around }]
      case 'strong':
        return spansOf(inline.children, { ...around, bold: true })
      case 'link':
        return spansOf(inline.children, isSafeLink(inline.href) ? { ...around, link: inline.href } : around)
      case 'value':
        return [valueSpan(inline, around)]
    }
  })
}

/** Only what a phone or a browser opens without running anything. */
const isSafeLink = (href: string): boolean => /^(https?:\/\/|mailto:|tel:)/i.test(href)

function valueSpan({ kind, value, language }: Extract<Inline, { type: 'value' }>, around: Around): Span {
  const link = around.link ?? linkOf(kind, value)
  return {
    text: isolate(kind, value),
    ...around,
    ...(link ? { link } : {}),
    ...(language && isLanguage(language) ? { language } : {}),
  }
}

function linkOf(kind: string, value: string): string | undefined {
  if (kind === 'phone') return phoneLink(value)
  if (kind === 'email') return `mailto:${value}`
  if (kind === 'url') return webLink(value)
  return undefined
}

export const phoneLink = (number: string): string => `tel:${number.replace(/[^\d+]/g, '')}`

/** Addresses are often printed without their beginning. */
export const webLink = (address: string): string => (/^https?:\/\//i.test(address) ? address : `https://${address}`)

/** The paragraphs and list items of a text, each as its spans; `item` says which is a list item. */
export function paragraphsOf(text: RichText): { spans: Span[]; item: boolean }[] {
  return text.flatMap((block: Block): { spans: Span[]; item: boolean }[] =>
    block.type === 'paragraph'
      ? [{ spans: spansOf(block.children), item: false }]
      : block.items.map((item) => ({ spans: spansOf(item), item: true })),
  )
}

/** All of a text on one line, paragraphs run together: for items of a sentence. */
export const inlineSpans = (text: RichText): Span[] =>
  paragraphsOf(text).flatMap(({ spans }, index) => (index === 0 ? spans : [{ text: ' ' }, ...spans]))

/** Spans that stand in a text of another language: told so, and kept apart when they run the other way. */
export function inLanguage(spans: readonly Span[], own: Language, around: Language): Span[] {
  if (own === around) return [...spans]
  const marked = spans.map((span) => ({ language: own, ...span }))
  const last = marked.at(-1)
  if (!last || directionOf(own) === directionOf(around)) return marked
  // The space after them parts them from what follows, on the side where that stands.
  const kept = last.text.trimEnd()
  const space = last.text.slice(kept.length)
  const isolated = [{ text: '\u2068' }, ...marked.slice(0, -1), { ...last, text: kept }, { text: '\u2069' }]
  return space ? [...isolated, { text: space }] : isolated
}
