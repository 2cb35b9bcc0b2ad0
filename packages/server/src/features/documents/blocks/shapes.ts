/** Boxes, rules, codes and signs of the printed plan. */
import type { CanvasBlock, Content, Shape } from '../../../typesetting/content.ts'
import { colours, mm, textWidth } from '../setting/measures.ts'
import { qrCode } from '../setting/qr-code.ts'

/** A box to tick, 5 mm; `done` has its tick. The fonts have neither, so both are drawn. */
export function tickBox(done: boolean, alt: string): CanvasBlock {
  const side = mm(5)
  const box: Shape = {
    type: 'rect',
    x: 0.4,
    y: 0.4,
    w: side - 0.8,
    h: side - 0.8,
    r: mm(0.8),
    lineWidth: 0.8,
    lineColor: colours.ink,
  }
  const tick: Shape = {
    type: 'rect',
    x: 0,
    y: 0,
    w: side,
    h: side,
    drawing: {
      kind: 'path',
      d: 'M5.8 12.6l4.2 4.2L18.4 8',
      box: [24, 24],
      stroke: colours.ink,
      lineWidth: (1.8 * 24) / side,
    },
  }
  return { canvas: done ? [box, tick] : [box], width: side, alt }
}

/** A horizontal rule that takes no room of its own. */
export const rule = (width: number, lineWidth: number, lineColor: string, margin?: Content['margin']): Content => ({
  canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth, lineColor }],
  artifact: true,
  ...(margin ? { margin } : {}),
})

/** The thin rule between tasks. */
export const hairline = (width: number = textWidth): Content => rule(width, 0.5, colours.line)

/** A QR code that leads to `address`, and is a link to it on a screen. */
export function qrBlock(address: string, side: number, alt: string): CanvasBlock {
  const code = qrCode(address, side)
  return {
    canvas: [{ type: 'rect', x: 0, y: 0, w: code.side, h: code.side, drawing: code.drawing }],
    alt,
    link: address,
    width: code.side,
  }
}

/** The woven band at the head of the first page, in the employer's colour. */
export function band(colour: string, width: number = textWidth): Content {
  const height = mm(4)
  const line = mm(0.25)
  const lozenges: string[] = []
  const length = (width * 4) / height
  for (let x = 1; x + 5 < length; x += 6) {
    lozenges.push(`M${x} 2l2-.9 2 .9-2 .9z`, `M${x + 5} 1.65l.6.35-.6.35-.6-.35z`)
  }
  const full = { type: 'rect', x: 0, w: width } as const
  return {
    artifact: true,
    canvas: [
      { ...full, y: 0, h: height, color: colour },
      { ...full, y: mm(0.6), h: line, color: colours.paper },
      { ...full, y: height - mm(0.6) - line, h: line, color: colours.paper },
      {
        ...full,
        y: 0,
        h: height,
        drawing: { kind: 'path', d: lozenges.join(''), box: [length, 4], fill: colours.paper },
      },
    ],
  }
}

/** An outlined sign, 5 mm, decoration beside words that say the same. */
const icon = (d: string, colour: string, mirrored = false): CanvasBlock => ({
  artifact: true,
  width: mm(5),
  canvas: [
    {
      type: 'rect',
      x: 0,
      y: 0,
      w: mm(5),
      h: mm(5),
      drawing: { kind: 'path', d, box: [24, 24], stroke: colour, lineWidth: 1.8, mirrored },
    },
  ],
})

export const phoneIcon = (): CanvasBlock =>
  icon(
    'M6.5 4h3l1.5 4.2-2 1.4a11 11 0 0 0 5.4 5.4l1.4-2 4.2 1.5v3a2 2 0 0 1-2.2 2A16 16 0 0 1 4.5 6.2 2 2 0 0 1 6.5 4z',
    colours.ink,
  )

export const lifebuoy = (): CanvasBlock =>
  icon(
    'M12 3a9 9 0 1 0 0 18 9 9 0 1 0 0-18zM12 8.2a3.8 3.8 0 1 0 0 7.6 3.8 3.8 0 1 0 0-7.6zM5.7 5.7l3.6 3.6M14.7 14.7l3.6 3.6M18.3 5.7l-3.6 3.6M9.3 14.7l-3.6 3.6',
    colours.help,
  )

/** The square before an item of a list. */
export const bullet = (colour: string, top: number): CanvasBlock => ({
  artifact: true,
  width: mm(3.5),
  canvas: [{ type: 'rect', x: 0, y: top, w: mm(1.6), h: mm(1.6), color: colour }],
})
