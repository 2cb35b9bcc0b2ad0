/** pdfmake's second pass: blocks find their place on pages. Keeps together what must not be torn apart. */
import type { Direction } from '../bidi/paragraph-levels.ts'
import type { Content, Parts } from '../content.ts'
import { DocPreprocessor, LayoutBuilder } from '../pdfmake/classes.ts'
import type { LaidOutPage, LayoutArguments, LayoutNode, LineInstance } from '../pdfmake/internals.ts'
import type { PdfDocumentInstance } from '../pdfmake/pdfkit.ts'
import type { Branch } from '../structure/structure-tree.ts'
import { columnWidths, type ColumnRequest } from './column-widths.ts'
import { TypesetDocMeasure } from './doc-measure.ts'
import { processFramed } from './frames.ts'
import { placeFragment, type Fragment } from './fragments.ts'
import { mirrorSince, placedItems } from './islands.ts'
import { nextLine } from './line.ts'

/** Room enough for anything to be laid out without a page's end, to see how high it becomes. */
const endless = 1e7
const tolerance = 0.01
/** 40 mm: what must at least follow a heading on its page. */
const leastCompany = 113

export interface LayoutSetting {
  readonly pageSize: { readonly width: number; readonly height: number }
  readonly margins: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }
  readonly svgMeasure: object
  readonly direction: Direction
  readonly root: Branch
}

export class TypesetLayoutBuilder extends LayoutBuilder {
  readonly #setting: LayoutSetting
  #document: PdfDocumentInstance | undefined
  #measure: TypesetDocMeasure | undefined
  #probing = 0
  /** Which way blocks run where layout has come to. */
  #flow: Direction

  constructor(setting: LayoutSetting) {
    super(setting.pageSize, setting.margins, setting.svgMeasure)
    this.#setting = setting
    this.#flow = setting.direction
  }

  override layoutDocument(...args: LayoutArguments): LaidOutPage[] {
    const [, document, styles, defaultStyle] = args
    const { direction: page, root, svgMeasure } = this.#setting
    this.#document = document
    this.docPreprocessor = new DocPreprocessor()
    this.#measure = new TypesetDocMeasure({ document, styles, defaultStyle, svgMeasure, page, root })
    this.docMeasure = this.#measure
    return this.tryLayoutDocument(...args).pages
  }

  override processNode(node: LayoutNode, isVerticalAlignmentAllowed?: boolean): void {
    if (node.keep && this.#probing === 0) this.#placeTogether(node)
    else this.#processFlowing(node, isVerticalAlignmentAllowed)
  }

  /** A block that runs the other way than what is around it is laid out like that, and then turned round. */
  #processFlowing(node: LayoutNode, isVerticalAlignmentAllowed?: boolean): void {
    const around = this.#flow
    if (node.flow === undefined || node.flow === around) {
      super.processNode(node, isVerticalAlignmentAllowed)
      return
    }
    this.#flow = node.flow
    const placed = placedItems(this.writer.context())
    super.processNode(node, isVerticalAlignmentAllowed)
    this.#flow = around
    mirrorSince(this.writer.context(), placed)
  }

  override processVerticalContainer(node: LayoutNode): void {
    const context = this.writer.context()
    const top = context.y
    if (node.parts) this.#processParts(node)
    else if (node.frame) processFramed(this.writer, node, node.frame, () => this.#processStack(node))
    else this.#processStack(node)
    const missing = top + (node.minHeight ?? 0) - context.y
    if (node.minHeight && missing > 0) context.moveDown(missing)
  }

  #processStack(node: LayoutNode): void {
    const blocks = node.stack ?? []
    blocks.forEach((block, index) => {
      if (block.keep === 'with-next' && this.#probing === 0) {
        const height = this.#leadingHeight(blocks.slice(index))
        // A chain longer than a page cannot hold; then a heading still wants company.
        this.#makeRoomFor(height <= this.#pageRoom ? height : Math.min(leastCompany, this.#pageRoom))
      }
      this.processNode(block)
      node.positions.push(...block.positions)
    })
  }

