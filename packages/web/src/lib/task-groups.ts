import type { Outputs } from './trpc.ts'

type Task = Outputs['plan']['get']['tasks'][number]
type Participant = Outputs['plan']['get']['participants'][number]

export interface TaskGroup {
  readonly phase: Task['phase']
  readonly tasks: readonly Task[]
  /** First and last day of the dated tasks. */
  readonly from: string | undefined
  readonly to: string | undefined
}

/** The order in which phases are read. */
const order = [
  'before-arrival',
  'first-week',
  'first-weeks',
  'family',
  'later',
  'permit-end',
  'waiting',
  'any-time',
] as const satisfies readonly Task['phase'][]

/** Tasks by phase, phases without tasks left out; the order of the tasks stays. */
export function groupByPhase(tasks: readonly Task[]): TaskGroup[] {
  return order.flatMap((phase) => {
    const inPhase = tasks.filter((task) => task.phase === phase)
    if (inPhase.length === 0) return []
    const days = inPhase.flatMap((task) => task.dueOn ?? []).toSorted()
    return [{ phase, tasks: inPhase, from: days[0], to: days.at(-1) }]
  })
}

/** Whose tasks a list shows: everybody's, one participant's (by id) or the employer's side: `everyone`, an id, `employer`. */
export type Whose = string

const employerSide: readonly Task['assignee'][] = ['hr', 'buddy', 'village']

export function isOf(task: Task, whose: Whose, participants: readonly Participant[]): boolean {
  if (whose === 'everyone') return true
  if (whose === 'employer') return employerSide.includes(task.assignee)
  return participants.find(({ id }) => id === whose)?.role === task.assignee
}

/** Participants who have tasks of their own in the list, one for each role: two children share theirs. */
export const ownersAmong = (tasks: readonly Task[], participants: readonly Participant[]): Participant[] =>
  participants.filter(
    (person, index) =>
      tasks.some((task) => task.assignee === person.role) &&
      participants.findIndex(({ role }) => role === person.role) === index,
  )
