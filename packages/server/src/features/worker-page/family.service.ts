import { DomainError } from '@kase/shared/errors.ts'
import { forParticipant, type ParticipantPlan } from '../plans/participant-plan.service.ts'

/** Somebody else of a plan as a reader may see them. */
export interface Other {
  readonly person: ParticipantPlan['participant']
  /** The plan of another adult, of which titles and dates are shown; a child's tasks stand in the reader's own plan. */
  readonly theirs: ParticipantPlan | undefined
}

/** The others of a plan whom a reader may see; a child has no view of others. */
export const othersOf = ({ people, participant }: ParticipantPlan): ParticipantPlan['people'] =>
  participant.role === 'child' ? [] : people.filter(({ id }) => id !== participant.id)

export const seeOther = (plan: ParticipantPlan, person: ParticipantPlan['participant']): Other => ({
  person,
  theirs: person.role === 'child' ? undefined : forParticipant(plan, person.id),
})

/** @throws DomainError `not-found` for a place in the plan where the reader may see nobody */
export function getOther(plan: ParticipantPlan, position: string): Other {
  const person = othersOf(plan).find((each) => String(each.position) === position)
  if (!person) throw new DomainError('not-found')
  return seeOther(plan, person)
}