  /** How much of the blocks must stand on one page with the first of them. */
  #leadingHeight(blocks: readonly LayoutNode[]): number {
    let height = 0
    for (const block of blocks) {
      height += this.#leastHeight(block)
      if (block.keep !== 'with-next') break
    }
    return height
  }

  #leastHeight(block: LayoutNode): number {
    if (block.parts) {
      block._whole ??= this.#prepare(block.parts.build(0, block.parts.count), block)
      const whole = this.#heightOf(block._whole)
      if (whole <= block.parts.keepUpTo) return whole
      return this.#heightOf(this.#prepare(block.parts.build(0, Math.max(1, block.parts.least)), block))
    }
    if (block.keep || block.frame || !block.stack) return this.#heightOf(block)
    return this.#leadingHeight(block.stack)
  }

  /** Widths are settled here: pdfmake's own way lets columns grow off the page. */
  override processColumns(node: LayoutNode): void {
    const columns = node.columns ?? []
    const gaps = (node._gap ?? 0) * Math.max(0, columns.length - 1)
    const requests = columns.map((column): ColumnRequest => {
      column._askedWidth ??= column.width ?? '*'
      return { width: column._askedWidth as ColumnRequest['width'], min: column._minWidth, max: column._maxWidth }
    })
    const widths = columnWidths(requests, this.writer.context().availableWidth - gaps)
    columns.forEach((column, index) => {
      column.width = widths[index] ?? 0
    })
    const context = this.writer.context()
    const { x, availableWidth } = context
    super.processColumns(node)
    // A column that goes on to a page another has begun resets the room to the whole page's.
    Object.assign(context, { x, availableWidth })
  }

  override processLeaf(node: LayoutNode): void {
    node._nextInline = 0
    node._rest = undefined
    super.processLeaf(node)
  }

  override buildNextLine(node: LayoutNode): LineInstance | null {
    if (!this.#document) throw new Error('A line is asked for before the document is laid out')
    return nextLine(this.#document, node, this.writer.context().availableWidth)
  }

  /** Shapes are moved to their place; copies are, so that a block can be laid out more than once. */
  override processCanvas(node: LayoutNode): void {
    const canvas = (node.canvas ?? []).map((shape) => ({
      ...shape,
      ...(shape.points ? { points: shape.points.map((point) => ({ ...point })) } : {}),
    }))
    super.processCanvas({ ...node, canvas })
  }

  #heightOf(node: LayoutNode): number {
    return this.#layOut(node).height
  }

  /** Lays a block out where there is no end of the page. What comes out is kept, to be placed where it turns out to fit. */
  #layOut(node: LayoutNode): Fragment {
    const { availableWidth } = this.writer.context()
    if (node._fragment?.width === availableWidth) return node._fragment
    const listed = this.linearNodeList.length
    this.#probing++
    this.writer.pushContext(availableWidth, endless)
    try {
      this.#processFlowing(node)
      const { y, pages } = this.writer.context()
      node._fragment = { width: availableWidth, height: y, items: pages[0]?.items ?? [] }
      return node._fragment
    } finally {
      this.writer.popContext()
      this.#probing--
      this.linearNodeList.length = listed
    }
  }

  /** Places a block whole, on the next page if need be; one higher than a page flows. */
  #placeTogether(node: LayoutNode): void {
    const fragment = this.#layOut(node)
    this.#makeRoomFor(fragment.height)
    if (this.#fits(fragment.height)) {
      node.positions = []
      placeFragment(this.writer.context(), fragment)
      delete node._fragment
    } else this.#processFlowing(node)
  }

  get #pageRoom(): number {
    const { pageSize, margins } = this.#setting
    return pageSize.height - margins.top - margins.bottom
  }

  #isAtPageTop(): boolean {
    const context = this.writer.context()
    return context.y <= context.pageMargins.top + tolerance
  }

  #fits(height: number): boolean {
    return height <= this.writer.context().availableHeight + tolerance
  }

  #makeRoomFor(height: number): void {
    if (!this.#fits(height) && !this.#isAtPageTop() && height <= this.#pageRoom) this.writer.moveToNextPage()
  }

  #prepare(content: Content, owner: LayoutNode): LayoutNode {
    if (!this.#measure) throw new Error('Parts are built before the document is measured')
    return this.#measure.measurePart(this.docPreprocessor.preprocessBlock(content), owner)
  }

  /**
   * A block in parts: whole where it stands if it fits; else whole on the next page if it may not break; else broken between
   * parts, as many on each page as fit, and never fewer than `least` with the beginning. What is built only to be measured
   * leaves empty elements in the structure tree, which are not written.
   */
  #processParts(node: LayoutNode): void {
    const { parts } = node
    if (!parts) return
    const build = (from: number, to: number): LayoutNode => this.#prepare(parts.build(from, to), node)
    const whole = node._whole ?? build(0, parts.count)
    delete node._whole
    if (this.#probing > 0) {
      this.#processFlowing(whole)
      return
    }
    const height = this.#heightOf(whole)
    if (this.#fits(height) || height <= parts.keepUpTo) this.#placeTogether(whole)
    else this.#placeBroken(parts, build)
  }

  #placeBroken({ count, least }: Parts, build: (from: number, to: number) => LayoutNode): void {
    for (let from = 0; from < count;) {
      let to = Math.min(count, from + (from === 0 ? Math.max(1, least) : 1))
      let chosen = build(from, to)
      if (!this.#fits(this.#heightOf(chosen)) && !this.#isAtPageTop()) this.writer.moveToNextPage()
      // Twice as many each time while they fit, then half as many: a table of hundreds of rows is not measured row by row.
      for (let step = 1, growing = true; step >= 1 && to < count;) {
        const next = Math.min(count, to + step)
        const more = build(from, next)
        if (this.#fits(this.#heightOf(more))) {
          chosen = more
          to = next
          step = growing ? step * 2 : step / 2
        } else {
          growing = false
          step = next - to > 1 ? (next - to) / 2 : 0
        }
        step = Math.floor(step)
      }
      this.#placeTogether(chosen)
      from = to
      if (from < count) this.writer.moveToNextPage()
    }
  }
}
