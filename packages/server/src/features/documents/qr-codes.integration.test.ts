import type { Language } from '@kase/shared/locales.ts'
import { readdirSync } from 'node:fs'
import { join, parse } from 'node:path'
import { expect, test } from 'vitest'
import { run, temporaryFile } from '../../typesetting/test/tools.ts'
import { typeset } from '../../typesetting/typeset.ts'
import { compose } from './kinds/compose.ts'
import type { PlanDocument } from './plan-document.ts'
import { olenasPlan } from './test/olena.ts'

const documents: readonly PlanDocument[] = [
  ...(['fi', 'ar'] as const satisfies Language[]).map(
    (language) => ({ kind: 'plan', language, ...olenasPlan }) as const,
  ),
  { kind: 'side-by-side', language: 'ar', official: 'fi', ...olenasPlan },
]

test.each(
  documents.map(
    (document) => [`${document.kind} ${'language' in document ? document.language : ''}`, document] as const,
  ),
)('%s: every QR code is read from the printed page, at 200 dots an inch', async (_name, document) => {
  const path = temporaryFile('codes.pdf', await typeset(compose(document)))
  const pages = `${path}-page`
  run('pdftoppm', ['-r', '200', '-gray', '-png', path, pages])
  const found = run('zbarimg', ['--quiet', '--raw', '-Sdisable', '-Sqrcode.enable', ...pngs(pages)])
    .toString()
    .trim()
    .split('\n')
  const { link, rightsAndHelp, sections } = olenasPlan
  const expected = [
    link?.url,
    rightsAndHelp.advisorUrl,
    ...sections.flatMap(({ tasks }) => tasks.map(({ url }) => url)),
  ].filter((url) => url !== undefined)
  expect(found.sort()).toEqual(expected.sort())
})

/** pdftoppm numbers its files. */
function pngs(prefix: string): string[] {
  const { dir, base } = parse(prefix)
  return readdirSync(dir)
    .filter((name) => name.startsWith(`${base}-`) && name.endsWith('.png'))
    .map((name) => join(dir, name))
}
