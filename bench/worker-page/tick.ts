/**
 * From a finger on a square to the frame that shows it ticked, on a processor slowed four times. The browser's own Event
 * Timing says when the frame came, in steps of 8 ms; beside it the time until the square had changed and two frames had gone by.
 * The server's answers take a while, as they do on a phone: nobody waits for them. Needs a build.
 */
import { chromium, type Page } from 'playwright-core'
import { chromiumFlags, findChromium } from '../../e2e/harness/chromium.ts'
import { startServer } from '../../e2e/harness/server.ts'
import { median, report } from '../figures.ts'

const ticks = 30
const slowDown = 4
const delayMs = 400
const worker = 'Olena'
const squares = '.phase[open] .row form[data-tick] button'

interface Paint {
  /** From the event to the next frame, as the browser counts it. */
  readonly eventMs: number
  readonly framesMs: number
}

const executablePath = findChromium()
if (!executablePath) throw new Error('No Chromium: install the package chromium, or set CHROMIUM_PATH.')
const server = await startServer({ LOG_LEVEL: 'silent' })
const browser = await chromium.launch({ executablePath, args: [...chromiumFlags] })
try {
  const link = server.demo.workerLinks.find(({ participant }) => participant.startsWith(worker))
  if (!link) throw new Error(`the demo has no link for ${worker}`)
  console.log(`${ticks} ticks on the home page of ${worker}, processor slowed ${slowDown}×\n`)
  for (const [name, isUnfolded] of [
    ['as it opens', false],
    ['every phase unfolded', true],
  ] as const) {
    const paints = await tickMany(link.url, isUnfolded)
    for (const [kind, figures] of [
      ['event to paint', paints.map(({ eventMs }) => eventMs)],
      ['event to second frame', paints.map(({ framesMs }) => framesMs)],
    ] as const) {
      const asked = kind === 'event to paint' ? 'at most 100 ms' : ''
      report(`${name}: ${kind}, median`, `${median(figures).toFixed(0)} ms`, asked)
      report(`${name}: ${kind}, p95`, `${percentile(figures, 0.95).toFixed(0)} ms`, asked)
    }
  }
} finally {
  await browser.close()
  await server.stop()
}

function percentile(figures: readonly number[], part: number): number {
  const sorted = figures.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)] ?? Number.NaN
}

/** Ticks and unticks squares one after the other, each when the answer to the last has come. */
async function tickMany(link: string, isUnfolded: boolean): Promise<Paint[]> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })
  const page = await context.newPage()
  try {
    await page.goto(link, { waitUntil: 'networkidle' })
    if (isUnfolded) await page.evaluate(unfold)
    const session = await context.newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowDown })
    await session.send('Network.enable')
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: delayMs,
      downloadThroughput: -1,
      uploadThroughput: -1,
    })
    const paints: Paint[] = []
    const rows = await page.locator(squares).count()
    for (let done = 0; done < ticks; done += 1) paints.push(await tickOne(page, done % rows))
    return paints
  } finally {
    await context.close()
  }
}

async function tickOne(page: Page, index: number): Promise<Paint> {
  const button = page.locator(squares).nth(index)
  const wasOn = (await button.locator('.box--on').count()) > 0
  const answer = page.waitForResponse((response) => response.request().method() === 'GET' && response.status() === 200)
  const main = await page.locator('main').elementHandle()
  await button.scrollIntoViewIfNeeded()
  const painted = page.evaluate(watchNextTick, { squares, index })
  await button.tap()
  const paint = await painted
  if (paint.isOn === wasOn) throw new Error(`tick ${index}: the square was not turned when it was painted`)
  await answer
  await page.waitForFunction((old) => !old?.isConnected, main)
  return paint
}

function unfold(): void {
  for (const details of document.querySelectorAll('details')) details.open = true
}

/** Runs in the page: resolves when the browser has reported the tap's paint, and says whether the square was on by then. */
function watchNextTick({
  squares: all,
  index,
}: {
  squares: string
  index: number
}): Promise<Paint & { readonly isOn: boolean }> {
  const [button] = [...document.querySelectorAll(all)].slice(index)
  const nextFrame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve))
  return new Promise((resolve) => {
    let framesMs: number | undefined
    let isOn = false
    button?.addEventListener(
      'click',
      (event) => {
        const start = event.timeStamp
        void nextFrame()
          .then(() => {
            isOn = button.querySelector('.box--on') !== null
            return nextFrame()
          })
          .then(() => (framesMs = performance.now() - start))
      },
      { once: true },
    )
    const observer = new PerformanceObserver((list) => {
      const click = list.getEntries().find(({ name }) => name === 'click')
      if (!click) return
      observer.disconnect()
      const report = (): void =>
        framesMs === undefined ? void setTimeout(report, 5) : resolve({ eventMs: click.duration, framesMs, isOn })
      report()
    })
    observer.observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)
  })
}
