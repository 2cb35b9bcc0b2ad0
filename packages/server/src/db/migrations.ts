import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { sql, type Kysely } from 'kysely'
import type { Migration, MigrationProvider } from 'kysely/migration'

export interface MigrationFile {
  readonly name: string
  readonly text: string
  readonly checksum: string
}

/** The migrations of a folder, in the order of their names. A file is frozen once merged: its checksum is kept beside it. */
export async function readMigrations(folder: URL): Promise<MigrationFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (file) => {
      const text = await readFile(new URL(file, folder), 'utf8')
      return { name: file.slice(0, -4), text, checksum: createHash('sha256').update(text).digest('hex') }
    }),
  )
}

/** Plain SQL files for Kysely's Migrator; each runs as it stands, inside the Migrator's transaction. */
export const sqlMigrationProvider = (files: readonly MigrationFile[]): MigrationProvider => ({
  getMigrations: async () =>
    Object.fromEntries(
      files.map((file): [string, Migration] => [
        file.name,
        {
          up: (db: Kysely<unknown>) =>
            sql
              .raw(file.text)
              .execute(db)
              .then(() => undefined),
        },
      ]),
    ),
})
