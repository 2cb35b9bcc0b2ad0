/**
 * What a phone fetches when it opens the worker's page for the first time, in bytes on the wire, for every link of the demo.
 * Bodies as compressed by the server; headers are HTTP/1.1's, which HTTP/2 makes smaller. Needs a build.
 */
import { chromium } from 'playwright-core'
import { chromiumFlags, findChromium } from '../../e2e/harness/chromium.ts'
import { weighFirstView, type Answer } from '../../e2e/harness/first-view.ts'
import { startServer } from '../../e2e/harness/server.ts'
import { report } from '../figures.ts'

const kB = (bytes: number): string => `${(bytes / 1_000).toFixed(2)} kB`
const sum = (answers: readonly Answer[], part: 'body' | 'headers'): number =>
  answers.reduce((total, answer) => total + answer[part], 0)

const executablePath = findChromium()
if (!executablePath) throw new Error('No Chromium: install the package chromium, or set CHROMIUM_PATH.')
const server = await startServer({ LOG_LEVEL: 'silent' })
const browser = await chromium.launch({ executablePath, args: [...chromiumFlags] })
try {
  const views: { readonly who: string; readonly answers: readonly Answer[] }[] = []
  for (const { url, participant, language } of server.demo.workerLinks)
    views.push({ who: `${participant} (${language})`, answers: await weighFirstView(browser, url) })
  const [heaviest] = views.toSorted((a, b) => sum(b.answers, 'body') - sum(a.answers, 'body'))
  if (!heaviest) throw new Error('the demo has no links')

  console.log(`The first view of the heaviest page, ${heaviest.who}\n`)
  for (const { name, body, headers } of heaviest.answers) report(name, kB(body), `and ${headers} bytes of headers`)
  const scripts = heaviest.answers.filter(({ kind }) => kind === 'script')
  report('\nJavaScript: the page’s and the service worker', kB(sum(scripts, 'body')), 'at most 10 kB, aim 2 kB')
  report('all bytes without headers', kB(sum(heaviest.answers, 'body')), 'at most 60 kB, aim 20 kB')
  report('all bytes', kB(sum(heaviest.answers, 'body') + sum(heaviest.answers, 'headers')), 'at most 60 kB')
  console.log('\nAll bytes without headers, by link')
  for (const { who, answers } of views) report(who, kB(sum(answers, 'body')))
} finally {
  await browser.close()
  await server.stop()
}
