import { addDays, type CivilDate } from '../calendar/civil-date.ts'
import type { Anchor } from '../facts/facts.schema.ts'

/** The phases that a plan is read in. A task stands in the phase of its date; without a date it stands last. */

export const phases = [
  'before-arrival',
  'first-week',
  'first-weeks',
  'family',
  'later',
  'permit-end',
  'waiting',
  'any-time',
] as const
export type Phase = (typeof phases)[number]

interface PhasedTask {
  readonly dueOn: CivilDate | undefined
  /** The anchor of the task's due rule, if it has one. */
  readonly anchor: Anchor | undefined
}

const firstWeekDays = 7
const firstWeeksDays = 42

/**
 * The phase of a task, given the known dates of the plan; the arrival counts, or the first day where no arrival is known. What
 * hangs on the family's arrival has a phase of its own only when they come after the worker.
 */
export function phaseOf({ dueOn, anchor }: PhasedTask, dates: Partial<Record<Anchor, CivilDate | undefined>>): Phase {
  if (dueOn === undefined) return anchor === undefined ? 'any-time' : 'waiting'
  if (anchor === 'permit-end') return 'permit-end'
  const start = dates.arrival ?? dates['first-day']
  if (start !== undefined && dueOn < start) return 'before-arrival'
  const family = dates['family-arrival']
  if (anchor === 'family-arrival' && family !== undefined && (start === undefined || family > start)) return 'family'
  if (start === undefined) return 'later'
  if (dueOn < addDays(start, firstWeekDays)) return 'first-week'
  return dueOn < addDays(start, firstWeeksDays) ? 'first-weeks' : 'later'
}
