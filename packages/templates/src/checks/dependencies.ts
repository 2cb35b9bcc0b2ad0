import { findCycle } from '@kase/shared/templates/dependencies.ts'
import type { Check } from './pack-context.ts'

/** Every task that another waits for exists, and no task waits for itself, however long the way round. */
export const checkDependencies: Check = ({ pack, tasks, inTask }) => {
  const own = new Set([...pack.structure.tasks, ...pack.structure.patches].map(({ key }) => key))
  const problems = [...own].flatMap((key) =>
    (tasks.get(key)?.requires ?? []).flatMap((required, index) =>
      tasks.has(required)
        ? []
        : [inTask(key, ['requires', index], 'dependencies', `There is no task ${required} to wait for.`)],
    ),
  )
  const cycle = findCycle([...tasks.values()]) ?? []
  const first = cycle.find((key) => own.has(key))
  if (first === undefined) return problems
  const at = cycle.indexOf(first)
  const way = [...cycle.slice(at), ...cycle.slice(0, at), first].join(' → ')
  return [...problems, inTask(first, ['requires'], 'dependencies', `The task waits for itself: ${way}.`)]
}
