/** The text of a file as three readers give it: poppler (Linux desktops), pdf.js (Firefox), PDFium (Chrome, Edge). */
import { PDFiumLibrary } from '@hyzyla/pdfium'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { run, temporaryFile } from './tools.ts'

export const popplerText = (file: Uint8Array): string =>
  run('pdftotext', ['-enc', 'UTF-8', temporaryFile('text.pdf', file), '-']).toString('utf8')

export async function pdfJsText(file: Uint8Array): Promise<string> {
  const loading = getDocument({ data: new Uint8Array(file), verbosity: 0 })
  const document = await loading.promise
  let text = ''
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    for (const item of (await page.getTextContent()).items) {
      if ('str' in item) text += item.str + (item.hasEOL ? '\n' : '')
    }
    text += '\n'
  }
  await loading.destroy()
  return text
}

let library: Promise<PDFiumLibrary> | undefined

export async function pdfiumText(file: Uint8Array): Promise<string> {
  library ??= PDFiumLibrary.init()
  const document = await (await library).loadDocument(file)
  const text = [...document.pages()].map((page) => page.getText()).join('\n')
  document.destroy()
  return text
}

/** What a reader compares: letters and single spaces, without controls. */
export const normalised = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u0000-\u0008]/g, '')
    .replace(/\s+/g, ' ')
    .trim()

/** How alike two texts are, from 0 to 100, by the number of single-letter edits between them. */
export function similarity(first: string, second: string): number {
  const a = Array.from(first)
  const b = Array.from(second)
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const replaced = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1)
      current[column] = Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1)
    }
    previous = current
  }
  const longest = Math.max(a.length, b.length)
  return longest === 0 ? 100 : 100 * (1 - (previous[b.length] ?? 0) / longest)
}
