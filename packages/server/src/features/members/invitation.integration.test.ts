import { describe, expect, it } from 'vitest'
import { buildPerson, insertOrganisation, openMember, type TestMember } from '../../../test/organisation.factory.ts'
import { takeMail, tokenIn } from '../../../test/outbox.ts'
import { refusal } from '../../../test/refusal.ts'
import { openTestService } from '../../../test/service.ts'

const service = await openTestService()
const { owner, callerFor, clock } = service
const day = 86_400_000
const unknownToken = 'AAAAAAAAAAAAAAAAAAAAAA'

/** Invites a new address; the id of the invitation and the token that its mail carries. */
async function inviteSomebody({ caller }: TestMember, role: 'hr' | 'buddy' = 'hr') {
  const person = buildPerson()
  const { id } = await caller.invitation.create({ email: person.email, role })
  const [mail] = await takeMail(service, person.email)
  return { person, id, mail, token: tokenIn(mail) }
}

describe('invitation.create', () => {
  it('writes a row, a mail with the link and an entry of the log', async () => {
    const member = await openMember(service, 'owner')
    const { person, mail, token, id } = await inviteSomebody(member)
    expect(mail).toMatchObject({
      to: person.email,
      subject: `${member.organisation.name} invites you to KASE Welcome`,
    })
    expect(mail?.text).toContain(`http://localhost:3000/invitation/${token}`)
    expect(await member.caller.invitation.list()).toMatchObject([
      { id, email: person.email, role: 'hr', inviterName: member.person.name, isExpired: false },
    ])
    const { entries } = await member.caller.audit.list({})
    expect(entries[0]).toMatchObject({ action: 'invitation.created', subjectId: id })
  })

  it('keeps the token out of the database', async () => {
    const { token, id } = await inviteSomebody(await openMember(service, 'owner'))
    const { rows } = await owner.query<{ row: string }>(
      `select i::text as row from invitation i where id = $1
       union all select m::text from mail m union all select a::text from audit_entry a`,
      [id],
    )
    expect(rows.some(({ row }) => row.includes(token))).toBe(false)
    const { rows: sent } = await owner.query(`select secret from mail where state = 'sent'`)
    expect(sent.every(({ secret }) => secret === null)).toBe(true)
  })

  it('replaces an open invitation to the same address', async () => {
    const member = await openMember(service, 'owner')
    const first = await inviteSomebody(member)
    const { id } = await member.caller.invitation.create({ email: first.person.email.toUpperCase(), role: 'buddy' })
    expect(await member.caller.invitation.list()).toMatchObject([{ id, role: 'buddy' }])
    expect(await refusal(callerFor().invitation.preview({ token: first.token }))).toEqual({
      code: 'invitation-invalid',
    })
  })

  it('refuses a member, a role of the other kind and a bad address', async () => {
    const { caller, person } = await openMember(service, 'owner')
    const invite = (email: string, role: 'hr' | 'admin') => refusal(caller.invitation.create({ email, role }))
    expect(await invite(person.email, 'hr')).toEqual({ code: 'already-member' })
    expect(await invite('new@example.com', 'admin')).toEqual({ code: 'role-not-of-kind' })
    expect(await invite('a@example.com\nBcc: b@example.com', 'hr')).toMatchObject({ code: 'bad-input' })
    expect(await invite('<b>@example.com', 'hr')).toMatchObject({ code: 'bad-input' })
    expect(await caller.invitation.list()).toEqual([])
  })

  it.each(['hr', 'buddy', 'editor', 'translator'] as const)('is not for a %s', async (role) => {
    const { caller } = await openMember(service, role)
    const given = { email: 'new@example.com', role }
    expect(await refusal(caller.invitation.create(given))).toEqual({ code: 'not-allowed' })
  })

  it('does not reach another organisation', async () => {
    const { person } = await openMember(service, 'owner')
    const { slug } = await insertOrganisation(owner)
    const given = { email: 'new@example.com', role: 'hr' } as const
    expect(await refusal(callerFor({ person, slug }).invitation.create(given))).toEqual({ code: 'not-found' })
  })
})

describe('invitation.list', () => {
  it.each(['buddy', 'translator'] as const)('is not for a %s', async (role) => {
    const { caller } = await openMember(service, role)
    expect(await refusal(caller.invitation.list())).toEqual({ code: 'not-allowed' })
  })

  it('shows none of another organisation', async () => {
    await inviteSomebody(await openMember(service, 'owner'))
    const { caller, person } = await openMember(service, 'owner')
    expect(await caller.invitation.list()).toEqual([])
    const { slug } = await insertOrganisation(owner)
    expect(await refusal(callerFor({ person, slug }).invitation.list())).toEqual({ code: 'not-found' })
  })
})

