/** Finished files, remembered by the hash of everything that went into them, up to a number of bytes. */
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export interface FinishedFiles {
  /** The file of that name, or undefined. */
  get(name: string): Promise<Uint8Array | undefined>
  /** Keeps a finished file, and lets go of those not asked for longest when there are too many bytes. */
  put(name: string, file: Uint8Array): Promise<void>
}

/** Files in this process's memory. */
export function filesInMemory(mostBytes: number): FinishedFiles {
  const files = new Map<string, Uint8Array>()
  let bytes = 0
  return {
    get: async (name) => {
      const file = files.get(name)
      if (file) {
        files.delete(name)
        files.set(name, file)
      }
      return file
    },
    put: async (name, file) => {
      bytes += file.length - (files.get(name)?.length ?? 0)
      files.delete(name)
      files.set(name, file)
      for (const [oldest, old] of files) {
        if (bytes <= mostBytes) break
        files.delete(oldest)
        bytes -= old.length
      }
    },
  }
}

/**
 * Files in a directory of their own. A file appears under its name only when it is whole, so a process killed in the middle
 * leaves none; several processes may share the directory.
 */
export function filesOnDisk(directory: string, mostBytes: number): FinishedFiles {
  const pathOf = (name: string): string => join(directory, `${name}.pdf`)
  let unchecked = 0
  return {
    get: async (name) => {
      try {
        const file = await readFile(pathOf(name))
        const now = new Date()
        await utimes(pathOf(name), now, now)
        return file
      } catch (error) {
        if (isMissing(error)) return undefined
        throw error
      }
    },
    put: async (name, file) => {
      await mkdir(directory, { recursive: true })
      const unfinished = join(directory, `${name}.${process.pid}.${unchecked}.part`)
      await writeFile(unfinished, file)
      await rename(unfinished, pathOf(name))
      unchecked += file.length
      // Looking at every file costs; a sixteenth too many bytes does not.
      if (unchecked < mostBytes / 16) return
      unchecked = 0
      await letGo(directory, mostBytes)
    },
  }
}

async function letGo(directory: string, mostBytes: number): Promise<void> {
  const names = (await readdir(directory)).filter((name) => name.endsWith('.pdf'))
  const found = await Promise.all(
    names.map(async (name) => {
      const path = join(directory, name)
      const { size, mtimeMs } = await stat(path).catch(() => ({ size: 0, mtimeMs: 0 }))
      return { path, size, mtimeMs }
    }),
  )
  let bytes = found.reduce((sum, { size }) => sum + size, 0)
  for (const { path, size } of found.sort((a, b) => a.mtimeMs - b.mtimeMs)) {
    if (bytes <= mostBytes) return
    await rm(path, { force: true })
    bytes -= size
  }
}

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'
