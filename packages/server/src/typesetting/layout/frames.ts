/** Lines around blocks whose height is known only once they have been laid out. */
import type { Frame } from '../content.ts'
import type { LayoutNode, Vector, WriterInstance } from '../pdfmake/internals.ts'

/** Lays out a framed block with `process` and draws the lines round what it took, on every page it took. */
export function processFramed(writer: WriterInstance, node: LayoutNode, frame: Frame, process: () => void): void {
  const context = writer.context()
  const [left, top, right, bottom] = frame.padding
  const inner = frame.fit ? Math.min(node._maxWidth, context.availableWidth - left - right) : undefined
  const unused = inner === undefined ? 0 : context.availableWidth - left - right - inner
  const start = { page: context.page, x: context.x, y: context.y, width: context.availableWidth - unused }
  // Lines go under what they frame, and never before what stood on a page already.
  const under = context.pages.map(({ items }) => items.length)
  context.moveDown(top)
  context.addMargin(left, right + unused)
  process()
  context.addMargin(-left, -right - unused)
  context.moveDown(bottom)
  for (let page = start.page; page <= context.page; page++) {
    const { pageSize, pageMargins } = context.pages[page] ?? context.getCurrentPage()
    const from = page === start.page ? start.y : pageMargins.top
    const to = page === context.page ? context.y : pageSize.height - pageMargins.bottom
    for (const line of linesOf(frame, { x: start.x, y: from, w: start.width, h: to - from })) {
      writer.addVector(line, true, true, under[page] ?? 0, page)
    }
  }
}

interface Area {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

function linesOf(frame: Frame, area: Area): Partial<Vector>[] {
  const { edges, color: lineColor, lineWidth, radius, dash, strip } = frame
  const stroke = { lineColor, lineWidth, ...(dash ? { dash } : {}) }
  const lines: Partial<Vector>[] = []
  if (strip) {
    const x = strip.edge === 'start' ? area.x : area.x + area.w - strip.width
    lines.push({ type: 'rect', x, y: area.y, w: strip.width, h: area.h, color: lineColor })
  }
  if (edges === 'all') lines.push({ type: 'rect', ...area, ...stroke, ...(radius ? { r: radius } : {}) })
  else {
    const x = area.x + (edges === 'start' ? lineWidth / 2 : edges.at)
    lines.push({ type: 'line', x1: x, x2: x, y1: area.y, y2: area.y + area.h, ...stroke })
  }
  return lines
}
