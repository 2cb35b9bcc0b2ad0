/**
 * The failure conditions of the Matterhorn protocol 1.1 (PDF/UA-1) that software can judge and that this engine's files can
 * meet with: each fault begins with the number of its condition. Not a proof of conformance; a file with faults has none.
 */
import { checkFonts } from './font-check.ts'
import { contentEvents } from './page-content.ts'
import {
  isReference,
  nameOf,
  readPdf,
  textOf,
  type PdfDictionary,
  type PdfObjects,
  type PdfValue,
} from './pdf-objects.ts'

const standardTypes = new Set(
  (
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table ' +
    'TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby Warichu Figure Formula Form'
  ).split(' '),
)
const parents: Readonly<Record<string, readonly string[]>> = {
  LI: ['L'],
  Lbl: ['LI', 'Note', 'TOCI', 'BibEntry'],
  LBody: ['LI'],
  TR: ['Table', 'THead', 'TBody', 'TFoot'],
  TH: ['TR'],
  TD: ['TR'],
  TOCI: ['TOC'],
}
const children: Readonly<Record<string, readonly string[]>> = {
  L: ['LI', 'L', 'Caption'],
  LI: ['Lbl', 'LBody'],
  Table: ['TR', 'THead', 'TBody', 'TFoot', 'Caption'],
  TR: ['TH', 'TD'],
}
const languageTag = /^[a-z]{2,8}(-[A-Za-z0-9]{1,8})*$/

export interface StructureReport {
  readonly faults: readonly string[]
  /** How many elements of each type. */
  readonly types: Readonly<Record<string, number>>
}

interface Walk {
  readonly pdf: PdfObjects
  readonly fault: (condition: string, what: string) => void
  readonly types: Record<string, number>
  /** `page#mcid` to the element that holds it. */
  readonly marked: Map<string, string>
  /** Annotations to the element that holds them. */
  readonly annotated: Map<string, string>
  lastHeading: number
}

/** Every fault found in a file, without repetitions. */
export function checkStructure(file: Uint8Array): StructureReport {
  const pdf = readPdf(file)
  const faults = new Set<string>()
  const fault = (condition: string, what: string): void => void faults.add(`${condition}: ${what}`)
  const walk: Walk = { pdf, fault, types: {}, marked: new Map(), annotated: new Map(), lastHeading: 0 }
  checkCatalogue(walk)
  const tree = pdf.dictionary(pdf.root['/StructTreeRoot'])
  if (!tree) fault('01-006', 'there is no structure tree')
  else {
    const root = pdf.root['/StructTreeRoot']
    for (const kid of kidsOf(pdf, tree)) checkElement(walk, kid, { parent: root, parentType: 'Root', page: undefined })
    checkPages(walk, parentTree(pdf, tree))
  }
  checkFonts(pdf, fault)
  return { faults: [...faults], types: walk.types }
}

function checkCatalogue({ pdf, fault }: Walk): void {
  const { root } = pdf
  if (!languageTag.test(textOf(root['/Lang']))) fault('11-006', 'the document has no language')
  if (pdf.dictionary(root['/MarkInfo'])?.['/Marked'] !== true) fault('01-000', 'the document is not marked as tagged')
  if (pdf.dictionary(root['/MarkInfo'])?.['/Suspects'] === true) fault('04-001', 'marks are suspect')
  if (pdf.dictionary(root['/ViewerPreferences'])?.['/DisplayDocTitle'] !== true)
    fault('07-002', 'the title is not displayed')
  const xmp = pdf.data(root['/Metadata']).toString('utf8')
  if (!xmp) fault('06-001', 'there is no metadata')
  if (!/<pdfuaid:part>1</.test(xmp)) fault('06-002', 'PDF/UA is not named')
  if (!/<dc:title>[\s\S]*<rdf:li[^>]*>[^<]+<\/rdf:li>/.test(xmp)) fault('06-003', 'the metadata has no title')
  for (const key of ['/AcroForm', '/OCProperties', '/Collection']) {
    if (root[key] !== undefined && pdf.list(pdf.dictionary(root[key])?.['/Fields']).length > 0)
      fault('25-001', `${key} is not expected`)
  }
}

