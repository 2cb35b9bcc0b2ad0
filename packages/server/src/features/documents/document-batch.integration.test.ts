import { afterAll, expect, test } from 'vitest'
import { run } from '../../typesetting/test/tools.ts'
import { batchArchive, type BatchItem, type BatchProgress } from './document-batch.ts'
import { openDocumentRenderer } from './document-renderer.ts'
import type { PlanDocument } from './plan-document.ts'
import { olenasRecord } from './test/records.ts'

const renderer = openDocumentRenderer()
afterAll(() => renderer.close())

const item = (name: string): BatchItem => ({ name, document: { ...olenasRecord('fi', 1), participant: { name } } })
const broken: BatchItem = {
  name: 'b',
  document: { ...olenasRecord('fi', 1), kind: 'novel' } as unknown as PlanDocument,
}
const madeAt = new Date('2027-01-08T10:00:00Z')

async function bytesOf(archive: AsyncIterable<Buffer>): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of archive) pieces.push(piece)
  return Buffer.concat(pieces)
}

/** Names and first letters of the files, as Python's zipfile reads them after checking every checksum. */
function read(archive: Buffer): Record<string, string> {
  const script =
    'import sys,io,json,zipfile;z=zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()));assert z.testzip() is None;' +
    'print(json.dumps({n:z.read(n)[:5].decode() for n in z.namelist()}))'
  return JSON.parse(run('python3', ['-c', script], archive).toString()) as Record<string, string>
}

test('every document of a batch is in the archive, under a name of its own in any script', async () => {
  const items = ['Olena', 'olena', 'محمد', 'ryhmä/王小明', 'a:b*?', ''].map(item)
  const files = read(await bytesOf(batchArchive(renderer, items, { madeAt })))
  expect(Object.keys(files)).toEqual(['Olena.pdf', 'olena 2.pdf', 'محمد.pdf', 'ryhmä/王小明.pdf', 'ab.pdf', 'plan.pdf'])
  expect(new Set(Object.values(files))).toEqual(new Set(['%PDF-']))
})

test('progress is told, a document that fails is left out and named', async () => {
  const told: BatchProgress[] = []
  const options = { madeAt, onProgress: (progress: BatchProgress) => void told.push(progress) }
  const archive = await bytesOf(batchArchive(renderer, [item('a'), broken, item('c')], options))
  expect(Object.keys(read(archive))).toEqual(['a.pdf', 'c.pdf'])
  expect(told.map(({ done }) => done)).toEqual([1, 2, 3])
  expect(told.at(-1)).toEqual({ done: 3, total: 3, failed: ['b'] })
})

test('only a few documents are asked for at a time', async () => {
  const items = Array.from({ length: 12 }, (_, index) => item(`p${index}`))
  const seen: number[] = []
  const options = { madeAt, atOnce: 3, onProgress: () => void seen.push(renderer.pending) }
  await bytesOf(batchArchive(renderer, items, options))
  expect(Math.max(...seen)).toBeLessThanOrEqual(3)
})

test('equal files give an equal archive, and none an empty one', async () => {
  const make = (): Promise<Buffer> => bytesOf(batchArchive(renderer, [item('a')], { madeAt }))
  expect((await make()).equals(await make())).toBe(true)
  expect(read(await bytesOf(batchArchive(renderer, [], { madeAt })))).toEqual({})
})
