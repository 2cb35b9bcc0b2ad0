import type { CivilDate } from '../calendar/civil-date.ts'
import { addDays } from '../calendar/civil-date.ts'
import type { PlanStatus } from './plan.schema.ts'

/** What the status of a plan is told from; tasks are those that the employer may see, left-out ones not among them. */
export interface StatusInput {
  readonly state: 'draft' | 'launched' | 'finished'
  readonly isOpened: boolean
  readonly tasks: readonly {
    readonly isDone: boolean
    readonly dueOn: CivilDate | null
    /** Whether a task that it requires is still open. */
    readonly isWaiting: boolean
  }[]
  readonly today: CivilDate
}

const riskDays = 7

/**
 * Where a plan stands. Overdue: an open task is past its date. At risk: an open task that is due within a week still waits
 * for another. The rest is on track once something is done; before that it is opened or only sent.
 */
export function planStatus({ state, isOpened, tasks, today }: StatusInput): PlanStatus {
  if (state === 'draft') return 'draft'
  if (state === 'finished') return 'ready'
  const open = tasks.filter((task) => !task.isDone)
  if (open.length === 0 && tasks.length > 0) return 'ready'
  if (open.some((task) => task.dueOn !== null && task.dueOn < today)) return 'overdue'
  const soon = addDays(today, riskDays)
  if (open.some((task) => task.isWaiting && task.dueOn !== null && task.dueOn <= soon)) return 'at-risk'
  if (tasks.some((task) => task.isDone)) return 'on-track'
  return isOpened ? 'opened' : 'sent'
}
