import { DomainError } from '@kase/shared/errors.ts'
import { afterAll, expect, test } from 'vitest'
import { run } from '../../typesetting/test/tools.ts'
import { documentArchive, type ArchiveItem, type ArchiveProgress } from './document-archive.ts'
import { openDocumentRenderer } from './document-renderer.ts'
import type { PlanDocument } from './plan-document.ts'
import { olenasRecord } from './test/records.ts'

const renderer = openDocumentRenderer()
afterAll(() => renderer.close())

const item = (name: string): ArchiveItem => ({
  name,
  document: async () => ({ ...olenasRecord('fi', 1), participant: { name } }),
})
const broken: ArchiveItem = {
  name: 'b',
  document: async () => ({ ...olenasRecord('fi', 1), kind: 'novel' }) as unknown as PlanDocument,
}
const failing = (name: string, error: Error): ArchiveItem => ({ name, document: () => Promise.reject(error) })
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
  const items = ['Olena', 'olena', 'محمد', 'ryhmä/王小明', 'a:b*?', '', '../up', '/top'].map(item)
  const files = read(await bytesOf(documentArchive(renderer, items, { madeAt })))
  expect(Object.keys(files)).toEqual([
    'Olena.pdf',
    'olena 2.pdf',
    'محمد.pdf',
    'ryhmä/王小明.pdf',
    'ab.pdf',
    'plan.pdf',
    'up.pdf',
    'top.pdf',
  ])
  expect(new Set(Object.values(files))).toEqual(new Set(['%PDF-']))
})

test('progress is told, a document that fails or is no longer there is left out and named', async () => {
  const told: ArchiveProgress[] = []
  const options = { madeAt, onProgress: (progress: ArchiveProgress) => void told.push(progress) }
  const gone = failing('d', new DomainError('not-found'))
  const archive = await bytesOf(documentArchive(renderer, [item('a'), broken, item('c'), gone], options))
  expect(Object.keys(read(archive))).toEqual(['a.pdf', 'c.pdf'])
  expect(told.map(({ done }) => done)).toEqual([1, 2, 3, 4])
  const last = told.at(-1)
  expect([last?.done, last?.total, last?.leftOut.map(({ name }) => name)]).toEqual([4, 4, ['b', 'd']])
})

test('what is wrong with more than one file ends the archive', async () => {
  const items = [item('a'), failing('b', new Error('connection terminated')), item('c')]
  await expect(bytesOf(documentArchive(renderer, items, { madeAt }))).rejects.toThrow('connection terminated')
})

test('only a few documents are asked for at a time', async () => {
  const items = Array.from({ length: 12 }, (_, index) => item(`p${index}`))
  const seen: number[] = []
  const options = { madeAt, atOnce: 3, onProgress: () => void seen.push(renderer.pending) }
  await bytesOf(documentArchive(renderer, items, options))
  expect(Math.max(...seen)).toBeLessThanOrEqual(3)
})

test('equal files give an equal archive, and none an empty one', async () => {
  const make = (): Promise<Buffer> => bytesOf(documentArchive(renderer, [item('a')], { madeAt }))
  expect((await make()).equals(await make())).toBe(true)
  expect(read(await bytesOf(documentArchive(renderer, [], { madeAt })))).toEqual({})
})