const kidsOf = (pdf: PdfObjects, element: PdfDictionary): readonly PdfValue[] => pdf.list(element['/K'])

interface Place {
  readonly parent: PdfValue | undefined
  readonly parentType: string
  readonly page: PdfValue | undefined
}

function checkElement(walk: Walk, reference: PdfValue, { parent, parentType, page }: Place): void {
  const { pdf, fault } = walk
  const element = pdf.dictionary(reference)
  if (!element || !isReference(reference)) return fault('01-006', 'the structure tree holds what is no element')
  const type = nameOf(element['/S']).slice(1)
  walk.types[type] = (walk.types[type] ?? 0) + 1
  if (element['/P'] !== parent) fault('01-006', `${type} names another parent`)
  checkType(walk, type, parentType, element)
  const own = element['/Pg'] ?? page
  for (const kid of kidsOf(pdf, element)) checkKid(walk, kid, { reference, type, page: own })
}

function checkType(walk: Walk, type: string, parentType: string, element: PdfDictionary): void {
  const { pdf, fault } = walk
  if (!standardTypes.has(type)) fault('02-001', `${type} is no standard type`)
  if (parents[type] && !parents[type].includes(parentType)) fault('09-004', `${type} in ${parentType}`)
  if (children[parentType] && !children[parentType].includes(type)) fault('09-005', `${parentType} holds ${type}`)
  const language = textOf(element['/Lang'])
  if (language && !languageTag.test(language)) fault('11-007', `${language} is no language`)
  if (type === 'Figure' && !textOf(element['/Alt']) && !textOf(element['/ActualText']))
    fault('13-004', 'a figure without words')
  if (type === 'TH' && !attributesOf(pdf, element).some((one) => one['/Scope']))
    fault('15-003', 'a heading cell without scope')
  if (type === 'Note' && !element['/ID']) fault('19-003', 'a note without identity')
  const level = /^H(\d)$/.exec(type)?.[1]
  if (!level) return
  const last = walk.lastHeading
  if (last === 0 && level !== '1') fault('14-002', `the first heading is H${level}`)
  if (Number(level) > last + 1) fault('14-003', `H${level} follows H${last}`)
  walk.lastHeading = Number(level)
}

const attributesOf = (pdf: PdfObjects, element: PdfDictionary): PdfDictionary[] =>
  pdf.list(element['/A']).map((attribute) => pdf.dictionary(attribute) ?? {})

function checkKid(
  walk: Walk,
  kid: PdfValue,
  { reference, type, page }: { reference: string; type: string; page: PdfValue | undefined },
): void {
  const { pdf, fault, marked, annotated } = walk
  if (typeof kid === 'number') return mark(`${nameOf(page)}#${kid}`)
  const dictionary = pdf.dictionary(kid)
  if (dictionary?.['/Type'] === '/MCR')
    return mark(`${nameOf(dictionary['/Pg'] ?? page)}#${nameOf(dictionary['/MCID'])}`)
  if (dictionary?.['/Type'] === '/OBJR') {
    const annotation = dictionary['/Obj']
    if (typeof annotation !== 'string') return fault('28-002', 'an annotation is not an object of its own')
    annotated.set(annotation, reference)
    const subtype = pdf.dictionary(annotation)?.['/Subtype']
    if (subtype === '/Link' && type !== 'Link' && type !== 'Figure') fault('28-011', 'a link outside Link')
    return undefined
  }
  return checkElement(walk, kid, { parent: reference, parentType: type, page })

  function mark(key: string): void {
    if (marked.has(key)) fault('01-006', `content ${key} belongs to two elements`)
    marked.set(key, reference)
  }
}

