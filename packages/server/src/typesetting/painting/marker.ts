/** Opens and closes marked content so that everything painted on a page belongs to an element or is an artifact. */
import type { PdfDocumentInstance } from '../pdfmake/pdfkit.ts'
import type { StructureElement } from '../structure/structure-tree.ts'

export interface Marker {
  /** What is painted from now on belongs to the element, or to the page's decoration when there is none. */
  mark(element: StructureElement | undefined): void
  close(): void
}

/** A marker for one page; `beforeChange` writes what still belongs to the mark that is open. */
export function pageMarker(document: PdfDocumentInstance, beforeChange: () => void): Marker {
  let open: StructureElement | 'artifact' | undefined
  const close = (): void => {
    beforeChange()
    if (open !== undefined) document.endMarkedContent()
    open = undefined
  }
  return {
    mark(element) {
      const next = element ?? 'artifact'
      if (next === open) return
      close()
      open = next
      if (element) element.children.push(document.markStructureContent(element.type))
      else document.markContent('Artifact', { type: 'Layout' })
    },
    close,
  }
}
