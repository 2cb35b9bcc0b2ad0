import { execFile } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'

const cli = fileURLToPath(new URL('cli.ts', import.meta.url))
const packs = fileURLToPath(new URL('../packs', import.meta.url))
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'packs-'))
  await cp(join(packs, 'kaustinen'), join(folder, 'kaustinen'), { recursive: true })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const welcome = (...args: string[]): Promise<{ code: number; out: string; err: string }> =>
  new Promise((resolve) => {
    const child = execFile(process.execPath, [cli, ...args], { cwd: folder }, (_error, out, err) =>
      resolve({ code: child.exitCode ?? -1, out, err }),
    )
  })

test("checks an advisor's own region on top of the country, and says where a fault is", async () => {
  expect(await welcome('content', 'check', folder)).toMatchObject({ code: 0, out: 'No fault in kaustinen.\n' })
  const file = join(folder, 'kaustinen/pack.yaml')
  const text = await readFile(file, 'utf8')
  await writeFile(file, text.replace('scope: region', 'scope: realm'))
  const broken = await welcome('content', 'check', folder)
  expect(broken.code).toBe(1)
  expect(broken.out).toMatch(
    /^kaustinen\/pack\.yaml:\d+:1 scope: Allowed here: country, region, employer\. \(schema\)\n/,
  )
  await writeFile(file, text)
})

test('reports on one pack for a given day', async () => {
  const report = await welcome('content', 'report', join(folder, 'kaustinen'), '--on', '2027-02-01')
  expect(report.code).toBe(0)
  expect(report.out).toContain('Content on 2027-02-01: 1 packs')
})

test.each([
  [['content'], 'Usage:'],
  [['content', 'check', 'nowhere'], 'There is no folder'],
  [['content', 'report', '--on', '2027-02-31'], '2027-02-31 is no date'],
])('answers %j with a sentence', async (args, sentence) => {
  const { code, err } = await welcome(...args)
  expect(code).toBe(2)
  expect(err).toContain(sentence)
})
