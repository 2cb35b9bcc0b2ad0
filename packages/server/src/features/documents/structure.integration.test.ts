import type { Language } from '@kase/shared/locales.ts'
import { expect, test } from 'vitest'
import { checkStructure } from '../../typesetting/test/structure-check.ts'
import { run, temporaryFile } from '../../typesetting/test/tools.ts'
import { typeset } from '../../typesetting/typeset.ts'
import { compose } from './kinds/compose.ts'
import type { PlanDocument } from './plan-document.ts'
import { olenasPlan } from './test/olena.ts'
import { olenasRecord } from './test/records.ts'

/** Rights and help that no page can hold. */
const { rightsAndHelp } = olenasPlan
const longHelp = {
  ...olenasPlan,
  rightsAndHelp: { ...rightsAndHelp, helpers: [1, 2, 3, 4, 5].flatMap(() => rightsAndHelp.helpers) },
}

const scripts: readonly Language[] = ['fi', 'ar', 'th', 'ne', 'my']

const documents: readonly (readonly [string, PlanDocument])[] = [
  ...scripts.map((language) => [`plan ${language}`, { kind: 'plan', language, ...olenasPlan }] as const),
  ...scripts.map((language) => [`pocket ${language}`, { kind: 'pocket', language, ...olenasPlan }] as const),
  ...(['ar', 'uk', 'th', 'ne', 'my'] as const).flatMap((language) =>
    (['fi', 'sv'] as const).map(
      (official) =>
        [`side by side ${language}+${official}`, { kind: 'side-by-side', language, official, ...olenasPlan }] as const,
    ),
  ),
  ['long help fi', { kind: 'plan', language: 'fi', ...longHelp }],
  ['long help ar+fi', { kind: 'side-by-side', language: 'ar', official: 'fi', ...longHelp }],
  ['several', { kind: 'several', languages: ['ar', 'th', 'my', 'ne', 'fi'], ...olenasPlan }],
  ...(['fi', 'sv', 'en'] as const).map((language) => [`record ${language}`, olenasRecord(language)] as const),
]

test.each(documents)('%s: qpdf finds no error and the structure has no fault', async (name, document) => {
  const file = await typeset(compose(document))
  const { faults, types } = checkStructure(file)
  console.info(
    `${name}: ${faults.length} faults, ${Object.values(types).reduce((sum, count) => sum + count, 0)} elements`,
  )
  expect(faults).toEqual([])
  expect(run('qpdf', ['--check', temporaryFile('check.pdf', file)]).toString()).toContain(
    'No syntax or stream encoding errors',
  )
})

test.each([
  ['/Lang', '/Gnal', '11-006'],
  ['/Alt ', '/Tla ', '13-004'],
  ['/Scope', '/Epocs', '15-003'],
  ['/H1', '/H2', '14-002'],
  ['/Tabs', '/Sbat', '28-009'],
  ['/LI\n', '/LX\n', '02-001'],
  ['/StructParent ', '/ParentStruct ', '28-002'],
  ['/Artifact', '/Nothing1', '01-005'],
  ['/ToUnicode', '/ToNothing', '31-027'],
])('the checker sees %s missing', async (name, other, condition) => {
  const file = await typeset(compose({ kind: 'side-by-side', language: 'ar', official: 'fi', ...olenasPlan }))
  const readable = run('qpdf', ['--qdf', '--object-streams=disable', temporaryFile('whole.pdf', file), '-']).toString(
    'latin1',
  )
  const { faults } = checkStructure(Buffer.from(readable.replaceAll(name, other), 'latin1'))
  expect(faults.map((fault) => fault.slice(0, 6))).toContain(condition)
})
