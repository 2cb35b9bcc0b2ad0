import { fromMarkdown } from 'mdast-util-from-markdown'
import { findPlaceholders, type Placeholder } from './placeholder.ts'

/**
 * Markdown of the closed set (paragraph, list, bold, link) parsed to a tree with its placeholders still open. What lies
 * outside the set is kept as the words it is made of: nothing is lost, and nothing becomes markup.
 */

export type OpenInline =
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'placeholder'; readonly placeholder: Placeholder; readonly source: string }
  | { readonly type: 'strong'; readonly children: readonly OpenInline[] }
  /** `target` is a key of the task's links (`link:key` in the source). */
  | { readonly type: 'link'; readonly target: string; readonly children: readonly OpenInline[] }

export type OpenBlock =
  | { readonly type: 'paragraph'; readonly children: readonly OpenInline[] }
  | { readonly type: 'list'; readonly items: readonly (readonly OpenInline[])[] }

type BlockNode = ReturnType<typeof fromMarkdown>['children'][number]
type PhrasingContent = Extract<BlockNode, { type: 'paragraph' }>['children'][number]

const parsed = new Map<string, readonly OpenBlock[]>()
const parsedBound = 20_000

/** The tree of a text. Parsed once for each text and kept: published texts never change. */
export function parseMarkdown(markdown: string): readonly OpenBlock[] {
  const known = parsed.get(markdown)
  if (known) return known
  if (parsed.size >= parsedBound) parsed.clear()
  const blocks = fromMarkdown(markdown).children.flatMap((node) => blocksOf(node))
  parsed.set(markdown, blocks)
  return blocks
}

function blocksOf(node: BlockNode): OpenBlock[] {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return [{ type: 'paragraph', children: node.children.flatMap(inlinesOf) }]
    case 'list':
      return [
        {
          type: 'list',
          items: node.children.map((item) => item.children.flatMap((child) => blocksOf(child).flatMap(inlinesOfBlock))),
        },
      ]
    case 'blockquote':
      return node.children.flatMap(blocksOf)
    case 'code':
    case 'html':
      return [{ type: 'paragraph', children: [{ type: 'text', value: node.value }] }]
    default:
      return []
  }
}

const inlinesOfBlock = (block: OpenBlock): readonly OpenInline[] =>
  block.type === 'paragraph' ? block.children : block.items.flat()

function inlinesOf(node: PhrasingContent): OpenInline[] {
  switch (node.type) {
    case 'text':
      return splitPlaceholders(node.value)
    case 'strong':
      return [{ type: 'strong', children: node.children.flatMap(inlinesOf) }]
    case 'link':
      return node.url.startsWith('link:')
        ? [{ type: 'link', target: node.url.slice(5), children: node.children.flatMap(inlinesOf) }]
        : node.children.flatMap(inlinesOf)
    case 'break':
      return [{ type: 'text', value: ' ' }]
    case 'inlineCode':
    case 'html':
      return [{ type: 'text', value: node.value }]
    default:
      return 'children' in node ? node.children.flatMap(inlinesOf) : []
  }
}

function splitPlaceholders(text: string): OpenInline[] {
  const pieces: OpenInline[] = []
  let from = 0
  for (const { start, end, source, placeholder } of findPlaceholders(text)) {
    if (!placeholder) continue
    if (start > from) pieces.push({ type: 'text', value: text.slice(from, start) })
    pieces.push({ type: 'placeholder', placeholder, source })
    from = end
  }
  if (from < text.length) pieces.push({ type: 'text', value: text.slice(from) })
  return pieces
}
