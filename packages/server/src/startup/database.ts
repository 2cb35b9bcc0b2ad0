import pg from 'pg'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import { migrateDatabase } from '../db/migrate.ts'
import { assetUrl } from '../infra/assets.ts'
import { ensureCluster } from '../infra/cluster/embedded-cluster.ts'
import type { Secrets } from '../infra/secrets.ts'

/** A migrated database and how the service connects to it. */
export interface ReadyDatabase {
  readonly appUrl: string
  readonly authUrl: string
  /** Ends the embedded server; a server of one's own is left alone. */
  readonly stop: () => Promise<void>
}

const databaseName = 'kase_welcome'

/**
 * Finds or starts PostgreSQL and brings the database to the newest schema.
 *
 * @throws StartupError with one sentence for the person at the terminal
 */
export async function prepareDatabase(
  { databaseUrl, dataDir, pgBin }: Pick<Config, 'databaseUrl' | 'dataDir' | 'pgBin'>,
  secrets: Secrets,
  say: (step: string) => void,
): Promise<ReadyDatabase> {
  const server =
    databaseUrl === undefined
      ? await startEmbedded({ dataDir, pgBin }, say)
      : { ownerUrl: databaseUrl, stop: async () => undefined }
  const passwords = { app: secrets.derive('database role kase_app'), auth: secrets.derive('database role kase_auth') }
  try {
    say('Bringing the database to the newest schema')
    if (databaseUrl !== undefined) await checkServer(databaseUrl)
    await migrateDatabase({ ownerUrl: server.ownerUrl, migrationsFolder: assetUrl('src/db/migrations/'), passwords })
  } catch (error) {
    await server.stop()
    throw explain(error)
  }
  return {
    appUrl: withRole(server.ownerUrl, 'kase_app', passwords.app),
    authUrl: withRole(server.ownerUrl, 'kase_auth', passwords.auth),
    stop: server.stop,
  }
}

async function startEmbedded({ dataDir, pgBin }: Pick<Config, 'dataDir' | 'pgBin'>, say: (step: string) => void) {
  say('Starting the embedded PostgreSQL')
  const cluster = await ensureCluster(join(dataDir, 'postgres'), { binDir: pgBin })
  const client = new pg.Client({ connectionString: cluster.adminUrl })
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [databaseName])
    if (rowCount === 0) await client.query(`create database ${databaseName}`)
  } finally {
    await client.end()
  }
  const ownerUrl = new URL(cluster.adminUrl)
  ownerUrl.pathname = databaseName
  return { ownerUrl: ownerUrl.href, stop: cluster.stop }
}

function withRole(ownerUrl: string, role: string, password: string): string {
  const url = new URL(ownerUrl)
  url.username = role
  url.password = password
  return url.href
}

const oldestVersion = 150_000

async function checkServer(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    const { rows } = await client.query<{ server_version_num: string; server_version: string }>(
      `select current_setting('server_version_num') as server_version_num, current_setting('server_version') as server_version`,
    )
    if (Number(rows[0]?.server_version_num) < oldestVersion)
      throw new StartupError(
        `DATABASE_URL points to PostgreSQL ${rows[0]?.server_version}; version 15 or newer is needed.`,
      )
  } finally {
    await client.end()
  }
}

/** Why the service could not start: one sentence, for the person at the terminal. */
export class StartupError extends Error {
  override readonly name = 'StartupError'
}

/** What PostgreSQL and the network say, as a sentence. */
function explain(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof StartupError) return error
  const { code = '' } = error as NodeJS.ErrnoException
  const reasons: Record<string, string> = {
    ECONNREFUSED: 'nothing answers at that address',
    ENOTFOUND: 'that host is not known',
    EAI_AGAIN: 'that host is not known',
    ETIMEDOUT: 'the server does not answer in time',
    ECONNRESET: 'the server closed the connection',
    '28P01': 'the password is wrong',
    '28000': 'that user may not sign in',
    '3D000': 'there is no such database',
    '42501': 'that user may not create roles and schemas, which the first start needs',
    '53100': 'the disk of the server is full',
  }
  const reason = reasons[code] ?? (/timeout/i.test(error.message) ? 'the server does not answer in time' : undefined)
  return reason === undefined
    ? error
    : new StartupError(`The database could not be used: ${reason} (DATABASE_URL). Nothing was changed.`, {
        cause: error,
      })
}
