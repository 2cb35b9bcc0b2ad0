import { randomBytes } from 'node:crypto'
import { Client, type Pool } from 'pg'
import { afterAll, inject } from 'vitest'
import { createPool } from '../src/db/pool.ts'
import { createDatabase, type Database } from '../src/db/scope.ts'
import { rolePasswords } from './role-passwords.ts'

export interface TestDatabase {
  /** Connects as the superuser: row-level security does not hold. */
  readonly ownerUrl: string
  readonly appUrl: string
  readonly authUrl: string
  /** A pool over `ownerUrl`, to set up and to look behind the scenes. */
  readonly owner: Pool
  /** The handle that the service itself uses, as the application role. */
  readonly database: Database
}

/**
 * Clones the migrated template for one test file, and drops it when the file is done. Call it once, at the top of the file;
 * each test makes a tenant of its own.
 */
export async function openTestDatabase(): Promise<TestDatabase> {
  const { adminUrl, template } = inject('testServer')
  const name = `kase_test_${randomBytes(6).toString('hex')}`
  // Files are copied rather than logged: 35 ms against 63.
  await runAsAdmin(adminUrl, `create database ${name} template ${template} strategy file_copy`)
  const ownerUrl = urlFor(adminUrl, name)
  const appUrl = urlFor(adminUrl, name, 'kase_app', rolePasswords.app)
  const owner = createPool(ownerUrl, { max: 2, onError: ignore })
  const database = createDatabase(createPool(appUrl, { max: 4, onError: ignore }))
  afterAll(async () => {
    await database.close()
    await owner.end()
    await runAsAdmin(adminUrl, `drop database ${name} with (force)`)
  })
  return { ownerUrl, appUrl, authUrl: urlFor(adminUrl, name, 'kase_auth', rolePasswords.auth), owner, database }
}

function urlFor(adminUrl: string, name: string, user?: string, password?: string): string {
  const url = new URL(adminUrl)
  url.pathname = name
  if (user) url.username = user
  if (password) url.password = password
  return url.href
}

/** A broken idle connection shows itself in the next query of the test. */
const ignore = (): undefined => undefined

async function runAsAdmin(adminUrl: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
