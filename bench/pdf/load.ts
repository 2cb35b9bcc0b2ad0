/** A server that renders: how many files a second two threads make, and what other requests notice of it. */
import { createServer, get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openDocumentRenderer } from '../../packages/server/src/features/documents/document-renderer.ts'
import { benchDocument, benchPlans } from './plans.ts'

export interface LoadFigures {
  readonly filesPerSecond: number
  readonly p99IdleMs: number
  readonly p99RenderingMs: number
  readonly rssMb: number
}

/** Renders `count` files on two threads, with a small request every few milliseconds before and meanwhile. */
export async function measureLoad(count: number): Promise<LoadFigures> {
  const server = createServer((_request, response) => response.end('{"ok":true}'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const renderer = openDocumentRenderer({ threads: 2, queueLength: count, cacheBytes: 0, timeLimitMs: 600_000 })
  try {
    await Promise.all(benchPlans.flatMap((plan) => [0, 1].map((run) => renderer.render(benchDocument(plan, run)))))
    const idle = await requestsUntil(port, new Promise((resolve) => setTimeout(resolve, 5000)))
    const start = performance.now()
    const rendering = Promise.all(
      Array.from({ length: count }, (_, run) =>
        renderer.render(benchDocument(benchPlans[run % benchPlans.length] ?? 'fi', 1000 + run)),
      ),
    )
    const busy = await requestsUntil(port, rendering)
    const seconds = (performance.now() - start) / 1000
    return {
      filesPerSecond: count / seconds,
      p99IdleMs: p99(idle),
      p99RenderingMs: p99(busy),
      rssMb: process.memoryUsage.rss() / 1e6,
    }
  } finally {
    await renderer.close()
    server.close()
  }
}

/** Times of requests made one after another, 5 ms apart, until something else is done. */
async function requestsUntil(port: number, end: Promise<unknown>): Promise<number[]> {
  const state = { isOver: false }
  const over = end.finally(() => {
    state.isOver = true
  })
  const times: number[] = []
  while (!state.isOver) {
    times.push(await requestTime(port))
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  await over
  return times
}

const requestTime = (port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const start = performance.now()
    get({ port, host: '127.0.0.1' }, (response) => {
      response.resume()
      response.on('end', () => resolve(performance.now() - start))
    }).on('error', reject)
  })

const p99 = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? Number.NaN
