import { randomBytes, randomUUID } from 'node:crypto'
import type { OrganisationKind, Role } from '@kase/shared/identity/role.policy.ts'
import type { StaffLanguage } from '@kase/shared/locales.ts'
import type { Pool } from 'pg'
import type { Person } from '../src/trpc/context.ts'
import type { Caller, TestService } from './service.ts'

/** Organisations, their members, and municipalities to found one in. All rows are written as the owner of the database. */

export interface TestOrganisation {
  readonly tenantId: string
  readonly kind: OrganisationKind
  readonly slug: string
  readonly name: string
  readonly language: StaffLanguage
}

function buildOrganisation(given: Partial<TestOrganisation> = {}): TestOrganisation {
  const suffix = randomBytes(4).toString('hex')
  return {
    tenantId: randomUUID(),
    kind: 'employer',
    slug: `log-houses-${suffix}`,
    name: `Log Houses ${suffix}`,
    language: 'en',
    ...given,
  }
}

export async function insertOrganisation(
  owner: Pool,
  given: Partial<TestOrganisation> = {},
): Promise<TestOrganisation> {
  const organisation = buildOrganisation(given)
  const { tenantId, kind, slug, name, language } = organisation
  await owner.query('insert into organisation (tenant_id, kind, slug, name, language) values ($1, $2, $3, $4, $5)', [
    tenantId,
    kind,
    slug,
    name,
    language,
  ])
  return organisation
}

export function buildPerson(given: Partial<Person> = {}): Person {
  const userId = randomUUID()
  return { userId, name: 'Aino Esimerkki', email: `aino.${userId.slice(0, 8)}@example.com`, ...given }
}

/** Makes a person a member; without a person, a new one. */
export async function insertMember(
  owner: Pool,
  { tenantId }: Pick<TestOrganisation, 'tenantId'>,
  role: Role,
  person = buildPerson(),
): Promise<Person> {
  await owner.query('insert into member (tenant_id, user_id, role, name, email) values ($1, $2, $3, $4, $5)', [
    tenantId,
    person.userId,
    role,
    person.name,
    person.email,
  ])
  return person
}

export interface TestMember {
  readonly organisation: TestOrganisation
  readonly person: Person
  readonly caller: Caller
}

/** A member with this role, in a new organisation of the role's kind unless one is given, and a caller as that member. */
export async function openMember(
  { owner, callerFor }: TestService,
  role: Role,
  given?: TestOrganisation,
): Promise<TestMember> {
  const kind = role === 'owner' || role === 'hr' || role === 'buddy' ? 'employer' : 'advisor'
  const organisation = given ?? (await insertOrganisation(owner, { kind }))
  const person = await insertMember(owner, organisation, role)
  return { organisation, person, caller: callerFor({ person, slug: organisation.slug }) }
}

/** A municipality in a region of a new advisor organisation; its key. */
export async function insertMunicipality(owner: Pool): Promise<string> {
  const { tenantId } = await insertOrganisation(owner, { kind: 'advisor' })
  const key = `kunta-${randomBytes(4).toString('hex')}`
  await owner.query(`insert into region (tenant_id, key, name) values ($1, 'region', '{"fi": "Seutu"}')`, [tenantId])
  await owner.query(
    `insert into municipality (tenant_id, key, region_key, name, languages, url, position)
     values ($1, $2, 'region', '{"fi": "Kunta"}', '{fi,sv}', 'https://example.com', 0)`,
    [tenantId, key],
  )
  return key
}
