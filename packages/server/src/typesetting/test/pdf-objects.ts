/** A PDF file as plain objects, read by qpdf: for checks of what is really in it. */
import { run, temporaryFile } from './tools.ts'

export type PdfValue = string | number | boolean | null | readonly PdfValue[] | PdfDictionary
export interface PdfDictionary {
  readonly [key: string]: PdfValue | undefined
}

interface QpdfObject {
  readonly value?: PdfValue
  readonly stream?: { readonly dict: PdfDictionary; readonly data?: string }
}

export interface PdfObjects {
  readonly root: PdfDictionary
  readonly pages: readonly { readonly reference: string; readonly dictionary: PdfDictionary }[]
  /** The object behind a reference, or the value itself. A stream gives its dictionary. */
  resolve(value: PdfValue | undefined): PdfValue | undefined
  dictionary(value: PdfValue | undefined): PdfDictionary | undefined
  list(value: PdfValue | undefined): readonly PdfValue[]
  /** Decoded bytes of a stream. */
  data(value: PdfValue | undefined): Buffer
}

export const isReference = (value: unknown): value is string => typeof value === 'string' && /^\d+ \d+ R$/.test(value)

/** Text of a string object, as qpdf marks it. */
export const textOf = (value: PdfValue | undefined): string =>
  typeof value === 'string' ? value.replace(/^u:/, '') : ''

/** A name, a reference or a number as it stands in the file. */
export const nameOf = (value: PdfValue | undefined): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''

/** Reads a file; throws when qpdf finds it damaged. */
export function readPdf(file: Uint8Array): PdfObjects {
  const path = temporaryFile('objects.pdf', file)
  const json = run('qpdf', ['--json=2', '--json-stream-data=inline', '--decode-level=all', path]).toString('utf8')
  const { qpdf, pages } = JSON.parse(json) as {
    qpdf: [unknown, Record<string, QpdfObject>]
    pages: { object: string }[]
  }
  const objects = qpdf[1]
  const object = (reference: string): QpdfObject | undefined => objects[`obj:${reference}`]
  const resolve = (value: PdfValue | undefined): PdfValue | undefined => {
    if (!isReference(value)) return value
    const found = object(value)
    return found?.stream ? found.stream.dict : found?.value
  }
  const dictionary = (value: PdfValue | undefined): PdfDictionary | undefined => {
    const found = resolve(value)
    return typeof found === 'object' && found !== null && !Array.isArray(found) ? (found as PdfDictionary) : undefined
  }
  const list = (value: PdfValue | undefined): readonly PdfValue[] => {
    const found = resolve(value)
    if (found === undefined || found === null) return []
    return Array.isArray(found) ? found : [value as PdfValue]
  }
  const trailer = objects['trailer']?.value as PdfDictionary
  return {
    root: dictionary(trailer['/Root']) ?? {},
    pages: pages.map(({ object: reference }) => ({ reference, dictionary: dictionary(reference) ?? {} })),
    resolve,
    dictionary,
    list,
    data: (value) => Buffer.from((isReference(value) && object(value)?.stream?.data) || '', 'base64'),
  }
}
