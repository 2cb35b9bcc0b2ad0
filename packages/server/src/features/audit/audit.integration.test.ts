import { describe, expect, it } from 'vitest'
import { insertOrganisation, openMember } from '../../../test/organisation.factory.ts'
import { refusal } from '../../../test/refusal.ts'
import { openTestService } from '../../../test/service.ts'

const service = await openTestService()
const { owner, callerFor } = service

describe('audit.list', () => {
  it('pages through the log without a gap or a repetition, newest first', async () => {
    const { caller } = await openMember(service, 'owner')
    for (let number = 1; number <= 7; number++) await caller.organisation.update({ contactName: `Name ${number}` })
    const ids: number[] = []
    let before: number | undefined
    do {
      const page = await caller.audit.list({ limit: 3, ...(before !== undefined && { before }) })
      ids.push(...page.entries.map(({ id }) => id))
      before = page.next ?? undefined
    } while (before !== undefined)
    expect(ids).toHaveLength(7)
    expect(ids).toEqual([...ids].sort((a, b) => b - a))
  })

  it('shows nothing of another organisation', async () => {
    const other = await openMember(service, 'owner')
    await other.caller.organisation.update({ contactName: 'Secret' })
    const { caller, person } = await openMember(service, 'admin')
    expect(await caller.audit.list({})).toEqual({ entries: [], next: null })
    const { slug } = await insertOrganisation(owner)
    expect(await refusal(callerFor({ person, slug }).audit.list({}))).toEqual({ code: 'not-found' })
  })

  it.each(['hr', 'buddy', 'editor', 'translator'] as const)('is not for a %s', async (role) => {
    const { caller } = await openMember(service, role)
    expect(await refusal(caller.audit.list({}))).toEqual({ code: 'not-allowed' })
  })

  it('cannot be changed or emptied by the application', async () => {
    const { caller, organisation, person } = await openMember(service, 'owner')
    await caller.organisation.update({ contactName: 'Somebody' })
    const scope = { tenantId: organisation.tenantId, userId: person.userId }
    await expect(service.database.withTenant(scope, (db) => db.deleteFrom('auditEntry').execute())).rejects.toThrow(
      'permission denied',
    )
    await expect(
      service.database.withTenant(scope, (db) => db.updateTable('auditEntry').set({ action: 'x' }).execute()),
    ).rejects.toThrow('permission denied')
  })
})
