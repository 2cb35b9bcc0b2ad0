/** The engine's one entry: a document in, a finished PDF file out. Knows no product; opens no file but fonts, no address. */
import type { PageSequence, TypesetDocument } from './content.ts'
import { languageSetting } from './fonts/language-table.ts'
import { TypesetLayoutBuilder } from './layout/layout-builder.ts'
import { setWatermark } from './painting/watermark.ts'
import { TypesetRenderer } from './painting/renderer.ts'
import { TypesetPdfDocument } from './pdf-document.ts'
import { Printer, SvgMeasure } from './pdfmake/classes.ts'
import type { LaidOutPage } from './pdfmake/internals.ts'
import type { PdfDocumentInstance } from './pdfmake/pdfkit.ts'
import { conforms } from './structure/conformance.ts'
import { addElement, documentElement, type Branch } from './structure/structure-tree.ts'
import { writeStructure } from './structure/write-structure.ts'

/** Points. */
export const a4 = { width: 595.28, height: 841.89 }

const accessibilityClaim =
  '<rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about=""><pdfuaid:part>1</pdfuaid:part></rdf:Description>'

/** No path and no address is ever opened on behalf of a document: pictures come as data. */
const nothingAllowed = (): boolean => false

export class TypesetPrinter extends Printer {
  constructor() {
    super({}, null, null, nothingAllowed)
  }

  /** Lays the document out and paints it; the file is complete after `finish`. Also gives the pages, for tests. */
  print(document: TypesetDocument): { file: PdfDocumentInstance; pages: LaidOutPage[] } {
    const file = openFile(document)
    const root = documentElement(document.language)
    const several = document.sequences.length > 1
    const pages = document.sequences.flatMap((sequence) => {
      const { language } = sequence
      const element = several ? addElement(root, 'Part', { language }) : root
      return printSequence(file, sequence, { element, language })
    })
    writeStructure(file, root)
    // pdfkit's own switch for PDF/UA adds a list of glyphs (CIDSet) that is incomplete.
    if (conforms(root, document.title)) file.appendXML(accessibilityClaim)
    return { file, pages }
  }
}

function printSequence(file: PdfDocumentInstance, sequence: PageSequence, root: Branch): LaidOutPage[] {
  const { language, header, footer } = sequence
  const { direction } = languageSetting(language)
  const [left, top, right, bottom] = sequence.margins
  const margins = { left, top, right, bottom }
  const builder = new TypesetLayoutBuilder({ pageSize: a4, margins, svgMeasure: new SvgMeasure(), direction, root })
  const style = { language, font: 'Latin', ...sequence.style }
  const pages = builder.layoutDocument({ stack: [...sequence.content] }, file, {}, style, undefined, header, footer)
  const watermark = sequence.watermark && setWatermark(file, sequence.watermark, language, a4)
  if (watermark) for (const page of pages) page.watermark = watermark
  new TypesetRenderer(file, direction).renderPages(pages)
  return pages
}

function openFile(document: TypesetDocument): PdfDocumentInstance {
  const { language, title, author, subject, madeAt } = document
  const options = {
    size: [a4.width, a4.height],
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    compress: true,
    lang: language,
    autoFirstPage: false,
    font: null,
    info: {
      Title: title,
      ...(author ? { Author: author } : {}),
      ...(subject ? { Subject: subject } : {}),
      Creator: 'KASE Welcome',
      Producer: 'KASE Welcome',
      CreationDate: madeAt,
      ModDate: madeAt,
    },
  }
  const file = new TypesetPdfDocument({}, {}, {}, {}, options, null, nothingAllowed)
  const preferences = file._root.data['ViewerPreferences'] as { data: Record<string, unknown> } | undefined
  if (languageSetting(language).direction === 'rtl' && preferences) preferences.data['Direction'] = 'R2L'
  return file
}

/** The finished file. The same document always gives the same bytes. */
export async function typeset(document: TypesetDocument): Promise<Uint8Array> {
  const { file } = new TypesetPrinter().print(document)
  return finish(file)
}

/** Ends the file and collects its bytes. */
export async function finish(file: PdfDocumentInstance): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  file.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise<void>((resolve, reject) => {
    file.on('end', resolve)
    file.on('error', reject)
  })
  file.end()
  await ended
  return Buffer.concat(chunks)
}
