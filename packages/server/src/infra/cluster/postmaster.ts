import { spawn, type ChildProcess } from 'node:child_process'
import { closeSync, openSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ClusterFiles } from './data-directory.ts'
import { programEnvironment, type PostgresPrograms } from './postgres-programs.ts'
import type { ServerUser } from './server-user.ts'

/** A server process, as it describes itself in `postmaster.pid`. */
export interface Postmaster {
  readonly pid: number
  readonly port: number
  readonly isReady: boolean
}

/** Finds the server that runs over these files, whoever started it. */
export function findPostmaster(files: ClusterFiles): Postmaster | undefined {
  const lines = readLockFile(files)
  const pid = Number(lines[0])
  if (!(pid > 0) || !isPostgres(pid)) return undefined
  return { pid, port: Number(lines[3]), isReady: lines[7]?.trim() === 'ready' }
}

/**
 * Starts the server on a free port of the loopback interface and waits until it takes connections. It runs in a session of
 * its own, so that Ctrl-C in a terminal reaches the service alone, which then stops the server when it no longer needs it.
 *
 * @returns undefined when another server starts, runs or is still ending over the same files
 * @throws Error with what the server wrote
 */
export async function startPostmaster(
  files: ClusterFiles,
  programs: PostgresPrograms,
  user: ServerUser,
  isThrowaway: boolean,
): Promise<Postmaster | undefined> {
  disownStaleLock(files)
  for (let attempt = 1; ; attempt += 1) {
    const port = await findFreePort()
    const logged = statSync(files.log, { throwIfNoEntry: false })?.size ?? 0
    const log = openSync(files.log, 'a', 0o600)
    const child = spawn(
      programs.postgres,
      ['-D', realpathSync(files.data), '-p', String(port), ...settings(isThrowaway)],
      {
        ...user,
        env: programEnvironment,
        cwd: '/',
        detached: true,
        stdio: ['ignore', log, log],
      },
    )
    closeSync(log)
    child.unref()
    const ready = await untilReady(files, child)
    if (ready) return ready
    const written = readFileSync(files.log).subarray(logged).toString()
    if (/lock file "postmaster\.pid" already exists|shared memory block .* is still in use/.test(written))
      return undefined
    if (attempt === 3 || !/could not (bind|create any TCP)|Address already in use/.test(written))
      throw new Error(written)
  }
}

/** Ends a server: its clients are cut off, every committed write is on disk. Returns when it is gone. */
export async function stopPostmaster(files: ClusterFiles, { pid }: Postmaster): Promise<void> {
  const isRunning = (): boolean => Number(readLockFile(files)[0]) === pid && isPostgres(pid)
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (isRunning()) process.kill(pid, signal)
    for (let waited = 0; isRunning() && waited < 30_000; waited += 20) await sleep(20)
  }
}

/** Whether a process with this id runs. A killed one that nobody collected (a zombie, as in containers) does not. */
export const isAlive = (pid: number): boolean => programName(pid) !== undefined

/** Ids are used again, soon so in containers. Where there is no `/proc` the id alone must do. */
const isPostgres = (pid: number): boolean => programName(pid)?.startsWith('postgres') ?? false

function programName(pid: number): string | undefined {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return undefined
  }
  if (process.platform !== 'linux') return 'postgres'
  try {
    const [, name, state] = /^\d+ \((.*)\) (\w)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? []
    return state === 'Z' || state === 'X' ? undefined : name
  } catch {
    return undefined // it ended just now
  }
}

/**
 * PostgreSQL refuses to start when the id in the lock file belongs to any process, even one that is not a server. With its
 * parent's id there it goes on to its second check, whether any process still uses the shared memory that the file names.
 */
function disownStaleLock(files: ClusterFiles): void {
  const [pid, ...rest] = readLockFile(files)
  if (pid && !isPostgres(Number(pid))) writeFileSync(lockFile(files), [process.pid, ...rest].join('\n'))
}

const lockFile = (files: ClusterFiles): string => path.join(files.data, 'postmaster.pid')

function readLockFile(files: ClusterFiles): string[] {
  try {
    return readFileSync(lockFile(files), 'utf8').split('\n')
  } catch {
    return []
  }
}

/** @returns undefined when the server ended before it was ready */
async function untilReady(files: ClusterFiles, child: ChildProcess): Promise<Postmaster | undefined> {
  let failure: Error | undefined
  child.once('error', (error) => (failure = error))
  while (child.exitCode === null && child.signalCode === null) {
    if (failure) throw failure
    const found = findPostmaster(files)
    if (found?.isReady && found.pid === child.pid) return found
    await sleep(10)
  }
  return undefined
}

function settings(isThrowaway: boolean): string[] {
  const always = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=100',
    'log_checkpoints=off',
    'log_error_verbosity=terse', // the log must not hold what people wrote: no values, no statements
    'log_min_error_statement=panic',
  ]
  const throwaway = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']
  return [...always, ...(isThrowaway ? throwaway : [])].flatMap((setting) => ['-c', setting])
}

const findFreePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
