import { describe, expect, it } from 'vitest'
import { openTestDatabase } from './database.ts'

const one = await openTestDatabase()
const other = await openTestDatabase()

describe('the database of a test file', () => {
  it('is a migrated database that no other file sees', async () => {
    await one.owner.query('create table mine (id int)')
    const { rows } = await other.owner.query(
      `select to_regclass('mine') as mine, to_regclass('organisation')::text as migrated`,
    )
    expect(rows).toEqual([{ mine: null, migrated: 'organisation' }])
  })

  it('is served to the application as a role that bypasses nothing', async () => {
    const { rows } = await one.owner.query(
      `select rolsuper, rolbypassrls from pg_roles where rolname in ('kase_app', 'kase_auth')`,
    )
    expect(rows).toEqual([
      { rolsuper: false, rolbypassrls: false },
      { rolsuper: false, rolbypassrls: false },
    ])
    expect(new URL(one.appUrl).username).toBe('kase_app')
  })
})
