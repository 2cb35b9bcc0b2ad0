import { CompiledQuery, sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { insertMember, insertOrganisation } from '../../test/organisation.factory.ts'
import { openTestService } from '../../test/service.ts'
import type { TenantDb } from './scope.ts'

const service = await openTestService()
const { owner, deps } = service
const { db } = deps

const countMembers = (tenantId: string): Promise<number> =>
  db.withTenant({ tenantId }, async (tenant) => (await tenant.selectFrom('member').select('userId').execute()).length)

describe('withTenant', () => {
  it('sees the rows of its tenant and of no other', async () => {
    const [mine, other] = [await insertOrganisation(owner), await insertOrganisation(owner)]
    await insertMember(owner, mine, 'owner')
    await insertMember(owner, other, 'owner')
    expect(await countMembers(mine.tenantId)).toBe(1)
  })

  it("writes into no other tenant's table", async () => {
    const [mine, other] = [await insertOrganisation(owner), await insertOrganisation(owner)]
    const write = db.withTenant({ tenantId: mine.tenantId }, (tenant) =>
      tenant
        .insertInto('member')
        .values({ tenantId: other.tenantId, userId: other.tenantId, role: 'owner', name: 'X', email: 'x@example.com' })
        .execute(),
    )
    await expect(write).rejects.toThrow('row-level security')
  })

  it('rolls back what a throwing work has done', async () => {
    const { tenantId } = await insertOrganisation(owner)
    const work = db.withTenant({ tenantId }, async (tenant) => {
      await tenant.updateTable('organisation').set({ name: 'Changed' }).execute()
      throw new Error('no')
    })
    await expect(work).rejects.toThrow('no')
    const { rows } = await owner.query('select name from organisation where tenant_id = $1', [tenantId])
    expect(rows[0].name).not.toBe('Changed')
  })

  it.each(["'; drop table plan; --", '', 'A0000000-0000-4000-8000-000000000000'])(
    'takes nothing but a uuid (%s)',
    async (tenantId) => expect(db.withTenant({ tenantId }, async () => 1)).rejects.toThrow('uuid'),
  )

  it('leaves nothing of its scope on the connection, whatever happened in between', async () => {
    const organisations = await Promise.all(Array.from({ length: 4 }, () => insertOrganisation(owner)))
    for (const organisation of organisations) await insertMember(owner, organisation, 'owner')
    const attempts = Array.from({ length: 400 }, (_, index) => {
      const tenantId = organisations[index % organisations.length]?.tenantId ?? ''
      return db.withTenant({ tenantId }, async (tenant) => {
        const rows = await tenant.selectFrom('member').select('tenantId').execute()
        if (index % 7 === 0) throw new Error('an error of the application')
        if (index % 11 === 0) await tenant.executeQuery(CompiledQuery.raw('select 1/0'))
        return rows.every((row) => row.tenantId === tenantId) && rows.length === 1
      })
    })
    const results = await Promise.allSettled(attempts)
    expect(results.filter((result) => result.status === 'fulfilled' && !result.value)).toEqual([])
    const outside = await db.readUser('00000000-0000-4000-8000-000000000000', (tenant) =>
      tenant.selectFrom('member').select('tenantId').execute(),
    )
    expect(outside).toEqual([])
  })
})

describe('reading', () => {
  const organisations = () => Promise.all(Array.from({ length: 4 }, () => insertOrganisation(owner)))
  const linkOf = ({ tenantId }: { tenantId: string }) => ({ tenantId, planId: tenantId, participantId: tenantId })
  const scopeOf = (link: TenantDb) =>
    sql<{ tenant: string; asker: string | null }>`
      select scope_tenant()::text as tenant, encode(scope_asker(), 'hex') as asker`
      .execute(link)
      .then(({ rows }) => rows[0])

  it('writes nothing', async () => {
    const { tenantId } = await insertOrganisation(owner)
    const write = db.readLink(linkOf({ tenantId }), (link) =>
      link
        .insertInto('planEvent')
        .values({ tenantId, planId: tenantId, kind: 'opened', actorKind: 'system' })
        .execute(),
    )
    await expect(write).rejects.toThrow('read-only transaction')
  })

  it('keeps its scope from one statement to the next, together or one after the other', async () => {
    const [mine] = await organisations()
    if (!mine) throw new Error('there is none')
    const askerHash = Buffer.alloc(32, 7)
    const seen = await db.readLink({ ...linkOf(mine), askerHash }, async (link) => [
      ...(await Promise.all([scopeOf(link), scopeOf(link)])),
      await scopeOf(link),
    ])
    expect(seen).toEqual(Array.from({ length: 3 }, () => ({ tenant: mine.tenantId, asker: askerHash.toString('hex') })))
  })

  it('leaves nothing of its scope on the connection, whatever happened in between', async () => {
    const tenants = await organisations()
    const attempts = Array.from({ length: 400 }, (_, index) => {
      const tenant = tenants[index % tenants.length] ?? { tenantId: '' }
      const work = async (scoped: TenantDb) => {
        const together = await Promise.all([
          scopeOf(scoped),
          index % 11 === 0 ? scoped.executeQuery(CompiledQuery.raw('select 1/0')) : undefined,
          scopeOf(scoped),
        ])
        if (index % 7 === 0) throw new Error('an error of the application')
        return [together[0], together[2], await scopeOf(scoped)].every((seen) => seen?.tenant === tenant.tenantId)
      }
      return index % 2 === 0 ? db.readLink(linkOf(tenant), work) : db.withTenant(tenant, work)
    })
    const results = await Promise.allSettled(attempts)
    expect(results.filter((result) => result.status === 'fulfilled' && !result.value)).toEqual([])
    expect(results.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(300)
    expect(await db.readUser('00000000-0000-4000-8000-000000000000', scopeOf)).toEqual({ tenant: null, asker: null })
  })

  it.each(['readLink', 'withLink'] as const)('takes nothing from a branch that outlives %s', async (name) => {
    const { tenantId } = await insertOrganisation(owner)
    const late = Promise.withResolvers<void>()
    let branch: Promise<unknown> = Promise.resolve()
    await db[name](linkOf({ tenantId }), async (link) => {
      branch = late.promise.then(() => link.selectFrom('organisation').select('tenantId').execute())
      branch.catch(() => undefined)
    })
    late.resolve()
    await expect(branch).rejects.toThrow('the transaction is over')
  })

  it('by a hash that no token has finds nothing and opens nothing', async () => {
    const seen = await db.readTokenHash(Buffer.alloc(32, 1), async (scoped) => {
      const counts = []
      for (const table of ['shareLink', 'invitation', 'plan', 'participant', 'planTask', 'member'] as const)
        counts.push((await scoped.selectFrom(table).select('tenantId').execute()).length)
      return { counts, scope: await scopeOf(scoped) }
    })
    expect(seen).toEqual({ counts: [0, 0, 0, 0, 0, 0], scope: { tenant: null, asker: null } })
  })
})

describe('withMember', () => {
  it('gives undefined for a stranger and for a slug that nobody has, alike', async () => {
    const { slug } = await insertOrganisation(owner)
    const person = { userId: '00000000-0000-4000-8000-000000000000' }
    for (const name of [slug, 'nobody', "x' or '1'='1", ''])
      expect(await db.withMember({ ...person, slug: name }, async (_, membership) => membership ?? null)).toBeNull()
  })

  it('reads as the same person in the same organisation', async () => {
    const organisation = await insertOrganisation(owner)
    const [hr, buddy] = [
      await insertMember(owner, organisation, 'hr'),
      await insertMember(owner, organisation, 'buddy'),
    ]
    const look = ({ userId }: { userId: string }, slug = organisation.slug) =>
      db.readMember({ userId, slug }, async (tenant, membership) => ({
        role: membership?.role,
        ...(
          await sql<
            Record<string, string | null>
          >`select scope_tenant() as tenant, scope_user() as "user", scope_buddy() as buddy`.execute(tenant)
        ).rows[0],
      }))
    const { tenantId: tenant } = organisation
    expect(await look(hr)).toEqual({ role: 'hr', tenant, user: hr.userId, buddy: null })
    expect(await look(buddy)).toEqual({ role: 'buddy', tenant, user: buddy.userId, buddy: buddy.userId })
    expect(await look(hr, "x' or '1'='1")).toEqual({ role: undefined, tenant: null, user: hr.userId, buddy: null })
  })

  it('sets the scope of the organisation that was asked for', async () => {
    const organisation = await insertOrganisation(owner)
    const { userId } = await insertMember(owner, organisation, 'hr')
    const seen = await db.withMember({ userId, slug: organisation.slug }, async (tenant, membership) => ({
      membership,
      organisations: (await tenant.selectFrom('organisation').select('tenantId').execute()).length,
    }))
    expect(seen).toEqual({
      membership: { tenantId: organisation.tenantId, userId, role: 'hr', kind: 'employer' },
      organisations: 1,
    })
  })
})

describe('a link holder', () => {
  it('reads neither members, mail, invitations nor the audit log, and deletes nothing of the plan', async () => {
    const { tenantId } = await insertOrganisation(owner)
    await insertMember(owner, { tenantId }, 'owner')
    const scope = { tenantId, planId: tenantId, participantId: tenantId }
    const rows = await db.withLink(scope, async (link) => {
      const counts = []
      for (const table of ['member', 'mail', 'invitation', 'auditEntry'] as const)
        counts.push((await link.selectFrom(table).select('tenantId').execute()).length)
      return counts
    })
    expect(rows).toEqual([0, 0, 0, 0])
    const changed = await db.withLink(scope, (link) =>
      link.updateTable('organisation').set({ name: 'Mine' }).executeTakeFirst(),
    )
    expect(changed.numUpdatedRows).toBe(0n)
  })
})