describe('invitation.resend', () => {
  it('sends a new link, which replaces the old one, with a new life', async () => {
    const member = await openMember(service, 'owner')
    const { id, person, token } = await inviteSomebody(member)
    clock.now = new Date(clock.now.getTime() + 15 * day)
    expect(await member.caller.invitation.list()).toMatchObject([{ isExpired: true }])
    await member.caller.invitation.resend({ id })
    const [mail] = await takeMail(service, person.email)
    expect(await refusal(callerFor().invitation.preview({ token }))).toEqual({ code: 'invitation-invalid' })
    expect(await callerFor().invitation.preview({ token: tokenIn(mail) })).toMatchObject({ role: 'hr' })
  })

  it.each(['hr', 'editor'] as const)('is not for a %s', async (role) => {
    const { caller } = await openMember(service, role)
    const { id } = await inviteSomebody(await openMember(service, 'owner'))
    expect(await refusal(caller.invitation.resend({ id }))).toEqual({ code: 'not-allowed' })
  })

  it('does not reach an invitation of another organisation', async () => {
    const { id, person, token } = await inviteSomebody(await openMember(service, 'owner'))
    const { caller } = await openMember(service, 'owner')
    expect(await refusal(caller.invitation.resend({ id }))).toEqual({ code: 'not-found' })
    expect(await takeMail(service, person.email)).toEqual([])
    expect(await callerFor().invitation.preview({ token })).toMatchObject({ role: 'hr' })
  })
})

describe('invitation.revoke', () => {
  it('makes the link worthless, once', async () => {
    const { caller, ...member } = await openMember(service, 'owner')
    const { id, token, person } = await inviteSomebody({ caller, ...member })
    await caller.invitation.revoke({ id })
    expect(await caller.invitation.list()).toEqual([])
    expect(await refusal(callerFor({ person }).invitation.accept({ token }))).toEqual({ code: 'invitation-invalid' })
    expect(await refusal(caller.invitation.revoke({ id }))).toEqual({ code: 'not-found' })
  })

  it('is neither for another role nor for another organisation', async () => {
    const { id, token } = await inviteSomebody(await openMember(service, 'owner'))
    const [hr, stranger] = [await openMember(service, 'hr'), await openMember(service, 'owner')]
    expect(await refusal(hr.caller.invitation.revoke({ id }))).toEqual({ code: 'not-allowed' })
    expect(await refusal(stranger.caller.invitation.revoke({ id }))).toEqual({ code: 'not-found' })
    expect(await callerFor().invitation.preview({ token })).toMatchObject({ role: 'hr' })
  })
})

describe('invitation.preview', () => {
  it('says what is offered, to anybody who has the link, and the address only in part', async () => {
    const member = await openMember(service, 'owner')
    const { token } = await inviteSomebody(member, 'buddy')
    expect(await callerFor().invitation.preview({ token })).toEqual({
      organisationName: member.organisation.name,
      organisationKind: 'employer',
      language: 'en',
      maskedEmail: 'a…@example.com',
      role: 'buddy',
    })
  })

  it.each([unknownToken, '', 'short', `'; drop table mail; --`, '😀'.repeat(40)])(
    'says the same of %j',
    async (token) => {
      expect(await refusal(callerFor().invitation.preview({ token }))).toEqual({ code: 'invitation-invalid' })
    },
  )
})

describe('invitation.accept', () => {
  it('makes the person a member with the role, once', async () => {
    const member = await openMember(service, 'owner')
    const { person, token } = await inviteSomebody(member)
    expect(await callerFor({ person }).invitation.accept({ token })).toEqual({ slug: member.organisation.slug })
    expect(await callerFor({ person }).session.me()).toMatchObject({
      organisations: [{ slug: member.organisation.slug, role: 'hr' }],
    })
    expect(await refusal(callerFor({ person }).invitation.accept({ token }))).toEqual({ code: 'invitation-invalid' })
    expect(await member.caller.invitation.list()).toEqual([])
  })

  it('happens once when it is asked twice at the same moment', async () => {
    const { person, token } = await inviteSomebody(await openMember(service, 'owner'))
    const caller = callerFor({ person })
    const results = await Promise.allSettled([caller.invitation.accept({ token }), caller.invitation.accept({ token })])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('is for the invited address only, whatever its case', async () => {
    const { token, person } = await inviteSomebody(await openMember(service, 'owner'))
    const accept = (email: string) => callerFor({ person: { ...person, email } }).invitation.accept({ token })
    expect(await refusal(accept('other@example.com'))).toEqual({ code: 'invitation-other-address' })
    expect(await accept(person.email.toUpperCase())).toHaveProperty('slug')
  })

  it('is refused after 14 days', async () => {
    const { person, token } = await inviteSomebody(await openMember(service, 'owner'))
    clock.now = new Date(clock.now.getTime() + 14 * day)
    expect(await refusal(callerFor({ person }).invitation.accept({ token }))).toEqual({ code: 'invitation-invalid' })
  })

  it('is for the signed-in only', async () => {
    expect(await refusal(callerFor().invitation.accept({ token: unknownToken }))).toEqual({ code: 'signed-out' })
  })
})
