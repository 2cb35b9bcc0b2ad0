import { phases, type Phase } from '@kase/shared/plans/phase.ts'
import type { Language } from '@kase/shared/locales.ts'
import {
  titleOf,
  type ParticipantPlan,
  type ParticipantTask,
  type TaskTitle,
} from '../plans/participant-plan.service.ts'

/** What the home page shows of a plan, told apart from how it looks. Pure. */

export interface ListedTask {
  readonly task: ParticipantTask
  readonly words: TaskTitle
  /** Titles of open tasks that must be done first, with the language each is in. */
  readonly firstDo: readonly { readonly title: string; readonly language: Language }[]
  readonly isLate: boolean
}

export interface HomeView {
  readonly next: readonly ListedTask[]
  /** What the reader has said is not for them: neither counted nor due. */
  readonly aside: readonly ListedTask[]
  readonly phases: readonly {
    readonly phase: Phase
    readonly tasks: readonly ListedTask[]
    readonly done: number
    readonly isOpen: boolean
  }[]
  readonly done: number
  readonly total: number
  readonly hasMachine: boolean
  /** Languages that stand in for the reader's in some titles. */
  readonly fallbacks: readonly Language[]
}

const nextCount = 3

export function homeView(
  plan: ParticipantPlan,
  reader: Language,
  declined: ReadonlyMap<string, unknown> = new Map(),
): HomeView {
  const all = plan.tasks.map((task) => listTask(plan, task, reader))
  const listed = all.filter(({ task }) => !declined.has(task.id))
  const open = listed.filter(({ task }) => task.doneAt === null)
  const next = [...open.filter(isReady), ...open.filter((each) => !isReady(each))].slice(0, nextCount)
  // A finished plan shows how it ended.
  const current = next[0]?.task.phase ?? listed.at(-1)?.task.phase
  return {
    next,
    aside: all.filter(({ task }) => declined.has(task.id)),
    phases: phases.flatMap((phase) => {
      const tasks = listed.filter(({ task }) => task.phase === phase)
      if (tasks.length === 0) return []
      const done = tasks.filter(({ task }) => task.doneAt !== null).length
      return [{ phase, tasks, done, isOpen: phase === current }]
    }),
    done: listed.length - open.length,
    total: listed.length,
    hasMachine: listed.some(({ words }) => words.isMachine),
    fallbacks: [...new Set(listed.flatMap(({ words }) => (words.isFallback ? [words.language] : [])))],
  }
}

/** What can be done now: nothing else must be done first, and its day is known. */
const isReady = ({ task }: ListedTask): boolean =>
  task.waitsFor.length === 0 && task.waitsForOthers.length === 0 && task.waitsForDate === null && task.dueOn !== null

export function listTask(plan: ParticipantPlan, task: ParticipantTask, reader: Language): ListedTask {
  return {
    task,
    words: titleOf(plan, task, reader),
    firstDo: task.waitsFor.flatMap((number) => {
      const required = plan.tasks[number - 1]
      if (!required) return []
      const { title, language } = titleOf(plan, required, reader)
      return [{ title, language }]
    }),
    isLate: task.doneAt === null && task.dueOn !== null && task.dueOn < plan.today,
  }
}
