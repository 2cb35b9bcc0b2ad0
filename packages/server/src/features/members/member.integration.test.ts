import { describe, expect, it } from 'vitest'
import { buildPerson, insertMember, insertOrganisation, openMember } from '../../../test/organisation.factory.ts'
import { refusal } from '../../../test/refusal.ts'
import { openTestService } from '../../../test/service.ts'

const service = await openTestService()
const { owner, callerFor } = service
const nobody = '00000000-0000-4000-8000-000000000000'

const rolesIn = async (tenantId: string): Promise<Record<string, string>> => {
  const { rows } = await owner.query<{ user_id: string; role: string }>(
    'select user_id, role from member where tenant_id = $1',
    [tenantId],
  )
  return Object.fromEntries(rows.map((row) => [row.user_id, row.role]))
}

describe('member.list', () => {
  it('lists the members of this organisation only', async () => {
    const { organisation, person, caller } = await openMember(service, 'hr')
    const other = await insertMember(owner, organisation, 'owner', buildPerson({ name: 'Bertta Malli' }))
    await openMember(service, 'owner')
    expect(await caller.member.list()).toMatchObject([
      { userId: person.userId, name: 'Aino Esimerkki', role: 'hr' },
      { userId: other.userId, name: 'Bertta Malli', role: 'owner', email: other.email },
    ])
  })

  it.each(['buddy', 'translator'] as const)('is not for a %s', async (role) => {
    const { caller } = await openMember(service, role)
    expect(await refusal(caller.member.list())).toEqual({ code: 'not-allowed' })
  })

  it('is not there for a member of another organisation', async () => {
    const { person } = await openMember(service, 'owner')
    const { slug } = await insertOrganisation(owner)
    expect(await refusal(callerFor({ person, slug }).member.list())).toEqual({ code: 'not-found' })
  })
})

describe('member.changeRole', () => {
  it('changes the role and tells the log', async () => {
    const { organisation, caller } = await openMember(service, 'owner')
    const { userId } = await insertMember(owner, organisation, 'buddy')
    await caller.member.changeRole({ userId, role: 'hr' })
    expect(await rolesIn(organisation.tenantId)).toMatchObject({ [userId]: 'hr' })
    const { entries } = await caller.audit.list({})
    expect(entries[0]).toMatchObject({ action: 'member.role-changed', subjectId: userId, detail: { to: 'hr' } })
  })

  it('keeps at least one owner', async () => {
    const { organisation, person, caller } = await openMember(service, 'owner')
    const { userId } = person
    expect(await refusal(caller.member.changeRole({ userId, role: 'hr' }))).toEqual({ code: 'last-owner' })
    const second = await insertMember(owner, organisation, 'owner')
    await caller.member.changeRole({ userId, role: 'hr' })
    expect(await rolesIn(organisation.tenantId)).toEqual({ [userId]: 'hr', [second.userId]: 'owner' })
  })

  it('keeps one owner when two step down at the same moment', async () => {
    const { organisation, person, caller } = await openMember(service, 'owner')
    const second = await insertMember(owner, organisation, 'owner')
    const other = callerFor({ person: second, slug: organisation.slug })
    const results = await Promise.allSettled([
      caller.member.changeRole({ userId: person.userId, role: 'hr' }),
      other.member.changeRole({ userId: second.userId, role: 'hr' }),
    ])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(Object.values(await rolesIn(organisation.tenantId)).sort()).toEqual(['hr', 'owner'])
  })

  it('keeps at least one admin of an advisor organisation', async () => {
    const { person, caller } = await openMember(service, 'admin')
    expect(await refusal(caller.member.changeRole({ userId: person.userId, role: 'editor' }))).toEqual({
      code: 'last-owner',
    })
  })

  it('gives no role of the other kind of organisation', async () => {
    const { organisation, caller } = await openMember(service, 'owner')
    const { userId } = await insertMember(owner, organisation, 'buddy')
    expect(await refusal(caller.member.changeRole({ userId, role: 'admin' }))).toEqual({ code: 'role-not-of-kind' })
  })

  it('does not reach a member of another organisation, and says what it says of nobody', async () => {
    const { caller } = await openMember(service, 'owner')
    const elsewhere = await openMember(service, 'hr')
    const { userId } = elsewhere.person
    expect(await refusal(caller.member.changeRole({ userId, role: 'buddy' }))).toEqual({ code: 'not-found' })
    expect(await refusal(caller.member.changeRole({ userId: nobody, role: 'buddy' }))).toEqual({ code: 'not-found' })
    expect(await rolesIn(elsewhere.organisation.tenantId)).toEqual({ [userId]: 'hr' })
  })

  it.each(['hr', 'buddy', 'editor', 'translator'] as const)('is not for a %s', async (role) => {
    const { person, caller } = await openMember(service, role)
    const given = { userId: person.userId, role }
    expect(await refusal(caller.member.changeRole(given))).toEqual({ code: 'not-allowed' })
  })
})

describe('member.remove', () => {
  it('ends the membership at once, and tells the log who it was', async () => {
    const { organisation, caller } = await openMember(service, 'owner')
    const person = await insertMember(owner, organisation, 'hr')
    const theirs = callerFor({ person, slug: organisation.slug })
    await theirs.organisation.get()
    await caller.member.remove({ userId: person.userId })
    expect(await refusal(theirs.organisation.get())).toEqual({ code: 'not-found' })
    const { entries } = await caller.audit.list({})
    expect(entries[0]).toMatchObject({ action: 'member.removed', detail: { name: person.name } })
  })

  it('keeps the last owner', async () => {
    const { person, caller } = await openMember(service, 'owner')
    expect(await refusal(caller.member.remove({ userId: person.userId }))).toEqual({ code: 'last-owner' })
  })

  it('does not reach a member of another organisation', async () => {
    const { caller } = await openMember(service, 'owner')
    const { person, organisation } = await openMember(service, 'hr')
    expect(await refusal(caller.member.remove({ userId: person.userId }))).toEqual({ code: 'not-found' })
    expect(await rolesIn(organisation.tenantId)).toEqual({ [person.userId]: 'hr' })
  })

  it.each(['hr', 'buddy', 'editor', 'translator'] as const)('is not for a %s', async (role) => {
    const { person, caller } = await openMember(service, role)
    expect(await refusal(caller.member.remove({ userId: person.userId }))).toEqual({ code: 'not-allowed' })
  })

  it('refuses what is no id', async () => {
    const { caller } = await openMember(service, 'owner')
    expect(await refusal(caller.member.remove({ userId: `' or true` }))).toMatchObject({ code: 'bad-input' })
  })
})
