import { Kysely, PostgresDialect, sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import pg from 'pg'
import { prepareJobs } from '../infra/jobs.ts'
import { readMigrations, sqlMigrationProvider, type MigrationFile } from './migrations.ts'

interface MigrateOptions {
  /** Connects as a role that owns the database and may create roles. */
  readonly ownerUrl: string
  readonly migrationsFolder: URL
  /** Passwords that the two login roles get; derived from the service's secret, so that every instance knows them. */
  readonly passwords: { readonly app: string; readonly auth: string }
}

/**
 * Brings a database to the newest schema and gives the service's roles their passwords. Safe to run from several
 * instances at once (the Migrator locks), and again (nothing happens). A failing file leaves nothing behind.
 *
 * @returns the names of the migrations that were applied
 * @throws Error when a file fails, or when an applied file's text has changed since
 */
export async function migrateDatabase({ ownerUrl, migrationsFolder, passwords }: MigrateOptions): Promise<string[]> {
  const files = await readMigrations(migrationsFolder)
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 2 })
  pool.on('error', () => undefined) // the queries below report it
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  try {
    const { error, results = [] } = await new Migrator({ db, provider: sqlMigrationProvider(files) }).migrateToLatest()
    if (error) throw error instanceof Error ? error : new Error('migration failed', { cause: error })
    await verifyChecksums(db, files)
    await prepareJobs(ownerUrl)
    await sql.raw(`alter role kase_app login password ${pg.escapeLiteral(passwords.app)}`).execute(db)
    await sql.raw(`alter role kase_auth login password ${pg.escapeLiteral(passwords.auth)}`).execute(db)
    return results.filter((result) => result.status === 'Success').map((result) => result.migrationName)
  } finally {
    await db.destroy()
  }
}

async function verifyChecksums(db: Kysely<unknown>, files: readonly MigrationFile[]): Promise<void> {
  await sql`create table if not exists infra.migration_checksum (name text primary key, checksum text not null)`.execute(
    db,
  )
  for (const { name, checksum } of files) {
    const { rows } = await sql<{ checksum: string }>`
      insert into infra.migration_checksum (name, checksum) values (${name}, ${checksum})
      on conflict (name) do update set name = excluded.name returning checksum`.execute(db)
    if (rows[0]?.checksum !== checksum) throw new Error(`migration ${name} was changed after it had been applied`)
  }
}
