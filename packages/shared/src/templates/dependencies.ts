/** Dependencies between tasks: a task may require others, and a cycle is refused where it is written (PRODUCT §3). */

interface Requiring {
  readonly key: string
  readonly requires: readonly string[]
}

/** One cycle among the tasks, as the keys on it in order, or undefined. Required keys that do not exist are no concern here. */
export function findCycle(tasks: readonly Requiring[]): string[] | undefined {
  const requires = new Map(tasks.map((task) => [task.key, task.requires]))
  const settled = new Set<string>()
  const path: string[] = []
  const visit = (key: string): string[] | undefined => {
    if (settled.has(key)) return undefined
    const start = path.indexOf(key)
    if (start >= 0) return path.slice(start)
    path.push(key)
    for (const next of requires.get(key) ?? []) {
      const cycle = visit(next)
      if (cycle) return cycle
    }
    path.pop()
    settled.add(key)
    return undefined
  }
  for (const { key } of tasks) {
    const cycle = visit(key)
    if (cycle) return cycle
  }
  return undefined
}
