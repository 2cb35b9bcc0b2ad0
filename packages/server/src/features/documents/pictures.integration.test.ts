import type { Language } from '@kase/shared/locales.ts'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { pictureDifference, textPicture } from '../../typesetting/test/text-picture.ts'
import { typeset } from '../../typesetting/typeset.ts'
import { compose } from './kinds/compose.ts'
import type { PlanDocument } from './plan-document.ts'
import { olenasPlan } from './test/olena.ts'
import { samplePlan } from './test/sample-plan.ts'

/** One language for each script, and two for a page that runs both ways. */
const scripts = ['fi', 'uk', 'ar', 'th', 'my', 'ne', 'bn', 'zh-Hans', 'am'] as const satisfies Language[]

const pages: readonly (readonly [string, PlanDocument])[] = [
  ...scripts.map(
    (language) =>
      [language, { kind: 'plan', language, ...samplePlan({ languages: [language], sections: 1 }) }] as const,
  ),
  ['ar+fi', { kind: 'side-by-side', language: 'ar', official: 'fi', ...olenasPlan }],
]

/** `UPDATE_PICTURES=1` approves what is drawn now; look at the pages before. */
const isApproving = process.env['UPDATE_PICTURES'] === '1'

test.each(pages)('%s: the first page looks as approved', async (name, document) => {
  const approved = new URL(`./test/pictures/${name}.txt`, import.meta.url)
  const found = textPicture(await typeset(compose(document)), 1)
  if (isApproving) writeFileSync(approved, `${found.join('\n')}\n`)
  expect(
    existsSync(approved),
    `${approved.pathname} is missing: look at the page, then run with UPDATE_PICTURES=1`,
  ).toBe(true)
  const difference = pictureDifference(readFileSync(approved, 'utf8').trimEnd().split('\n'), found)
  expect(difference.join('\n')).toBe('')
})
