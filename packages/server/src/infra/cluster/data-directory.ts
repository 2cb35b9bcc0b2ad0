import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { ClusterError } from './cluster-error.ts'
import { programEnvironment, type PostgresPrograms } from './postgres-programs.ts'
import { isAlive } from './postmaster.ts'
import { canEnter, handOver, makeReachableFolder, type ServerUser } from './server-user.ts'

/** The data directory and the files that lie beside it. */
export interface ClusterFiles {
  readonly data: string
  /** The superuser's password, readable by the account that runs the service only. */
  readonly password: string
  /** The process id of the service that started the server or took it over. */
  readonly owner: string
  readonly log: string
}

export const clusterFiles = (folder: string): ClusterFiles => ({
  data: folder,
  password: `${folder}.password`,
  owner: `${folder}.owner`,
  log: `${folder}.log`,
})

/** Says whether there is a data directory already; refuses a folder that holds something else. */
export function hasData(files: ClusterFiles): boolean {
  if (!existsSync(files.data)) {
    if (lstatSync(files.data, { throwIfNoEntry: false }))
      throw new ClusterError(
        'not-a-data-directory',
        `${files.data} is a link to ${readlinkSync(files.data)}, which is not there.`,
      )
    return false
  }
  if (!lstatSync(realpathSync(files.data)).isDirectory())
    throw new ClusterError('not-a-data-directory', `${files.data} is not a folder.`)
  if (existsSync(path.join(files.data, 'PG_VERSION'))) return true
  if (readdirSync(files.data).length === 0) return false
  throw new ClusterError(
    'not-a-data-directory',
    `${files.data} holds other files and no database: it was left as it is. Choose another folder.`,
  )
}

/** Makes the database files; they appear under their name only when they are complete, whenever the process is killed. */
export function initialise(
  files: ClusterFiles,
  programs: PostgresPrograms,
  user: ServerUser,
  isThrowaway: boolean,
): void {
  const parent = path.dirname(files.data)
  mkdirSync(parent, { recursive: true })
  removeAbandonedDrafts(files)
  const isWithinReach = canEnter(parent, user)
  const draft = isWithinReach ? `${files.data}.new-${process.pid}` : makeReachableFolder('data')
  mkdirSync(draft, { recursive: true, mode: 0o700 })
  handOver(draft, user)
  const passwordForInitdb = `${draft}.pw`
  writeFileSync(passwordForInitdb, readOrMakePassword(files.password), { mode: 0o600 })
  handOver(passwordForInitdb, user)
  const options = [
    '-U',
    'postgres',
    '-A',
    'scram-sha-256',
    '-E',
    'UTF8',
    '--locale=C',
    ...(isThrowaway ? ['--no-sync'] : []),
  ]
  const { status, stderr, error } = spawnSync(
    programs.initdb,
    ['-D', draft, `--pwfile=${passwordForInitdb}`, ...options],
    {
      ...user,
      env: programEnvironment,
      cwd: '/',
      encoding: 'utf8',
    },
  )
  rmSync(passwordForInitdb, { force: true })
  if (status !== 0) {
    rmSync(draft, { recursive: true, force: true })
    throw error ?? new Error(stderr)
  }
  publish(draft, files.data, isWithinReach)
}

/** Refuses to run programs of another major version over the files: PostgreSQL does not read them. */
export function checkVersion(files: ClusterFiles, programs: PostgresPrograms): void {
  const written = Number(readFileSync(path.join(files.data, 'PG_VERSION'), 'utf8'))
  if (written === programs.majorVersion) return
  throw new ClusterError(
    'other-version',
    `The database in ${files.data} was made by PostgreSQL ${written} and the programs in ${programs.folder} are PostgreSQL ${programs.majorVersion}: ` +
      `nothing was changed. Set PG_BIN to the programs of PostgreSQL ${written}, or carry the data over with pg_upgrade.`,
  )
}

/** The superuser's password; a lost one is set anew, which PostgreSQL allows to whoever may write the files. */
export function ensurePassword(files: ClusterFiles, programs: PostgresPrograms, user: ServerUser): void {
  if (existsSync(files.password)) return
  const password = readOrMakePassword(files.password)
  const { status, stderr, error } = spawnSync(
    programs.postgres,
    ['--single', '-D', realpathSync(files.data), 'postgres'],
    {
      ...user,
      env: programEnvironment,
      cwd: '/',
      encoding: 'utf8',
      input: `alter role postgres password '${password}'\n`,
    },
  )
  if (status === 0) return
  rmSync(files.password, { force: true })
  throw error ?? new Error(stderr)
}

function readOrMakePassword(file: string): string {
  if (!existsSync(file)) {
    const draft = `${file}.new-${process.pid}`
    writeFileSync(draft, randomBytes(24).toString('base64url'), { mode: 0o600, flush: true })
    try {
      linkSync(draft, file) // of two processes starting at once, one wins and both read its password
    } catch (error) {
      if (!existsSync(file)) throw error
    } finally {
      rmSync(draft)
    }
  }
  return readFileSync(file, 'utf8').trim()
}

function publish(draft: string, target: string, isWithinReach: boolean): void {
  try {
    if (existsSync(target)) rmdirSync(target) // an empty folder; another one refuses
    if (isWithinReach) renameSync(draft, target)
    else symlinkSync(draft, target)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(path.join(target, 'PG_VERSION'))) throw error // else another process was first
  }
}

function removeAbandonedDrafts({ data }: ClusterFiles): void {
  const prefix = `${path.basename(data)}.new-`
  for (const name of readdirSync(path.dirname(data))) {
    const pid = name.startsWith(prefix) ? Number.parseInt(name.slice(prefix.length), 10) : Number.NaN
    if (pid > 0 && !isAlive(pid)) rmSync(path.join(path.dirname(data), name), { recursive: true, force: true })
  }
}
