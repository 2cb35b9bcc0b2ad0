/** Writes the structure tree into the file, leaving out what nothing was painted for. */
import type { PdfDocumentInstance, PdfReference } from '../pdfmake/pdfkit.ts'
import { isElement, type StructureElement } from './structure-tree.ts'

/** Call once, when all pages are painted. */
export function writeStructure(document: PdfDocumentInstance, root: StructureElement): void {
  const treeRoot = document.getStructTreeRoot()
  const top = writeElement(document, root, treeRoot)
  if (top) treeRoot.data['K'] = [top]
}

function writeElement(
  document: PdfDocumentInstance,
  element: StructureElement,
  parent: PdfReference,
): PdfReference | undefined {
  if (isEmpty(element)) return undefined
  const reference = document.ref({ S: element.type, P: parent, ...attributesOf(element) })
  const kids: unknown[] = []
  for (const child of flattened(element)) {
    if (isElement(child)) {
      const written = writeElement(document, child, reference)
      if (written) kids.push(written)
      continue
    }
    for (const { pageRef, mcid } of child.refs) {
      document.getStructParentTree().get(pageRef.data['StructParents'] as number)[mcid] = reference
      reference.data['Pg'] ??= pageRef
      kids.push(reference.data['Pg'] === pageRef ? mcid : { Type: 'MCR', Pg: pageRef, MCID: mcid })
    }
  }
  for (const { reference: annotation, page, key } of element.annotations) {
    document.getStructParentTree().add(key, reference)
    kids.push({ Type: 'OBJR', Obj: annotation, Pg: page })
  }
  reference.data['K'] = kids
  reference.end()
  return reference
}

const flattened = (element: StructureElement): StructureElement['children'] =>
  element.children.flatMap((child) => (isElement(child) && child.type === 'Group' ? flattened(child) : [child]))

function isEmpty(element: StructureElement): boolean {
  return element.annotations.length === 0 && element.children.every((child) => isElement(child) && isEmpty(child))
}

/** pdfkit writes a String object as a PDF string and a plain string as a name. */
// oxlint-disable-next-line no-new-wrappers
const literal = (text: string): object => new String(text)

function attributesOf(element: StructureElement): Record<string, unknown> {
  const { language, alt, scope, rowSpan, box, pageHeight } = element
  const attributes: Record<string, unknown>[] = []
  if (scope || rowSpan) {
    attributes.push({ O: 'Table', ...(scope ? { Scope: scope } : {}), ...(rowSpan ? { RowSpan: rowSpan } : {}) })
  }
  if (element.type === 'L') attributes.push({ O: 'List', ListNumbering: 'Decimal' })
  if (element.type === 'Figure' && box && pageHeight) {
    const [left, top, right, bottom] = box
    const corners = [left, pageHeight - bottom, right, pageHeight - top].map((length) => Math.round(length * 10) / 10)
    attributes.push({ O: 'Layout', Placement: 'Block', BBox: corners })
  }
  return {
    ...(language ? { Lang: literal(language) } : {}),
    ...(alt ? { Alt: literal(alt) } : {}),
    ...(attributes.length > 0 ? { A: attributes.length === 1 ? attributes[0] : attributes } : {}),
  }
}
