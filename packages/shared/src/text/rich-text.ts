/**
 * The closed set of rich text: paragraphs and lists of inline pieces. Texts are written in Markdown, parsed once into this
 * tree, and rendered from it by every output (page, PDF, mail, plain). No HTML is stored or accepted.
 */

/** What a value is: each output isolates it from the direction of the text around it, and may link it. */
export type ValueKind = 'phone' | 'email' | 'url' | 'name' | 'date' | 'amount' | 'official'

export type Inline =
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'strong'; readonly children: readonly Inline[] }
  | { readonly type: 'link'; readonly href: string; readonly children: readonly Inline[] }
  /** A filled placeholder; `language` is set when the value is in another language than the text (an official name). */
  | { readonly type: 'value'; readonly kind: ValueKind; readonly value: string; readonly language?: string }

export type Block =
  | { readonly type: 'paragraph'; readonly children: readonly Inline[] }
  | { readonly type: 'list'; readonly items: readonly (readonly Inline[])[] }

export type RichText = readonly Block[]

/** The bare words of a tree, blocks separated by a line break: for search, mail subjects, titles. */
export function plainText(text: RichText): string {
  return text
    .map((block) => (block.type === 'paragraph' ? inlineText(block.children) : block.items.map(inlineText).join('\n')))
    .join('\n')
}

export function inlineText(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => (inline.type === 'text' || inline.type === 'value' ? inline.value : inlineText(inline.children)))
    .join('')
}
