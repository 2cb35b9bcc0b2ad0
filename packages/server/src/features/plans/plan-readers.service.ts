import { hasOwnPage } from '@kase/shared/plans/own-page.ts'
import type { Language } from '@kase/shared/locales.ts'
import type { TenantDb } from '../../db/scope.ts'
import type { Dependencies } from '../../infra/dependencies.ts'
import { listMunicipalities, offeredLanguages } from '../catalogue/catalogue.service.ts'
import { listParticipants, type ParticipantRow } from './participant.repository.ts'
import { getPlanRow, type PlanRow } from './plan.repository.ts'

/** Who reads a plan on paper, and in which languages they can. */
export interface PlanReaders {
  readonly plan: PlanRow
  /** Those who have a page of their own. */
  readonly people: readonly ParticipantRow[]
  /** Official languages of the municipality, its own first. */
  readonly officials: readonly string[]
  /** Languages that the content is offered in. */
  readonly offered: readonly Language[]
}

/** The readers of some plans, in the order asked for. @throws DomainError `not-found` when the scope lacks one of the plans */
export async function listPlanReaders(
  { versions }: Pick<Dependencies, 'versions'>,
  db: TenantDb,
  planIds: readonly string[],
): Promise<PlanReaders[]> {
  const people = await listParticipants(db, planIds)
  const municipalities = await listMunicipalities(db)
  const readers: PlanReaders[] = []
  for (const planId of new Set(planIds)) {
    const plan = await getPlanRow(db, planId)
    const known = await versions.get(
      db,
      plan.layers.map(({ versionId }) => versionId),
    )
    readers.push({
      plan,
      people: people.filter((person) => person.planId === planId && hasOwnPage(person)),
      // A plan whose municipality has gone is still listed: what cannot be made of it is found out when it is made.
      officials: municipalities.find(({ key }) => key === plan.facts.municipality)?.languages ?? ['fi', 'sv'],
      offered: offeredLanguages(known.values()),
    })
  }
  return readers
}
