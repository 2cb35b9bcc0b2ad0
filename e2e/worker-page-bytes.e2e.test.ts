import { expect, inject, it } from 'vitest'
import { openBrowser } from './harness/browser.ts'
import { weighFirstView, type Answer } from './harness/first-view.ts'

/** What the worker's page may cost somebody who pays by the megabyte; `bench/worker-page/bytes.ts` prints what it does cost. */

const browser = await openBrowser()
const { demo } = inject('server')
const mostBytes = { scripts: 10_000, everything: 60_000 }

const sum = (answers: readonly Answer[]): number =>
  answers.reduce((total, { body, headers }) => total + body + headers, 0)

// The longest plans of the demo, and two in other scripts; other journeys revoke links.
it.each(['Olena', 'Maria', 'Karim', 'Bishal'])('the first view of %s’s page is light', async (person) => {
  const link = demo.workerLinks.find(({ participant }) => participant.startsWith(person))
  if (!link) throw new Error(`the demo has no link for ${person}`)
  const answers = await weighFirstView(browser, link.url)
  const scripts = answers.filter(({ kind }) => kind === 'script')
  // Each is there, and each has been counted.
  expect(scripts.map(({ name }) => name).toSorted()).toEqual(['sw.js', 'worker-page.js'])
  for (const kind of ['page', 'style', 'script'] as const)
    expect([kind, sum(answers.filter((answer) => answer.kind === kind)) > 1_000]).toEqual([kind, true])
  expect(scripts.reduce((total, { body }) => total + body, 0)).toBeLessThanOrEqual(mostBytes.scripts)
  expect(sum(answers)).toBeLessThanOrEqual(mostBytes.everything)
})
