import { expect, test } from 'vitest'
import type { Content, Drawing } from '../content.ts'
import { contentEvents } from '../test/page-content.ts'
import { readPdf, type PdfDictionary } from '../test/pdf-objects.ts'
import { typeset } from '../typeset.ts'

const pageWidth = 595.28
const code: Drawing = { kind: 'modules', size: 2, dark: new Uint8Array([1, 0, 1, 1]) }

const content = (): Content[] => [
  { text: '123', link: 'https://example.org/' },
  { canvas: [{ type: 'rect', x: 10, y: 0, w: 30, h: 10, color: '#123456' }], artifact: true },
  { canvas: [{ type: 'rect', x: 0, y: 0, w: 20, h: 20, drawing: code }], alt: 'Code' },
  {
    canvas: [
      {
        type: 'rect',
        x: 0,
        y: 0,
        w: 24,
        h: 24,
        drawing: { kind: 'path', d: 'M2 12l8-8', box: [24, 24], stroke: '#000000', mirrored: true },
      },
    ],
    artifact: true,
  },
  {
    columns: [
      { text: '11', width: 100 },
      { text: '22', width: 100 },
    ],
    columnGap: 20,
  },
  { stack: [{ text: '33' }], frame: { padding: [5, 5, 5, 5], color: '#654321', lineWidth: 1, edges: 'start' } },
]

async function pageOf(language: 'en' | 'ar'): Promise<{ text: string; annotations: PdfDictionary[] }> {
  const file = await typeset({
    language,
    title: 'Mirror',
    madeAt: new Date(0),
    sequences: [
      {
        language,
        margins: [50, 50, 50, 50],
        content: content(),
        watermark: { text: language === 'ar' ? 'نسخة' : 'Copy' },
      },
    ],
  })
  const pdf = readPdf(file)
  const page = pdf.pages[0]?.dictionary ?? {}
  return {
    text: pdf
      .list(page['/Contents'])
      .map((part) => pdf.data(part).toString('latin1'))
      .join('\n'),
    annotations: pdf.list(page['/Annots']).map((annotation) => pdf.dictionary(annotation) ?? {}),
  }
}

const numbers = (text: string, pattern: RegExp): number[] => (pattern.exec(text)?.slice(1) ?? []).map(Number)

test('shapes, links and frames stand at their mirror image on a right-to-left page', async () => {
  const [left, right] = [await pageOf('en'), await pageOf('ar')]
  const [x = 0, , width = 0] = numbers(left.text, /([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re\nf/)
  const [mirrored = 0] = numbers(right.text, /([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re\nf/)
  expect(x).toBe(60)
  expect(mirrored).toBeCloseTo(pageWidth - x - width, 1)
  const frame = /([\d.]+) ([\d.]+) m ([\d.]+) ([\d.]+) l\nS/
  expect(numbers(left.text, frame)[0]).toBeCloseTo(50.5, 1)
  expect(numbers(right.text, frame)[0]).toBeCloseTo(pageWidth - 50.5, 1)
  const rectangle = ({ annotations }: typeof left): number[] => (annotations[0]?.['/Rect'] ?? []) as number[]
  expect(rectangle(right)[2]).toBeCloseTo(pageWidth - 50, 0)
  expect(rectangle(left)[0]).toBeCloseTo(50, 0)
})

test('a QR code is moved and keeps its modules; a drawing that points somewhere is turned round', async () => {
  const [left, right] = [await pageOf('en'), await pageOf('ar')]
  const modules = /([\d.]+) 0 0 (-[\d.]+) ([\d.]+) ([\d.]+) cm\n.*\n.*\nBI .* ID\n([0-9a-f]+)>/
  const [one, other] = [modules.exec(left.text), modules.exec(right.text)]
  expect(one?.[5]).toBe('80c0')
  expect(other?.[5]).toBe(one?.[5])
  expect(other?.[1]).toBe(one?.[1])
  expect(Number(other?.[3])).toBeCloseTo(pageWidth - 20 - Number(one?.[3]), 1)
  expect(left.text).toMatch(/\n1 0 0 1 50 [\d.]+ cm/)
  expect(right.text).toMatch(/\n-1 0 0 1 545\.28 [\d.]+ cm/)
})

test('a watermark rises from where its reading begins', async () => {
  const slope = (text: string): number => numbers(text, /\n(-?[\d.]+) (-?[\d.]+) -?[\d.]+ -?[\d.]+ \S+ \S+ cm/)[1] ?? 0
  const [left, right] = [await pageOf('en'), await pageOf('ar')]
  // The page is turned upside down: a negative sine turns the base line up to the right.
  expect(slope(left.text)).toBeLessThan(-0.5)
  expect(slope(right.text)).toBeCloseTo(-slope(left.text), 3)
})

test('a watermark is set like text: joined, and under everything else', async () => {
  const { text } = await pageOf('ar')
  const [first] = [...contentEvents(text)].filter(({ kind }) => kind === 'show')
  expect(first?.codes?.length).toBeGreaterThanOrEqual(3)
  expect(text.indexOf('/Artifact')).toBeLessThan(text.indexOf('/MCID 0'))
})
