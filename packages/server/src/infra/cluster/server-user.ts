import { spawnSync } from 'node:child_process'
import { chownSync, mkdtempSync, readFileSync } from 'node:fs'
import { ClusterError } from './cluster-error.ts'

/** The identity that PostgreSQL's programs run under: none of its own, unless we are root, which PostgreSQL refuses. */
export interface ServerUser {
  readonly uid?: number
  readonly gid?: number
}

/** Picks the account for the server's processes: our own, or as root `postgres`, or else `nobody`. */
export function findServerUser(): ServerUser {
  if (process.getuid?.() !== 0) return {}
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const account = accounts.find(([name]) => name === 'postgres') ?? accounts.find(([name]) => name === 'nobody')
  if (!account)
    throw new ClusterError(
      'no-unprivileged-user',
      'PostgreSQL does not run as root, and there is no account postgres or nobody to run it under.',
    )
  return { uid: Number(account[2]), gid: Number(account[3]) }
}

/** Gives a file or folder to the account that the server runs under. */
export function handOver(path: string, user: ServerUser): void {
  if (user.uid !== undefined && user.gid !== undefined) chownSync(path, user.uid, user.gid)
}

/** Whether the account may enter a folder: as root it may not when a folder above is closed (0700), such as `/root`. */
export function canEnter(folder: string, user: ServerUser): boolean {
  if (user.uid === undefined) return true
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...user, cwd: '/', stdio: 'ignore' }).status === 0
}

/**
 * Makes a folder outside closed folders, for what the unprivileged account must reach when we are root. Only root can write
 * beside it, so nobody else can put programs there in advance.
 */
export function makeReachableFolder(purpose: string): string {
  return mkdtempSync(`/var/lib/kase-welcome-${purpose}-`)
}
