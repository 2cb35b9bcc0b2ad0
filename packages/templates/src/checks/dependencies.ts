import type { Check } from './pack-context.ts'

/** Every task that another waits for exists, and no task waits for itself, however long the way round. */
export const checkDependencies: Check = ({ pack, tasks, inTask }) => {
  const own = [...pack.structure.tasks, ...pack.structure.patches].map(({ key }) => key)
  const problems = []
  for (const key of own) {
    const task = tasks.get(key)
    for (const [index, required] of (task?.requires ?? []).entries())
      if (!tasks.has(required))
        problems.push(inTask(key, ['requires', index], 'dependencies', `There is no task ${required} to wait for.`))
    const cycle = cycleFrom(key, (each) => tasks.get(each)?.requires ?? [])
    if (cycle)
      problems.push(inTask(key, ['requires'], 'dependencies', `The task waits for itself: ${cycle.join(' → ')}.`))
  }
  return problems
}

/** The shortest way from a task back to itself, both ends named; undefined when there is none. */
function cycleFrom(start: string, next: (key: string) => readonly string[]): string[] | undefined {
  const cameFrom = new Map<string, string>()
  const queue = [start]
  for (const key of queue)
    for (const required of next(key)) {
      if (required === start) {
        const way = [start]
        for (let at = key; at !== start; at = cameFrom.get(at) ?? start) way.unshift(at)
        return [start, ...way]
      }
      if (cameFrom.has(required)) continue
      cameFrom.set(required, key)
      queue.push(required)
    }
  return undefined
}
