/**
 * What the engine sets: a tree of blocks with their roles and languages. Every node is used once; the engine works on it in
 * place. Lengths are points; positions and alignments are those of a left-to-right page, mirrored for a right-to-left one.
 */
import type { Language } from '@kase/shared/locales.ts'

/** Structure types of PDF/UA-1 that a block may have. */
export type Role =
  | 'Part'
  | 'Sect'
  | 'Div'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Figure'

/** Inherited by what is inside. */
export interface TextStyle {
  /** Chooses font, shaping and line breaking, and tells screen readers how to speak. */
  readonly language?: Language
  /** Of the paragraph; the direction of its language when absent. */
  readonly direction?: 'ltr' | 'rtl'
  readonly fontSize?: number
  /** Distance between base lines. */
  readonly leading?: number
  readonly bold?: boolean
  /** `#rrggbb` */
  readonly color?: string
  /** `start` is where lines of the paragraph's own direction begin. */
  readonly alignment?: 'start' | 'end' | 'center'
  readonly noWrap?: boolean
  /** Which way the blocks inside run, when it is not the page's: a whole column of the other direction. */
  readonly flow?: 'ltr' | 'rtl'
}

export interface Span extends TextStyle {
  readonly text: string
  readonly link?: string
}

interface Block extends TextStyle {
  /** Left, top, right, bottom. */
  readonly margin?: readonly [number, number, number, number]
  readonly role?: Role
  /** Of a heading cell. */
  readonly scope?: 'Row' | 'Column'
  readonly rowSpan?: number
  /** Decoration: skipped by screen readers and by copying. */
  readonly artifact?: boolean
  /** In `columns`. `*` shares what the others leave. */
  readonly width?: number | '*' | 'auto'
  /** `together`: moves to the next page rather than break. `with-next`: and never stands at a page's foot without what follows. */
  readonly keep?: 'together' | 'with-next'
  /** Takes no room: what follows is set as if it were not there. */
  readonly relativePosition?: { readonly x: number; readonly y: number }
  readonly pageBreak?: 'before' | 'after'
}

export interface TextBlock extends Block {
  readonly text: string | readonly (string | Span)[]
  readonly link?: string
  /** Entry of the document's outline; `true` takes the text itself. */
  readonly outline?: true
  readonly outlineText?: string
  readonly id?: string
}

/** Lines around a block. Drawn as decoration; they follow the block onto the next page. */
export interface Frame {
  /** Between the lines and the content: left, top, right, bottom. */
  readonly padding: readonly [number, number, number, number]
  readonly color: string
  readonly lineWidth: number
  /** All round, at the start edge only, or upright at a distance from it. */
  readonly edges: 'all' | 'start' | { readonly at: number }
  readonly radius?: number
  readonly dash?: { readonly length: number; readonly space: number }
  /** As wide as its content, not as the room. */
  readonly fit?: boolean
  /** A filled strip inside one edge. */
  readonly strip?: { readonly edge: 'start' | 'end'; readonly width: number }
}

export interface StackBlock extends Block {
  readonly stack: readonly Content[]
  readonly frame?: Frame
  readonly minHeight?: number
}

export interface ColumnsBlock extends Block {
  readonly columns: readonly Content[]
  readonly columnGap?: number
}

export interface CanvasBlock extends Block {
  readonly canvas: readonly Shape[]
  /** What a screen reader says instead; without it the drawing is decoration. */
  readonly alt?: string
  readonly link?: string
}

export interface ImageBlock extends Block {
  /** A `data:` address; nothing else is opened. */
  readonly image: string
  readonly fit: readonly [number, number]
  readonly alt: string
}

export interface SvgBlock extends Block {
  readonly svg: string
  readonly fit: readonly [number, number]
  readonly alt: string
}

/**
 * A block that may break between its parts only. `build` gives parts `from` to `to` (exclusive) as fresh nodes; when `from`
 * is not 0 they stand on a further page and repeat what says so.
 */
export interface Parts {
  readonly count: number
  /** A whole block up to this height never breaks. */
  readonly keepUpTo: number
  /** Parts that must stay with the beginning. */
  readonly least: number
  build(from: number, to: number): Content
}

export interface PartsBlock extends Block {
  readonly stack: readonly []
  readonly parts: Parts
}

export type Content = TextBlock | StackBlock | ColumnsBlock | CanvasBlock | ImageBlock | SvgBlock | PartsBlock

/** A picture in a box of its own: `modules` are the squares of a QR code row by row, 1 where dark; `path` is an SVG path. */
export type Drawing =
  | { readonly kind: 'modules'; readonly size: number; readonly dark: Uint8Array }
  | {
      readonly kind: 'path'
      readonly d: string
      /** Side of the square the path is drawn in. */
      readonly box: readonly [width: number, height: number]
      readonly stroke?: string
      readonly lineWidth?: number
      readonly fill?: string
      readonly evenOdd?: boolean
      /** Whether it points somewhere, and so turns round on a right-to-left page. */
      readonly mirrored?: boolean
    }

/** `rect` with a `drawing` is that drawing's place; a plain one is drawn itself. */
export type Shape =
  | {
      readonly type: 'rect'
      readonly x: number
      readonly y: number
      readonly w: number
      readonly h: number
      readonly r?: number
      readonly color?: string
      readonly lineColor?: string
      readonly lineWidth?: number
      readonly drawing?: Drawing
    }
  | {
      readonly type: 'line'
      readonly x1: number
      readonly y1: number
      readonly x2: number
      readonly y2: number
      readonly lineWidth: number
      readonly lineColor: string
      readonly dash?: { readonly length: number; readonly space: number }
      readonly lineCap?: 'butt' | 'round'
    }
  | {
      readonly type: 'ellipse'
      readonly x: number
      readonly y: number
      readonly r1: number
      readonly r2: number
      readonly color?: string
      readonly lineColor?: string
    }
  | {
      readonly type: 'polyline'
      readonly points: readonly { readonly x: number; readonly y: number }[]
      readonly closePath?: boolean
      readonly lineWidth?: number
      readonly lineColor?: string
      readonly color?: string
    }

/** Pages that belong together: one direction, one numbering, one running head. */
export interface PageSequence {
  readonly content: readonly Content[]
  readonly language: Language
  /** Left, top, right, bottom; A4 upright. */
  readonly margins: readonly [number, number, number, number]
  readonly style?: TextStyle
  readonly header?: (page: number, pageCount: number) => Content | undefined
  readonly footer?: (page: number, pageCount: number) => Content | undefined
  readonly watermark?: { readonly text: string; readonly color?: string }
}

export interface TypesetDocument {
  /** One after another in the file; more than one become parts of its structure. */
  readonly sequences: readonly PageSequence[]
  readonly language: Language
  readonly title: string
  readonly author?: string
  readonly subject?: string
  readonly madeAt: Date
}
