/**
 * pdfmake's own classes, with types for the parts this engine relies on. pdfmake publishes neither; both it and pdfkit are
 * pinned, and `overridden-sources.test.ts` fails when a method that is overridden here changes in a new version.
 */
// @ts-expect-error pdfmake ships no types
import printerModule from 'pdfmake/js/Printer.js'
// @ts-expect-error pdfmake ships no types
import pdfDocumentModule from 'pdfmake/js/PDFDocument.js'
// @ts-expect-error pdfmake ships no types
import layoutBuilderModule from 'pdfmake/js/LayoutBuilder.js'
// @ts-expect-error pdfmake ships no types
import textInlinesModule from 'pdfmake/js/TextInlines.js'
// @ts-expect-error pdfmake ships no types
import docMeasureModule from 'pdfmake/js/DocMeasure.js'
// @ts-expect-error pdfmake ships no types
import docPreprocessorModule from 'pdfmake/js/DocPreprocessor.js'
// @ts-expect-error pdfmake ships no types
import rendererModule from 'pdfmake/js/Renderer.js'
// @ts-expect-error pdfmake ships no types
import lineModule from 'pdfmake/js/Line.js'
// @ts-expect-error pdfmake ships no types
import styleContextStackModule from 'pdfmake/js/StyleContextStack.js'
// @ts-expect-error pdfmake ships no types
import svgMeasureModule from 'pdfmake/js/SVGMeasure.js'
// @ts-expect-error pdfmake ships no types
import tableLayoutsModule from 'pdfmake/js/tableLayouts.js'
import type {
  DocMeasureClass,
  DocPreprocessorClass,
  LayoutBuilderClass,
  LineClass,
  PdfDocumentClass,
  PrinterClass,
  RendererClass,
  StyleStackClass,
  SvgMeasureClass,
  TextInlinesClass,
} from './internals.ts'

export const Printer = printerModule.default as PrinterClass
export const PdfDocument = pdfDocumentModule.default as PdfDocumentClass
export const LayoutBuilder = layoutBuilderModule.default as LayoutBuilderClass
export const TextInlines = textInlinesModule.default as TextInlinesClass
export const DocMeasure = docMeasureModule.default as DocMeasureClass
export const DocPreprocessor = docPreprocessorModule.default as DocPreprocessorClass
export const Renderer = rendererModule.default as RendererClass
export const Line = lineModule.default as LineClass
export const StyleStack = styleContextStackModule.default as StyleStackClass
export const SvgMeasure = svgMeasureModule.default as SvgMeasureClass
export const tableLayouts = tableLayoutsModule.tableLayouts as object
