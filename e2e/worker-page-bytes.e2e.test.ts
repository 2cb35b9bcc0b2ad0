import { expect, inject, it } from 'vitest'
import { openBrowser } from './harness/browser.ts'
import { weighFirstView, type Answer } from './harness/first-view.ts'

/** What the worker's page may cost somebody who pays by the megabyte; `bench/worker-page/bytes.ts` prints what it does cost. */

const browser = await openBrowser()
const { demo } = inject('server')
const mostBytes = { scripts: 10_000, everything: 60_000 }

const sum = (answers: readonly Answer[]): number =>
  answers.reduce((total, { body, headers }) => total + body + headers, 0)

it.each(demo.workerLinks)('the first view of $participant’s page is light', async ({ url }) => {
  const answers = await weighFirstView(browser, url)
  const scripts = answers.filter(({ kind }) => kind === 'script')
  // Each is there, and each has been counted.
  expect(scripts.map(({ name }) => name).toSorted()).toEqual(['sw.js', 'worker-page.js'])
  for (const kind of ['page', 'style', 'script'] as const)
    expect([kind, sum(answers.filter((answer) => answer.kind === kind)) > 1_000]).toEqual([kind, true])
  expect(scripts.reduce((total, { body }) => total + body, 0)).toBeLessThanOrEqual(mostBytes.scripts)
  expect(sum(answers)).toBeLessThanOrEqual(mostBytes.everything)
})
