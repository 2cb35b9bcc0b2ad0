/** Worker threads that make documents, with a queue of bounded length and a limit on time; finished files are remembered. */
import { availableParallelism } from 'node:os'
import { Piscina } from 'piscina'
import { DocumentError, type DocumentErrorCode } from './document-error.ts'
import { documentName } from './document-name.ts'
import { filesInMemory, filesOnDisk } from './finished-files.ts'
import type { PlanDocument } from './plan-document.ts'

export interface RendererOptions {
  /** Threads; one fewer than processors, at least one, when absent. */
  readonly threads?: number
  /** Documents that may wait; one more is refused. */
  readonly queueLength?: number
  /** For one document, waiting included. */
  readonly timeLimitMs?: number
  /** Where finished files are kept; in memory when absent. */
  readonly directory?: string
  readonly cacheBytes?: number
  /** Told of every failure; it reaches the caller as well. */
  readonly onFailure?: (error: DocumentError, document: PlanDocument) => void
  /** Told when finished files can be neither read nor kept, as on a full disk; documents are made all the same. */
  readonly onCacheFault?: (error: unknown) => void
}

export interface DocumentRenderer {
  /** The finished file. Throws `DocumentError`. */
  render(document: PlanDocument): Promise<Uint8Array>
  /** Documents waiting or being made. */
  readonly pending: number
  close(): Promise<void>
}

const megabyte = 1024 * 1024
/** For one thread, fonts aside; a document that needs more is given up rather than starve the server. */
const mostHeapMb = 320

/** Starts the threads. They load fonts and code at the first document; close it, or the process stays alive. */
export function openDocumentRenderer(options: RendererOptions = {}): DocumentRenderer {
  const { threads = Math.max(1, availableParallelism() - 1), queueLength = 200, timeLimitMs = 30_000 } = options
  const { directory, cacheBytes = 64 * megabyte, onFailure, onCacheFault } = options
  const files = directory ? filesOnDisk(directory, cacheBytes) : filesInMemory(cacheBytes)
  const pool = new Piscina({
    filename: workerFile(import.meta.url),
    // None until the first document, and from then on they stay: their fonts are warm.
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: Infinity,
    resourceLimits: { maxOldGenerationSizeMb: mostHeapMb },
  })
  const underWay = new Map<string, Promise<Uint8Array>>()
  let inPool = 0

  const tellCacheFault = (error: unknown): undefined => {
    onCacheFault?.(error)
    return undefined
  }

  const make = async (name: string, document: PlanDocument): Promise<Uint8Array> => {
    const finished = await files.get(name).catch(tellCacheFault)
    if (finished) return finished
    try {
      const file = await runInPool(document)
      await files.put(name, file).catch(tellCacheFault)
      return file
    } catch (error) {
      const failure = error instanceof DocumentError ? error : new DocumentError(codeOf(error), error)
      onFailure?.(failure, document)
      throw failure
    }
  }

  const runInPool = async (document: PlanDocument): Promise<Uint8Array> => {
    if (inPool >= threads + queueLength) throw new DocumentError('queue-full')
    inPool++
    try {
      const signal = AbortSignal.timeout(timeLimitMs)
      const run = (): Promise<Uint8Array> => pool.run(document, { signal }) as Promise<Uint8Array>
      // Once more, in case the thread died of something else: the time limit holds for both.
      return await run().catch((error: unknown) => {
        if (signal.aborted) throw error
        return run()
      })
    } finally {
      inPool--
    }
  }

  return {
    render: (document) => {
      const name = documentName(document)
      const running = underWay.get(name)
      if (running) return running
      const made = make(name, document).finally(() => underWay.delete(name))
      underWay.set(name, made)
      return made
    },
    get pending() {
      return underWay.size
    },
    close: () => pool.destroy(),
  }
}

const codeOf = (error: unknown): DocumentErrorCode =>
  error instanceof Error && (error.name === 'AbortError' || error.name === 'TimeoutError') ? 'timed-out' : 'failed'

/** The worker's file beside this one: TypeScript when run from source, bundled JavaScript when run from `dist`. */
export function workerFile(here: string): string {
  return new URL(here.endsWith('.ts') ? './render-worker.ts' : './render-worker.js', here).href
}
