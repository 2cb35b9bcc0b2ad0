/** Paints laid-out pages into the file, mirrored for a right-to-left document, and every bit of it tagged. */
import type { Direction } from '../bidi/paragraph-levels.ts'
import { Renderer } from '../pdfmake/classes.ts'
import type { BoxItem, LaidOutPage, PageItem, Vector } from '../pdfmake/internals.ts'
import type { PdfDocumentInstance } from '../pdfmake/pdfkit.ts'
import type { StructureElement } from '../structure/structure-tree.ts'
import { paintDrawing } from './drawings.ts'
import { textWriter, type TextWriter } from './glyph-writer.ts'
import { linkArea, paintLine } from './line-painter.ts'
import { pageMarker, type Marker } from './marker.ts'
import { mirrorVector } from './mirror.ts'
import { paintShape } from './shapes.ts'
import { paintWatermark } from './watermark.ts'

interface PageSetting {
  readonly document: PdfDocumentInstance
  readonly marker: Marker
  readonly text: TextWriter
  /** Writes the text that is still held back, before anything else is painted. */
  readonly flush: () => void
  readonly mirrorWidth: number | undefined
}

export class TypesetRenderer extends Renderer {
  readonly #direction: Direction

  constructor(document: PdfDocumentInstance, direction: Direction) {
    super(document)
    this.#direction = direction
  }

  override renderPages(pages: LaidOutPage[]): void {
    const document = this.pdfDocument
    document._pdfMakePages = pages
    for (const page of pages) {
      const { width, height } = page.pageSize
      document.addPage({ size: [width, height] })
      document.page.dictionary.data['Tabs'] = 'S'
      const text = textWriter((font) => void (document.page.fonts[font.id] ??= font.ref()))
      const flush = (): void => {
        const operators = text.end()
        if (operators) document.page.write(operators)
      }
      const marker = pageMarker(document, flush)
      const mirrorWidth = this.#direction === 'rtl' ? width : undefined
      const setting = { document, marker, text, flush, mirrorWidth }
      if (page.watermark) {
        marker.mark(undefined)
        paintWatermark(document, page.watermark)
      }
      for (const item of page.items) this.#paint(setting, item)
      marker.close()
    }
  }

  #paint(setting: PageSetting, { type, item }: PageItem): void {
    switch (type) {
      case 'line':
        paintLine(setting, item)
        break
      case 'vector':
        this.#paintVector(setting, item)
        break
      case 'image':
      case 'svg':
        this.#paintPicture(setting, type, item)
        break
      case 'beginClip':
        setting.marker.close()
        if (setting.mirrorWidth !== undefined) item.x = setting.mirrorWidth - item.x - item.width
        this.beginClip(item)
        break
      case 'endClip':
        setting.marker.close()
        this.endClip()
        break
      case 'beginVerticalAlignment':
      case 'endVerticalAlignment':
      case 'attachment':
        throw new Error(`This engine does not set ${type}`)
    }
  }

  #paintVector({ document, marker, flush, mirrorWidth }: PageSetting, vector: Vector): void {
    flush()
    marker.mark(vector._structure)
    if (mirrorWidth !== undefined) mirrorVector(vector, mirrorWidth)
    if (vector.type === 'rect') {
      const { x, y, w, h } = vector
      addBox(vector._structure, [x, y, x + w, y + h], document.page.height)
      if (vector.link)
        linkArea(document, { link: vector.link, element: vector._structure, words: vector.link }, [x, y, w, h])
    }
    if (vector.drawing) {
      const { x, y, w, h } = vector
      paintDrawing(document, vector.drawing, [x, y, w, h], mirrorWidth !== undefined)
    } else paintShape(document, vector)
  }

  #paintPicture({ document, marker, flush, mirrorWidth }: PageSetting, type: 'image' | 'svg', item: BoxItem): void {
    flush()
    marker.mark(item._structure)
    if (mirrorWidth !== undefined) item.x = mirrorWidth - item.x - item._width
    addBox(item._structure, [item.x, item.y, item.x + item._width, item.y + item._height], document.page.height)
    if (type === 'image') this.renderImage(item)
    else this.renderSVG(item)
  }
}

/** A figure's box is that of all its shapes. */
function addBox(
  element: StructureElement | undefined,
  box: [number, number, number, number],
  pageHeight: number,
): void {
  if (!element) return
  const old = element.box ?? box
  element.pageHeight = pageHeight
  element.box = [Math.min(old[0], box[0]), Math.min(old[1], box[1]), Math.max(old[2], box[2]), Math.max(old[3], box[3])]
}
