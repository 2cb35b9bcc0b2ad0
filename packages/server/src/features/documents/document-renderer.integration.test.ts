import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { DocumentError } from './document-error.ts'
import { documentName } from './document-name.ts'
import { openDocumentRenderer, workerFile, type DocumentRenderer } from './document-renderer.ts'
import { filesInMemory, filesOnDisk } from './finished-files.ts'
import type { PlanDocument } from './plan-document.ts'
import { olenasPlan } from './test/olena.ts'

const plan: PlanDocument = { kind: 'plan', language: 'fi', ...olenasPlan }
const impossible = { ...plan, kind: 'novel' } as unknown as PlanDocument

const opened: DocumentRenderer[] = []
const open = (...[options]: Parameters<typeof openDocumentRenderer>): DocumentRenderer => {
  const renderer = openDocumentRenderer(options)
  opened.push(renderer)
  return renderer
}
afterAll(() => Promise.all(opened.map((renderer) => renderer.close())))

const codeOf = (failed: Promise<unknown>): Promise<string> =>
  failed.then(
    () => 'made',
    (error: DocumentError) => error.code,
  )

const directory = (): string => mkdtempSync(join(tmpdir(), 'documents-'))

test('a document is made in a worker thread, and the same document is the same bytes in another', async () => {
  const [first, second] = await Promise.all([open().render(plan), open().render(structuredClone(plan))])
  expect(Buffer.from(first).subarray(0, 8).toString()).toBe('%PDF-1.7')
  expect(Buffer.compare(Buffer.from(first), Buffer.from(second))).toBe(0)
})

test('a finished file is kept under the name of all that went in, and made once however often it is asked for', async () => {
  const folder = directory()
  const renderer = open({ directory: folder })
  const files = await Promise.all(Array.from({ length: 5 }, () => renderer.render(plan)))
  expect(new Set(files).size).toBe(1)
  expect(readdirSync(folder)).toEqual([`${documentName(plan)}.pdf`])
  expect(Buffer.from(await open({ directory: folder }).render(plan))).toEqual(Buffer.from(files[0]!))
})

test('a failure is told, has a code, and is not kept', async () => {
  const folder = directory()
  const told: string[] = []
  const renderer = open({ directory: folder, onFailure: ({ code }) => told.push(code) })
  expect(await codeOf(renderer.render(impossible))).toBe('failed')
  expect(await codeOf(renderer.render(impossible))).toBe('failed')
  expect(told).toEqual(['failed', 'failed'])
  expect(readdirSync(folder)).toEqual([])
  expect(await codeOf(renderer.render(plan))).toBe('made')
})

test('where finished files cannot be kept, the fault is told and the document is made all the same', async () => {
  const file = join(directory(), 'no-directory')
  writeFileSync(file, '')
  const told: unknown[] = []
  const renderer = open({ directory: file, onCacheFault: (error) => told.push(error) })
  expect(await codeOf(renderer.render(plan))).toBe('made')
  expect(told).toHaveLength(2)
})

test('a document that takes too long is given up, and the next one is made', async () => {
  const hurried = open({ timeLimitMs: 1 })
  expect(await codeOf(hurried.render(plan))).toBe('timed-out')
  expect(await codeOf(open().render(plan))).toBe('made')
})

test('a queue that is full refuses', async () => {
  const renderer = open({ threads: 1, queueLength: 1 })
  const asked = Array.from({ length: 6 }, (_, index) =>
    renderer.render({ ...plan, participant: { name: `Olena ${index}` } }),
  )
  const codes = await Promise.all(asked.map(codeOf))
  expect(codes).toContain('made')
  expect(codes).toContain('queue-full')
  expect(renderer.pending).toBe(0)
})

test('the name changes with every part of the document, and with nothing else', () => {
  const changed: PlanDocument[] = [
    { ...plan, language: 'sv' },
    { ...plan, kind: 'pocket' },
    { ...plan, madeOn: '2027-01-09' },
    { ...plan, employer: { ...plan.employer, logo: { type: 'png', data: new Uint8Array([1]) } } },
    { ...plan, employer: { ...plan.employer, logo: { type: 'png', data: new Uint8Array([2]) } } },
  ]
  const names = [plan, ...changed].map(documentName)
  expect(new Set(names).size).toBe(names.length)
  expect(documentName(Object.fromEntries(Object.entries(plan).reverse()) as unknown as PlanDocument)).toBe(names[0])
})

test('the worker is found from source and from the built server', () => {
  expect(workerFile('file:///a/src/features/documents/document-renderer.ts')).toBe(
    'file:///a/src/features/documents/render-worker.ts',
  )
  expect(workerFile('file:///a/dist/main.js')).toBe('file:///a/dist/render-worker.js')
})

test.each([
  ['in memory', () => filesInMemory(250)],
  ['on disk', () => filesOnDisk(directory(), 250)],
])('files %s: the ones not asked for longest go when there are too many bytes', async (_where, make) => {
  const files = make()
  for (const name of ['a', 'b', 'c', 'd']) {
    await files.put(name, new Uint8Array(100))
    if (name !== 'a') await files.get('b')
  }
  expect(await files.get('a')).toBeUndefined()
  expect((await files.get('b'))?.length).toBe(100)
  expect((await files.get('d'))?.length).toBe(100)
})
