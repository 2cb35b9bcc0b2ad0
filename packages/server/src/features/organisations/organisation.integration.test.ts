import { describe, expect, it } from 'vitest'
import {
  buildPerson,
  insertMember,
  insertMunicipality,
  insertOrganisation,
  openMember,
} from '../../../test/organisation.factory.ts'
import { refusal } from '../../../test/refusal.ts'
import { openTestService } from '../../../test/service.ts'

const service = await openTestService()
const { owner, callerFor } = service
const municipality = await insertMunicipality(owner)

describe('organisation.create', () => {
  it('founds an employer organisation with the person as its owner', async () => {
    const person = buildPerson()
    const organisation = await callerFor({ person }).organisation.create({ name: 'Kala ja Kota Oy', municipality })
    expect(organisation).toMatchObject({ kind: 'employer', slug: 'kala-ja-kota-oy', language: 'fi', municipality })
    const me = await callerFor({ person }).session.me()
    expect(me).toMatchObject({ person, organisations: [{ slug: 'kala-ja-kota-oy', role: 'owner' }] })
  })

  it('gives the second of one name a slug of its own', async () => {
    const slugs = []
    for (const person of [buildPerson(), buildPerson(), buildPerson()])
      slugs.push((await callerFor({ person }).organisation.create({ name: 'Närpes Växthus', municipality })).slug)
    expect(slugs).toEqual(['narpes-vaxthus', 'narpes-vaxthus-2', 'narpes-vaxthus-3'])
  })

  it('refuses a municipality that is in no region, and founds nothing', async () => {
    const person = buildPerson()
    const given = { name: 'Nowhere Ltd', municipality: 'atlantis' }
    expect(await refusal(callerFor({ person }).organisation.create(given))).toMatchObject({
      code: 'municipality-unknown',
    })
    expect(await callerFor({ person }).session.me()).toMatchObject({ organisations: [] })
  })

  it('is for the signed-in only', async () => {
    expect(await refusal(callerFor().organisation.create({ name: 'X', municipality }))).toEqual({ code: 'signed-out' })
  })

  it.each([
    ['HTML', '<img src=x onerror=alert(1)>', 'html'],
    ['ten thousand characters', 'x'.repeat(10_000), 'too-long'],
    ['a bidi control', 'Oy \u202eyO', 'hidden-characters'],
    ['a zero-width space', 'O\u200by', 'hidden-characters'],
    ['nothing', '   ', 'empty'],
  ])('refuses %s in the name', async (_, name, issue) => {
    const refused = await refusal(callerFor({ person: buildPerson() }).organisation.create({ name, municipality }))
    expect(refused).toMatchObject({ code: 'bad-input', fields: [{ path: 'name', issue }] })
  })
})

describe('organisation.get', () => {
  it.each(['owner', 'hr', 'buddy', 'admin', 'editor', 'translator'] as const)('shows it to every %s', async (role) => {
    const { organisation, caller } = await openMember(service, role)
    expect(await caller.organisation.get()).toMatchObject({ tenantId: organisation.tenantId, slug: organisation.slug })
  })

  it('is not there for a member of another one, nor where there is none', async () => {
    const { person } = await openMember(service, 'owner')
    const other = await insertOrganisation(owner)
    expect(await refusal(callerFor({ person, slug: other.slug }).organisation.get())).toEqual({ code: 'not-found' })
    expect(await refusal(callerFor({ person, slug: 'no-such' }).organisation.get())).toEqual({ code: 'not-found' })
    expect(await refusal(callerFor({ person, slug: `' or true --` }).organisation.get())).toEqual({ code: 'not-found' })
  })
})

describe('organisation.update', () => {
  it('changes the named fields, keeps the others, and tells the log', async () => {
    const { caller, organisation, person } = await openMember(service, 'owner')
    const changed = await caller.organisation.update({ brandColour: '#0B5563', contactName: 'Aino', municipality })
    expect(changed).toMatchObject({
      brandColour: '#0b5563',
      contactName: 'Aino',
      municipality,
      name: organisation.name,
    })
    expect(await caller.organisation.update({ contactName: null })).toMatchObject({ contactName: null, municipality })
    const { entries } = await caller.audit.list({})
    expect(entries).toMatchObject([
      { action: 'organisation.updated', actorName: person.name, detail: { fields: ['contactName'] } },
      { action: 'organisation.updated', subjectId: organisation.tenantId },
    ])
  })

  it.each(['hr', 'buddy', 'editor', 'translator'] as const)('is not for a %s', async (role) => {
    const { caller } = await openMember(service, role)
    expect(await refusal(caller.organisation.update({ name: 'New' }))).toEqual({ code: 'not-allowed' })
  })

  it('does not reach another organisation', async () => {
    const { person } = await openMember(service, 'owner')
    const other = await insertOrganisation(owner)
    const caller = callerFor({ person, slug: other.slug })
    expect(await refusal(caller.organisation.update({ name: 'Mine now' }))).toEqual({ code: 'not-found' })
    const { rows } = await owner.query('select name from organisation where tenant_id = $1', [other.tenantId])
    expect(rows).toEqual([{ name: other.name }])
  })

  it('refuses bad fields by name', async () => {
    const { caller } = await openMember(service, 'owner')
    const refused = await refusal(
      caller.organisation.update({
        brandColour: 'red; background: url(x)',
        contactEmail: 'nobody',
        contactPhone: 'call',
      }),
    )
    expect(refused).toMatchObject({
      code: 'bad-input',
      fields: [
        { path: 'brandColour', issue: 'colour' },
        { path: 'contactPhone', issue: 'phone' },
        { path: 'contactEmail', issue: 'email' },
      ],
    })
    expect(await refusal(caller.organisation.update({ municipality: 'atlantis' }))).toMatchObject({
      code: 'municipality-unknown',
    })
  })
})

describe('session.me', () => {
  it('is null for nobody', async () => {
    expect(await callerFor().session.me()).toBeNull()
  })

  it('lists every organisation of the person with the role in each, and no other', async () => {
    const person = buildPerson()
    const [a, b] = [await insertOrganisation(owner, { name: 'A' }), await insertOrganisation(owner, { name: 'B' })]
    await insertMember(owner, a, 'hr', person)
    await insertMember(owner, b, 'owner', person)
    await insertMember(owner, await insertOrganisation(owner), 'owner')
    const me = await callerFor({ person }).session.me()
    expect(me?.organisations.map(({ slug, role }) => ({ slug, role }))).toEqual([
      { slug: a.slug, role: 'hr' },
      { slug: b.slug, role: 'owner' },
    ])
  })
})
