import type { TestProject } from 'vitest/node'
import { startServer, type RunningServer } from './server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    readonly server: Pick<RunningServer, 'url' | 'dataDir' | 'demo' | 'pid'>
  }
}

/** One server with the demo data for all journeys; each journey makes the plans that it changes. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const { stop, ...server } = await startServer()
  project.provide('server', server)
  return stop
}
