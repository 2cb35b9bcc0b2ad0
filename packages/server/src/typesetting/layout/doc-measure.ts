/** pdfmake's first pass, with the structure tree built beside it and this engine's paragraphs. */
import type { Direction } from '../bidi/paragraph-levels.ts'
import { DocMeasure } from '../pdfmake/classes.ts'
import type { LayoutNode } from '../pdfmake/internals.ts'
import type { PdfDocumentInstance } from '../pdfmake/pdfkit.ts'
import { attachStructure, type Branch } from '../structure/structure-tree.ts'
import { TypesetTextInlines } from './text-inlines.ts'

export interface MeasureSetting {
  readonly document: PdfDocumentInstance
  readonly styles: object
  readonly defaultStyle: object
  readonly svgMeasure: object
  readonly page: Direction
  readonly root: Branch
}

export class TypesetDocMeasure extends DocMeasure {
  readonly #root: Branch

  constructor({ document, styles, defaultStyle, svgMeasure, page, root }: MeasureSetting) {
    super(document, styles, defaultStyle, svgMeasure, {})
    this.textInlines = new TypesetTextInlines(document, page)
    this.#root = root
  }

  override measureDocument(node: LayoutNode): LayoutNode {
    attachStructure(node, this.#root)
    return super.measureDocument(node)
  }

  override measureNode(node: LayoutNode): LayoutNode {
    // Parts are built during layout, when the styles around them have been left.
    // Unlike other properties, the distance of columns is not passed on to columns inside.
    if (node.columns) node.columnGap ??= 0
    if (node.parts) node._styles = this.styleStack.clone()
    return super.measureNode(node)
  }

  /** Measures what a block in parts has built, in the styles and at the branch where that block stands. */
  measurePart(part: LayoutNode, owner: LayoutNode): LayoutNode {
    const around = this.styleStack
    if (owner._styles) this.styleStack = owner._styles
    if (owner._branch) attachStructure(part, owner._branch)
    const measured = this.measureNode(part)
    this.styleStack = around
    return measured
  }
}
