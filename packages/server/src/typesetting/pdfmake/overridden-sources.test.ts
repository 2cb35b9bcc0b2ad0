import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { DocMeasure, LayoutBuilder, Line, PdfDocument, Renderer, TextInlines } from './classes.ts'

/**
 * Hashes of the source of every method this engine overrides or leans on. When one changes with a new version of pdfmake or
 * pdfkit: read what changed, see whether the override still says the same, and only then write the new hash here.
 */
const sources: readonly (readonly [string, { readonly prototype: object }, Readonly<Record<string, string>>])[] = [
  [
    'PDFDocument',
    PdfDocument,
    { provideFont: 'd82bb3f99bf3', validateLocalFile: '5a9b6c796a25', provideImage: 'd5586c4cb2e0' },
  ],
  [
    'LayoutBuilder',
    LayoutBuilder,
    {
      layoutDocument: '9447035c5308',
      tryLayoutDocument: '986298980b74',
      addDynamicRepeatable: 'c5b8a27cf366',
      addWatermark: '06dbc0613426',
      processNode: 'ccc12d1f98f1',
      processVerticalContainer: '9388f51211d3',
      processColumns: '488fefe395c7',
      processRow: '294df538613a',
      processLeaf: 'dfa7bf597feb',
      processCanvas: '8b140c1b632b',
      buildNextLine: 'f9a0444e3740',
    },
  ],
  [
    'DocMeasure',
    DocMeasure,
    {
      measureDocument: '159ebf788ea6',
      measureNode: '8972e85fff3b',
      measureLeaf: 'f85585f0d251',
      measureColumns: '22eb313cc667',
      measureCanvas: 'b5a3ec9465cf',
    },
  ],
  ['TextInlines', TextInlines, { buildInlines: '327a93159378', widthOfText: 'e285c68b15ba' }],
  [
    'Renderer',
    Renderer,
    {
      renderPages: '429c66b67fe2',
      renderImage: '59da5a9700c2',
      renderSVG: '117c94b48793',
      beginClip: '48884e4491f9',
      endClip: '21d5353a8c9e',
    },
  ],
  [
    'Line',
    Line,
    { addInline: '3da353dc09c2', getHeight: '16f9556d3856', getWidth: '589d24234e31', clone: 'a4abfcde5d91' },
  ],
  [
    'PDFKit',
    Object.getPrototypeOf(PdfDocument) as { prototype: object },
    {
      _write: 'cb6025cb807e',
      _finalize: '05ec9f649fb4',
      _addInfo: '82d203035526',
      appendXML: '1cd6f3378779',
      _refEnd: '7ee5a36b8b75',
      end: 'a867c0c56a0a',
    },
  ],
]

const hashOf = (method: unknown): string => createHash('sha256').update(String(method)).digest('hex').slice(0, 12)

test.each(sources)('%s: the overridden methods are those this engine was written against', (_name, owner, expected) => {
  const found = Object.fromEntries(
    Object.keys(expected).map((name) => [name, hashOf(Reflect.get(owner.prototype, name))]),
  )
  expect(found).toEqual(expected)
})
