import { CompiledQuery } from 'kysely'
import { describe, expect, it } from 'vitest'
import { insertMember, insertOrganisation } from '../../test/organisation.factory.ts'
import { openTestService } from '../../test/service.ts'

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

describe('withMember', () => {
  it('gives undefined for a stranger and for a slug that nobody has, alike', async () => {
    const { slug } = await insertOrganisation(owner)
    const person = { userId: '00000000-0000-4000-8000-000000000000' }
    for (const name of [slug, 'nobody', "x' or '1'='1", ''])
      expect(await db.withMember({ ...person, slug: name }, async (_, membership) => membership ?? null)).toBeNull()
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
