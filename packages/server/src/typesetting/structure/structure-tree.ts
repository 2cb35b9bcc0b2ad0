/** The logical tree of a tagged file: built from the blocks before layout, filled with marked content as pages are painted. */
import type { Language } from '@kase/shared/locales.ts'
import type { Role } from '../content.ts'
import type { LayoutNode } from '../pdfmake/internals.ts'
import type { PdfReference, StructureContent } from '../pdfmake/pdfkit.ts'

export interface StructureElement {
  /** A `Group` only holds a place in the reading order; its children are written in its stead. */
  readonly type: Role | 'Document' | 'Span' | 'Link' | 'Group'
  /** In reading order: elements as blocks were met, marked content as it was painted. */
  readonly children: (StructureElement | StructureContent)[]
  readonly language?: Language
  readonly alt?: string
  readonly scope?: 'Row' | 'Column'
  readonly rowSpan?: number
  readonly annotations: LinkAnnotation[]
  /** Left, top, right, bottom on its page, for figures. */
  box?: readonly [number, number, number, number]
  pageHeight?: number
}

export interface LinkAnnotation {
  readonly reference: PdfReference
  readonly page: PdfReference
  readonly key: number
}

/** Where blocks hang: an element and the language text has there. */
export interface Branch {
  readonly element: StructureElement
  readonly language: Language
}

export const isElement = (child: StructureElement | StructureContent): child is StructureElement => 'children' in child

/** The tree of a document that has nothing in it yet. */
export const documentElement = (language: Language): StructureElement => ({
  type: 'Document',
  children: [],
  annotations: [],
  language,
})

/** Adds an element under another; its language is given only where it changes. */
export function addElement(
  parent: StructureElement,
  type: StructureElement['type'],
  properties: Partial<Pick<StructureElement, 'language' | 'alt' | 'scope' | 'rowSpan'>> = {},
): StructureElement {
  const element: StructureElement = { type, children: [], annotations: [], ...properties }
  parent.children.push(element)
  return element
}

/**
 * Gives every block of a tree its element. Blocks without a role pass their children to the element above; text is a
 * paragraph when it has no role; drawings with words are figures; artifacts and all that is in them get none.
 */
export function attachStructure(node: LayoutNode, branch: Branch): void {
  if (node.artifact || node._span) return
  const language = (node.language as Language | undefined) ?? branch.language
  const change = language === branch.language ? {} : { language }
  if (node.parts) {
    // Its blocks are built later, during layout; until then a group keeps their place in the reading order.
    const element = addElement(branch.element, node.role ?? 'Group', node.role ? change : {})
    node._branch = { element, language: node.role ? language : branch.language }
    return
  }
  const children = node.stack ?? node.columns
  if (children) {
    const element = node.role ? addElement(branch.element, node.role, { ...change, ...cellOf(node) }) : branch.element
    const inner = { element, language: node.role ? language : branch.language }
    for (const child of children) attachStructure(inheriting(child, node), inner)
    return
  }
  const type = node.text === undefined ? 'Figure' : (node.role ?? 'P')
  if (node.text === undefined ? !node.alt : isBlank(node.text)) return
  node._structure = addElement(branch.element, type, {
    ...change,
    ...cellOf(node),
    ...(node.alt ? { alt: node.alt } : {}),
  })
  for (const shape of node.canvas ?? []) {
    shape._structure = node._structure
    if (node.link) shape.link = node.link
  }
}

/** A stack's language holds for what is in it, unless that says otherwise. */
function inheriting(child: LayoutNode, parent: LayoutNode): LayoutNode {
  if (child.language === undefined && parent.language !== undefined) child.language = parent.language
  return child
}

const cellOf = ({ scope, rowSpan }: LayoutNode): Pick<StructureElement, 'scope' | 'rowSpan'> => ({
  ...(scope ? { scope } : {}),
  ...(rowSpan && rowSpan > 1 ? { rowSpan } : {}),
})

function isBlank(text: unknown): boolean {
  if (Array.isArray(text)) return text.every(isBlank)
  if (typeof text === 'object' && text !== null && 'text' in text) return isBlank(text.text)
  return typeof text !== 'string' || text.trim() === ''
}
