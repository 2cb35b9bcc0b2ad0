import { describe, expect, it } from 'vitest'
import { openPlan } from '../../../test/plan.factory.ts'
import { refusal } from '../../../test/refusal.ts'
import { openTestService } from '../../../test/service.ts'
import { openToken, recordOpening } from './share-link.service.ts'

const service = await openTestService()
const { deps, owner, clock } = service

const tokenOf = (url: string | null | undefined): string => url?.split('/').at(-1) ?? ''

describe('a share link', () => {
  it('carries 128 bits, is found by its hash, and stands nowhere in the database', async () => {
    const { caller, planId, participants, organisation } = await openPlan(service)
    const [link] = (await caller.shareLink.list({ planId })).filter(
      (each) => each.participantId === participants.worker,
    )
    const token = tokenOf(link?.url)
    expect(token).toMatch(/^[A-Za-z0-9_-]{22}$/)
    expect(await openToken(deps, token)).toMatchObject({
      kind: 'open',
      scope: { tenantId: organisation.tenantId, planId, participantId: participants.worker },
    })
    const { rows } = await owner.query('select s::text as row from share_link s where plan_id = $1', [planId])
    expect(JSON.stringify(rows)).not.toContain(token)
    expect(JSON.stringify(rows)).not.toContain(Buffer.from(token).toString('hex'))
  })

  it('lives until 90 days after the last date of the plan, and then says that it has expired', async () => {
    const { caller, planId, participants } = await openPlan(service)
    const [link] = (await caller.shareLink.list({ planId })).filter(
      (each) => each.participantId === participants.worker,
    )
    expect(link?.expiresAt).toBe('2027-06-13T22:00:00.000Z')
    clock.now = new Date('2027-06-14T00:00:00Z')
    expect(await openToken(deps, tokenOf(link?.url))).toMatchObject({ kind: 'expired' })
    expect((await caller.shareLink.list({ planId })).map((each) => [each.state, each.url])).toEqual([
      ['expired', null],
      ['expired', null],
    ])
  })

  it.each(['', 'x', '../../etc/passwd', 'A'.repeat(22), 'A'.repeat(10_000), '%00', "' or 1=1 --"])(
    'malformed or guessed (%s) opens nothing',
    async (token) => expect(await openToken(deps, token)).toBeUndefined(),
  )

  it('is opened apart from being looked at', async () => {
    const { caller, planId, participants } = await openPlan(service)
    const find = async () =>
      (await caller.shareLink.list({ planId })).find((each) => each.participantId === participants.worker)
    const opened = await openToken(deps, tokenOf((await find())?.url))
    expect((await find())?.firstOpenedAt).toBeNull()
    if (opened?.kind !== 'open') throw new Error('the link works')
    await deps.db.withLink(opened.scope, (db) => recordOpening(db, opened, clock.now))
    await deps.db.withLink(opened.scope, (db) => recordOpening(db, opened, new Date('2027-02-02T08:00:00Z')))
    expect(await find()).toMatchObject({
      firstOpenedAt: '2027-02-01T08:00:00.000Z',
      lastOpenedAt: '2027-02-02T08:00:00.000Z',
    })
  })
})

describe('shareLink.create', () => {
  it('replaces the link that stood before: the old one opens nothing', async () => {
    const { caller, planId, participants } = await openPlan(service)
    const [before] = (await caller.shareLink.list({ planId })).filter(
      (each) => each.participantId === participants.worker,
    )
    await caller.shareLink.create({ planId, participantId: participants.worker, label: 'New phone' })
    expect(await openToken(deps, tokenOf(before?.url))).toBeUndefined()
    const after = (await caller.shareLink.list({ planId })).filter((each) => each.participantId === participants.worker)
    expect(after.map((each) => [each.label, each.state])).toEqual([
      ['New phone', 'in-use'],
      ['', 'revoked'],
    ])
  })

  it('is not for a small child', async () => {
    const { caller, planId, participants } = await openPlan(service)
    expect(await refusal(caller.shareLink.create({ planId, participantId: participants.child }))).toEqual({
      code: 'participant-has-no-link',
    })
  })
})

describe('shareLink.revoke and send', () => {
  it('a revoked link opens nothing, and cannot be sent', async () => {
    const { caller, planId, participants } = await openPlan(service)
    const link = (await caller.shareLink.list({ planId })).find((each) => each.participantId === participants.worker)
    await caller.shareLink.revoke({ planId, linkId: link?.id ?? '' })
    expect(await openToken(deps, tokenOf(link?.url))).toBeUndefined()
    expect(await refusal(caller.shareLink.send({ planId, participantId: participants.worker }))).toEqual({
      code: 'link-revoked',
    })
  })

  it('remembers the address it was sent to', async () => {
    const { caller, planId, participants } = await openPlan(service)
    expect(await refusal(caller.shareLink.send({ planId, participantId: participants.partner }))).toEqual({
      code: 'address-missing',
    })
    await caller.shareLink.send({ planId, participantId: participants.partner, to: 'Jose@Example.com' })
    const { participants: people } = await caller.plan.get({ planId, language: 'en' })
    expect(people.find((person) => person.role === 'partner')?.email).toBe('jose@example.com')
  })
})