/** Keys of pages and annotations to what the parent tree says of them. */
function parentTree(pdf: PdfObjects, tree: PdfDictionary): Map<number, PdfValue | undefined> {
  const entries = new Map<number, PdfValue | undefined>()
  const visit = (node: PdfDictionary | undefined): void => {
    const numbers = pdf.list(node?.['/Nums'])
    for (let index = 0; index + 1 < numbers.length; index += 2) entries.set(Number(numbers[index]), numbers[index + 1])
    for (const kid of pdf.list(node?.['/Kids'])) visit(pdf.dictionary(kid))
  }
  visit(pdf.dictionary(tree['/ParentTree']))
  return entries
}

function checkPages(walk: Walk, tree: ReadonlyMap<number, PdfValue | undefined>): void {
  const { pdf, fault, marked } = walk
  const painted = new Set<string>()
  for (const { reference, dictionary } of pdf.pages) {
    checkAnnotations(walk, dictionary, tree)
    checkContent(walk, reference, dictionary, painted)
    const parentsOfPage = pdf.list(tree.get(Number(dictionary['/StructParents'])))
    parentsOfPage.forEach((element, mcid) => {
      if (marked.get(`${reference}#${mcid}`) !== element)
        fault('01-006', `the parent tree is wrong about ${reference}#${mcid}`)
    })
  }
  for (const key of marked.keys())
    if (!painted.has(key)) fault('01-006', `content ${key} of the structure tree is not on its page`)
}

function checkAnnotations(
  { pdf, fault, annotated }: Walk,
  page: PdfDictionary,
  tree: ReadonlyMap<number, PdfValue | undefined>,
): void {
  const annotations = pdf.list(page['/Annots'])
  if (annotations.length > 0 && page['/Tabs'] !== '/S') fault('28-009', 'tab order is not that of the structure')
  for (const annotation of annotations) {
    const dictionary = pdf.dictionary(annotation) ?? {}
    const element = annotated.get(nameOf(annotation))
    if (!element) fault('28-002', 'an annotation is not in the structure tree')
    if (!textOf(dictionary['/Contents'])) fault('28-012', 'a link without words')
    if (tree.get(Number(dictionary['/StructParent'])) !== element)
      fault('28-002', 'the parent tree is wrong about an annotation')
  }
}

function checkContent(
  { pdf, fault, marked }: Walk,
  reference: string,
  page: PdfDictionary,
  painted: Set<string>,
): void {
  const content = pdf
    .list(page['/Contents'])
    .map((part) => pdf.data(part).toString('latin1'))
    .join('\n')
  const open: { tag: string; mcid: number | undefined }[] = []
  const isTagged = (): boolean => open.some(({ mcid }) => mcid !== undefined)
  const isArtifact = (): boolean => open.some(({ tag }) => tag === '/Artifact')
  for (const { kind, tag = '', mcid } of contentEvents(content)) {
    if (kind === 'end' && !open.pop()) fault('01-000', 'a mark is closed that was not opened')
    if (kind === 'begin') {
      if (tag === '/Artifact' && isTagged()) fault('01-003', 'an artifact inside tagged content')
      if (mcid !== undefined && isArtifact()) fault('01-004', 'tagged content inside an artifact')
      if (mcid !== undefined && isTagged()) fault('01-000', 'tagged content inside tagged content')
      if (mcid !== undefined && !marked.has(`${reference}#${mcid}`))
        fault('01-006', 'content is not in the structure tree')
      if (mcid !== undefined) painted.add(`${reference}#${mcid}`)
      open.push({ tag, mcid })
    }
    if ((kind === 'paint' || kind === 'show') && !isTagged() && !isArtifact())
      fault('01-005', 'content is neither tagged nor an artifact')
  }
  if (open.length > 0) fault('01-000', 'a mark is not closed on its page')
}
