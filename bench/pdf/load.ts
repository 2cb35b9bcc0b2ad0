/**
 * A server that renders: what other requests notice of two files being made, with as many threads as the server takes here
 * (one fewer than processors) and with two; how many files a second two threads make; and the memory of it all.
 *
 * node pdf/load.ts [files]
 */
import { createServer, get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { loadavg } from 'node:os'
import {
  openDocumentRenderer,
  type DocumentRenderer,
} from '../../packages/server/src/features/documents/document-renderer.ts'
import { report } from '../figures.ts'
import { benchDocument, benchPlans } from './plans.ts'
import { cpuOfMainThread } from './processes.ts'

/** Turns of rest and rendering, so that a noisy machine is noisy for both. */
const turns = 8
const turnMs = 2000

const count = Number(process.argv[2] ?? 200)
const server = createServer((_request, response) => response.end('{"ok":true}'))
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const { port } = server.address() as AddressInfo
let made = 0
const renderNext = (renderer: DocumentRenderer): Promise<unknown> => {
  const run = made++
  return renderer.render(benchDocument(benchPlans[run % benchPlans.length] ?? 'fi', run))
}

console.log(
  `A small request every 5 ms, at rest and while two files are made, in ${turns} turns of ${turnMs / 1000} s;`,
)
console.log(`then ${count} files of all five plans at once. Load of the machine: ${loadavg()[0]?.toFixed(1)}\n`)
const options = { queueLength: count, cacheBytes: 0, timeLimitMs: 600_000 }
const asServed = openDocumentRenderer(options)
await reportRequests('with the threads of the server', asServed, 'asked ≤ 1.5×, aim 1.2×')
await asServed.close()
const renderer = openDocumentRenderer({ ...options, threads: 2 })
await reportRequests('with two threads', renderer, '')
const own = cpuOfMainThread()
const start = performance.now()
await Promise.all(Array.from({ length: count }, () => renderNext(renderer)))
report('files per second, two threads', ((count * 1000) / (performance.now() - start)).toFixed(1))
report("the event loop's own work for a file, CPU", `${((cpuOfMainThread() - own) / count).toFixed(2)} ms`)
report('memory of the process with both threads', `${(process.memoryUsage.rss() / 1e6).toFixed(0)} MB`)
await renderer.close()
server.close()

async function reportRequests(name: string, renderer: DocumentRenderer, asked: string): Promise<void> {
  await Promise.all(Array.from({ length: benchPlans.length * 4 }, () => renderNext(renderer)))
  const rest: number[] = []
  const rendering: number[] = []
  for (let turn = 0; turn < turns; turn++) {
    rest.push(...(await requestsUntil(pause(turnMs))))
    const end = performance.now() + turnMs
    const renderOn = async (): Promise<void> => {
      while (performance.now() < end) await renderNext(renderer)
    }
    rendering.push(...(await requestsUntil(Promise.all([renderOn(), renderOn()]))))
  }
  const figures = `${p99(rest).toFixed(2)} ms at rest, ${p99(rendering).toFixed(2)} ms while two files are made`
  report(`other requests' p99, ${name}`, `${(p99(rendering) / p99(rest)).toFixed(2)}×`, `${asked}   ${figures}`.trim())
}

/** Times of requests made one after another, 5 ms apart, until something else is done. */
async function requestsUntil(end: Promise<unknown>): Promise<number[]> {
  const state = { isOver: false }
  const over = end.finally(() => {
    state.isOver = true
  })
  const times: number[] = []
  while (!state.isOver) {
    times.push(await requestTime())
    await pause(5)
  }
  await over
  return times
}

function pause(ms: number): Promise<unknown> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

function requestTime(): Promise<number> {
  return new Promise((resolve, reject) => {
    const start = performance.now()
    get({ port, host: '127.0.0.1' }, (response) => {
      response.resume()
      response.on('end', () => resolve(performance.now() - start))
    }).on('error', reject)
  })
}

function p99(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? Number.NaN
}
