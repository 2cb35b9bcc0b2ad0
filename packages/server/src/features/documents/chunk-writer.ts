import type { Dependencies } from '../../infra/dependencies.ts'
import { insertChunk, updateAttempt, type AttemptKey } from './batch-attempt.repository.ts'

/** The batch was removed, or is being made anew by somebody else: there is nothing left to do here. */
export class AttemptOverError extends Error {
  override readonly name = 'AttemptOverError'
}

export class ArchiveTooLargeError extends Error {
  override readonly name = 'ArchiveTooLargeError'
}

const chunkBytes = 512 * 1024
const mostArchiveBytes = 100_000_000

export interface ChunkWriter {
  readonly write: (piece: Buffer) => Promise<void>
  readonly update: (change: Parameters<typeof updateAttempt>[2]) => Promise<void>
  /** Writes what is left, and says how much there is. */
  readonly end: () => Promise<{ readonly bytes: number; readonly chunks: number }>
}

/**
 * Puts an archive into the database piece by piece, each in a transaction of its own.
 *
 * @throws AttemptOverError; ArchiveTooLargeError
 */
export function chunkWriter({ db }: Pick<Dependencies, 'db'>, key: AttemptKey): ChunkWriter {
  const { tenantId } = key
  let waiting: Buffer[] = []
  let waitingBytes = 0
  let bytes = 0
  let chunks = 0
  const put = async (data: Buffer): Promise<void> => {
    const position = chunks
    const isWritten = await db.withTenant({ tenantId }, (tenant) => insertChunk(tenant, key, { position, data }))
    if (!isWritten) throw new AttemptOverError()
    chunks += 1
  }
  return {
    write: async (piece) => {
      bytes += piece.length
      if (bytes > mostArchiveBytes) throw new ArchiveTooLargeError()
      waiting.push(piece)
      waitingBytes += piece.length
      if (waitingBytes < chunkBytes) return
      const all = Buffer.concat(waiting)
      const wholeBytes = all.length - (all.length % chunkBytes)
      for (let at = 0; at < wholeBytes; at += chunkBytes) await put(all.subarray(at, at + chunkBytes))
      waiting = [all.subarray(wholeBytes)]
      waitingBytes = all.length - wholeBytes
    },
    update: async (change) => {
      if (!(await db.withTenant({ tenantId }, (tenant) => updateAttempt(tenant, key, change))))
        throw new AttemptOverError()
    },
    end: async () => {
      if (waitingBytes > 0) await put(Buffer.concat(waiting))
      return { bytes, chunks }
    },
  }
}
