import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../test/database.ts'
import { assetUrl } from '../infra/assets.ts'

/** What PostgreSQL's own catalogue says of the schema: the rules that hold for every table, also for those to come. */

const { owner, ownerUrl } = await openTestDatabase()

const tables = async (): Promise<string[]> => {
  const { rows } = await owner.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relname not like 'kysely_%' order by 1`,
  )
  return rows.map((row) => row.name)
}

/** Names of tables of `public` for which a condition on their `pg_class` row holds. */
const tablesWhere = async (condition: string): Promise<string[]> => {
  const { rows } = await owner.query<{ name: string }>(
    `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
       and c.relname not like 'kysely_%' and (${condition}) order by 1`,
  )
  return rows.map((row) => row.name)
}

describe('every table of the schema public', () => {
  it('is there', async () => expect((await tables()).length).toBeGreaterThanOrEqual(17))

  it('has row-level security, enabled and forced', async () =>
    expect(await tablesWhere('not (c.relrowsecurity and c.relforcerowsecurity)')).toEqual([]))

  it('has a policy', async () =>
    expect(await tablesWhere('not exists (select from pg_policy p where p.polrelid = c.oid)')).toEqual([]))

  it('belongs to a tenant', async () =>
    expect(
      await tablesWhere(
        `not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and a.attnotnull)`,
      ),
    ).toEqual([]))

  it('has a primary key that leads with the tenant', async () =>
    expect(
      await tablesWhere(
        `not exists (select from pg_constraint k join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
          where k.conrelid = c.oid and k.contype = 'p' and a.attname = 'tenant_id')`,
      ),
    ).toEqual([]))

  it('has no unique key that looks across tenants, but for the slug of an organisation', async () =>
    expect(
      await tablesWhere(
        `exists (select from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
          where i.indrelid = c.oid and i.indisunique and a.attname not in ('tenant_id', 'slug'))`,
      ),
    ).toEqual([]))

  it('has no foreign key that forgets the tenant', async () =>
    expect(
      await tablesWhere(
        `exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'f' and not exists
          (select from unnest(k.conkey) as col(num) join pg_attribute a on a.attrelid = c.oid and a.attnum = col.num
           where a.attname like '%tenant_id'))`,
      ),
    ).toEqual([]))

  it('belongs to neither of the roles that serve', async () =>
    expect(await tablesWhere(`c.relowner in ('kase_app'::regrole, 'kase_auth'::regrole)`)).toEqual([]))
})

describe('the role that serves', () => {
  it('can read nothing of the identities', async () => {
    const { rows } = await owner.query(
      `select has_schema_privilege('kase_app', 'auth', 'usage') as app, has_schema_privilege('kase_auth', 'public', 'usage') as auth`,
    )
    expect(rows).toEqual([{ app: false, auth: false }])
  })

  it('can neither change nor remove a published version, an audit entry or an event', async () => {
    const { rows } = await owner.query<{ name: string }>(
      `select t as name from unnest(array['template_version', 'template_text', 'audit_entry', 'plan_event']) t
       where has_table_privilege('kase_app', t, 'update') or has_table_privilege('kase_app', t, 'delete')`,
    )
    expect(rows).toEqual([])
  })
})

describe('the generated types', () => {
  it('are those of the migrations', async () => {
    const file = join(tmpdir(), `generated-${process.pid}.ts`)
    const bin = fileURLToPath(assetUrl('node_modules/.bin/kysely-codegen'))
    const options = [
      '--dialect',
      'postgres',
      '--camel-case',
      '--default-schema',
      'public',
      '--include-pattern',
      'public.*',
      '--date-parser',
      'string',
    ]
    await promisify(execFile)(bin, [...options, '--url', ownerUrl, '--out-file', file])
    expect(await readFile(assetUrl('src/db/generated.ts'), 'utf8')).toBe(await readFile(file, 'utf8'))
  })
})
