import { existsSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client, type DatabaseError } from 'pg'
import { ClusterError, explainFailure } from './cluster-error.ts'
import { checkVersion, clusterFiles, ensurePassword, hasData, initialise, type ClusterFiles } from './data-directory.ts'
import { findPrograms } from './postgres-programs.ts'
import { findPostmaster, isAlive, startPostmaster, stopPostmaster, type Postmaster } from './postmaster.ts'
import { canEnter, findServerUser } from './server-user.ts'
import { endWithThisProcess, removeFiles } from './throwaway.ts'

interface ClusterOptions {
  /** For tests: fast instead of crash-safe; server and files go with `stop`, or with the process. */
  readonly throwaway?: boolean
  /** The folder of PostgreSQL's programs, instead of those that npm installed. */
  readonly binDir?: string | undefined
}

export interface EmbeddedCluster {
  /** Connects as the superuser to the database `postgres`. */
  readonly adminUrl: string
  readonly port: number
  /** False when a server was running already and we joined it. */
  readonly started: boolean
  /** Ends the server, unless it belongs to another process that still runs. Returns when it is gone. */
  stop: () => Promise<void>
}

/**
 * Makes sure that a PostgreSQL server runs over a data directory, and makes the directory the first time. Real server
 * programs from npm, on a free loopback port, under the account `postgres` or `nobody` when we are root. A server that
 * outlived a killed process is taken over, one that another process serves is joined.
 *
 * Beside the directory lie its password (`<dir>.password`), log and owner. When the directory is out of reach of the
 * server's account, such as below `/root`, the files lie in `/var/lib` and `dir` is a link to them.
 *
 * @throws ClusterError whose message is a sentence for the person at the terminal; nothing is lost in any of its cases
 */
export async function ensureCluster(dir: string, options: ClusterOptions = {}): Promise<EmbeddedCluster> {
  const files = clusterFiles(path.resolve(dir))
  try {
    for (let waited = 0; waited < 30_000; waited += 50) {
      const running = hasData(files) ? findPostmaster(files) : undefined
      const cluster = running ? await attach(files, running) : await start(files, options)
      if (cluster) return cluster
      await sleep(50) // it is starting or stopping
    }
  } catch (error) {
    throw explainFailure(`The embedded PostgreSQL in ${files.data} could not be started`, error)
  }
  throw new ClusterError('start-failed', `The PostgreSQL in ${files.data} neither starts nor stops; see ${files.log}.`)
}

async function start(
  files: ClusterFiles,
  { throwaway = false, binDir }: ClusterOptions,
): Promise<EmbeddedCluster | undefined> {
  const user = findServerUser()
  const programs = await findPrograms(binDir, user)
  if (!hasData(files)) initialise(files, programs, user, throwaway)
  checkVersion(files, programs)
  if (!canEnter(path.dirname(realpathSync(files.data)), user))
    throw new ClusterError(
      'not-writable',
      `${files.data} lies in a folder that the account of the database server cannot enter: open the folder, or move the data.`,
    )
  ensurePassword(files, programs, user)
  const postmaster = await startPostmaster(files, programs, user, throwaway)
  if (!postmaster) return undefined
  if (throwaway) endWithThisProcess(files)
  writeFileSync(files.owner, String(process.pid))
  const adminUrl = await findUrl(files, postmaster).catch(async (error: unknown) => {
    await stopPostmaster(files, postmaster)
    throw error
  })
  return {
    adminUrl,
    port: postmaster.port,
    started: true,
    stop: async () => {
      await stopPostmaster(files, postmaster)
      rmSync(files.owner, { force: true })
      if (throwaway) removeFiles(files)
    },
  }
}

/** @returns undefined while the server is starting or going away */
async function attach(files: ClusterFiles, postmaster: Postmaster): Promise<EmbeddedCluster | undefined> {
  if (!postmaster.isReady) return undefined
  const adminUrl = await findUrl(files, postmaster).catch((error: unknown) => {
    if (/^(ECONN|57P)/.test(String((error as DatabaseError).code))) return undefined
    throw error
  })
  if (!adminUrl) return undefined
  const owner = existsSync(files.owner) ? Number(readFileSync(files.owner, 'utf8')) : 0
  const isOrphan = !(owner > 0 && isAlive(owner))
  if (isOrphan) writeFileSync(files.owner, String(process.pid))
  return {
    adminUrl,
    port: postmaster.port,
    started: false,
    stop: async () => {
      if (!isOrphan) return
      await stopPostmaster(files, postmaster)
      rmSync(files.owner, { force: true })
    },
  }
}

/** Tries the password, and that the server is the one of these files and not a stranger on its old port. */
async function findUrl(files: ClusterFiles, { port }: Postmaster): Promise<string> {
  if (!existsSync(files.password))
    throw new ClusterError(
      'password-lost',
      `${files.data} is served already, but ${files.password} is missing: stop that server first.`,
    )
  const adminUrl = `postgres://postgres:${readFileSync(files.password, 'utf8').trim()}@127.0.0.1:${port}/postgres`
  const client = new Client({ connectionString: adminUrl, connectionTimeoutMillis: 5_000 })
  client.on('error', () => undefined) // the calls below report it
  try {
    await client.connect()
    const { rows } = await client.query<{ data_directory: string }>('show data_directory')
    if (rows[0]?.data_directory !== realpathSync(files.data))
      throw new ClusterError('start-failed', `Port ${port} is served by another database.`)
    return adminUrl
  } catch (cause) {
    if ((cause as DatabaseError).code !== '28P01') throw cause
    const message = `The password in ${files.password} is not the one of the database: remove that file, and the next start sets a new one.`
    throw new ClusterError('password-lost', message, { cause })
  } finally {
    await client.end().catch(() => undefined)
  }
}
