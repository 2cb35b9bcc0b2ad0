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
import svgMeasureModule from 'pdfmake/js/SVGMeasure.js'
import type {
  DocMeasureClass,
  DocPreprocessorClass,
  LayoutBuilderClass,
  LineClass,
  PdfDocumentClass,
  PrinterClass,
  RendererClass,
  SvgMeasureClass,
  TextInlinesClass,
} from './internals.ts'

/** Node gives the whole CommonJS module, a bundler or vitest its default export. */
const own = <T>(module: { readonly default?: T } & T): T => module.default ?? module

export const Printer = own<PrinterClass>(printerModule)
export const PdfDocument = own<PdfDocumentClass>(pdfDocumentModule)
export const LayoutBuilder = own<LayoutBuilderClass>(layoutBuilderModule)
export const TextInlines = own<TextInlinesClass>(textInlinesModule)
export const DocMeasure = own<DocMeasureClass>(docMeasureModule)
export const DocPreprocessor = own<DocPreprocessorClass>(docPreprocessorModule)
export const Renderer = own<RendererClass>(rendererModule)
export const Line = own<LineClass>(lineModule)
export const SvgMeasure = own<SvgMeasureClass>(svgMeasureModule)
