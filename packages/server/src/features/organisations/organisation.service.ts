import { randomBytes, randomUUID } from 'node:crypto'
import { DomainError } from '@kase/shared/errors.ts'
import type { CreateOrganisation, UpdateOrganisation } from '@kase/shared/identity/organisation.schema.ts'
import type { Actor, Person } from '../../trpc/context.ts'
import type { TenantDb } from '../../db/scope.ts'
import type { Dependencies } from '../../infra/dependencies.ts'
import { recordAudit } from '../audit/audit.service.ts'
import { getMunicipality } from '../catalogue/catalogue.service.ts'
import { addMember } from '../members/member.service.ts'
import { slugCandidates } from './organisation-slug.ts'
import * as repository from './organisation.repository.ts'

export type Organisation = repository.OrganisationRow

/**
 * Founds an employer organisation; the person becomes its owner. Its slug is made from the name, with a suffix when another
 * organisation has it.
 *
 * @throws DomainError `municipality-unknown`
 */
export function foundOrganisation(
  { db }: Pick<Dependencies, 'db'>,
  person: Person,
  input: CreateOrganisation,
): Promise<Organisation> {
  // The tenant's id is made here, so that its first rows are written in its own scope.
  const tenantId = randomUUID()
  return db.withTenant({ tenantId, userId: person.userId }, async (tenant) => {
    const { municipality, name, language, sector } = input
    await getMunicipality(tenant, municipality)
    await insertWithFreeSlug(tenant, {
      tenantId,
      kind: 'employer' as const,
      name,
      language,
      municipalityKey: municipality,
      sector: sector ?? null,
    })
    await addMember(tenant, { tenantId, person, role: 'owner' })
    await recordAudit(tenant, { tenantId, userId: person.userId }, 'organisation.founded', tenantId)
    return repository.getOrganisation(tenant, tenantId)
  })
}

type WithoutSlug = Omit<Parameters<typeof repository.insertOrganisation>[1], 'slug'> & { readonly name: string }

async function insertWithFreeSlug(db: TenantDb, organisation: WithoutSlug): Promise<void> {
  for (const slug of slugCandidates(organisation.name, randomBytes(4).toString('hex')))
    if (await repository.insertOrganisation(db, { ...organisation, slug })) return
  throw new DomainError('slug-taken')
}

export const getOrganisation = (db: TenantDb, { tenantId }: { readonly tenantId: string }): Promise<Organisation> =>
  repository.getOrganisation(db, tenantId)

/**
 * Changes the named fields. The slug stays: addresses that people have kept go on working.
 *
 * @throws DomainError `municipality-unknown`
 */
export async function updateOrganisation(
  db: TenantDb,
  actor: Actor,
  { municipality, ...fields }: UpdateOrganisation,
): Promise<Organisation> {
  if (municipality !== undefined) await getMunicipality(db, municipality)
  const given = { ...fields, ...(municipality !== undefined && { municipalityKey: municipality }) }
  const changes = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
  const names = Object.keys(changes)
  if (names.length > 0) {
    await repository.updateOrganisation(db, actor.tenantId, changes)
    await recordAudit(db, actor, 'organisation.updated', actor.tenantId, { fields: names })
  }
  return repository.getOrganisation(db, actor.tenantId)
}

/** The organisations that a person is a member of, with their role in each. */
export const listJoinedOrganisations = ({ db }: Pick<Dependencies, 'db'>, person: Person) =>
  db.readUser(person.userId, (own) => repository.listJoined(own, person.userId))

/** Makes sure that the advisor organisation exists in whose name content is published. In its own scope. */
export async function ensurePublisher(
  db: TenantDb,
  { tenantId, slug, name }: { readonly tenantId: string; readonly slug: string; readonly name: string },
): Promise<void> {
  if (await repository.findOrganisation(db, tenantId)) return
  await repository.insertOrganisation(db, { tenantId, kind: 'advisor', slug, name, language: 'fi' })
}
