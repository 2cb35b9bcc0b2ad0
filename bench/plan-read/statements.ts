import { readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'

/** One statement of a request as PostgreSQL got it. */
export interface Statement {
  readonly text: string
  readonly values: readonly (string | null)[]
}

/**
 * Records what SQL one request runs, from the log of the embedded server that lies in `dataDir`.
 *
 * @returns the statements in order, and an address that connects as the superuser
 */
export async function recordStatements(dataDir: string, request: () => Promise<void>) {
  const data = path.join(dataDir, 'postgres')
  const port = readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n')[3]
  const password = readFileSync(`${data}.password`, 'utf8').trim()
  const ownerUrl = `postgres://postgres:${password}@127.0.0.1:${port}/kase_welcome`
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await configure(client, `set log_statement = 'all'`, `set log_error_verbosity = 'default'`)
    await request() // opens new connections, whose first statements are not those of a request
    await sleep(200)
    const logged = readFileSync(`${data}.log`, 'utf8').length
    await request()
    await sleep(200)
    await configure(client, 'reset log_statement', 'reset log_error_verbosity')
    const background = /pgboss/
    const statements = parseLog(readFileSync(`${data}.log`, 'utf8').slice(logged))
    return {
      ownerUrl,
      statements: statements.filter(({ text }) => !background.test(text) && !text.startsWith('alter database')),
    }
  } finally {
    await client.end()
  }
}

/** Settings of a database hold for new connections, so the service's own are ended; it opens others. */
async function configure(client: Client, ...settings: string[]): Promise<void> {
  for (const setting of settings) await client.query(`alter database kase_welcome ${setting}`)
  await client.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where usename in ('kase_app', 'kase_auth')`,
  )
  await sleep(500)
}

/** Entries start with a time, their further lines with a tab; parameters follow as a DETAIL. */
function parseLog(log: string): Statement[] {
  const statements: Statement[] = []
  for (const entry of log.replaceAll('\n\t', '\n').split(/^(?=\d{4}-\d\d-\d\d )/m)) {
    const text = /LOG: {2}(?:statement|execute [^:]+): ([\s\S]*)/.exec(entry)?.[1]?.trim()
    if (text !== undefined) statements.push({ text, values: [] })
    const parameters = /DETAIL: {2}[Pp]arameters: ([\s\S]*)/.exec(entry)?.[1]
    const last = statements.at(-1)
    if (parameters !== undefined && last)
      statements[statements.length - 1] = { ...last, values: parseValues(parameters) }
  }
  return statements
}

const parseValues = (parameters: string): (string | null)[] =>
  [...parameters.matchAll(/\$\d+ = (?:NULL|'((?:[^']|'')*)')/g)].map(
    ([, value]) => value?.replaceAll("''", "'") ?? null,
  )
