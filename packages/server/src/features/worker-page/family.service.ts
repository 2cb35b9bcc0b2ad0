import { DomainError } from '@kase/shared/errors.ts'
import type { TenantDb } from '../../db/scope.ts'
import type { Dependencies } from '../../infra/dependencies.ts'
import { loadParticipantPlan, type ParticipantPlan } from '../plans/participant-plan.service.ts'

/** Somebody else of a plan as a reader may see them. */
export interface Other {
  readonly person: ParticipantPlan['participant']
  /** The plan of another adult, of which titles and dates are shown; a child's tasks stand in the reader's own plan. */
  readonly theirs: ParticipantPlan | undefined
}

/** The others of a plan whom a reader may see; a child has no view of others. */
export const othersOf = ({ people, participant }: ParticipantPlan): ParticipantPlan['people'] =>
  participant.role === 'child' ? [] : people.filter(({ id }) => id !== participant.id)

export async function loadOther(
  deps: Dependencies,
  db: TenantDb,
  { plan }: ParticipantPlan,
  person: ParticipantPlan['participant'],
): Promise<Other> {
  const isAdult = person.role !== 'child'
  return {
    person,
    theirs: isAdult ? await loadParticipantPlan(deps, db, { planId: plan.id, participantId: person.id }) : undefined,
  }
}

/** @throws DomainError `not-found` for a place in the plan where the reader may see nobody */
export function getOther(plan: ParticipantPlan, position: string): ParticipantPlan['participant'] {
  const person = othersOf(plan).find((each) => String(each.position) === position)
  if (!person) throw new DomainError('not-found')
  return person
}

export async function loadOthers(deps: Dependencies, db: TenantDb, plan: ParticipantPlan): Promise<Other[]> {
  const others: Other[] = []
  for (const person of othersOf(plan)) others.push(await loadOther(deps, db, plan, person))
  return others
}
