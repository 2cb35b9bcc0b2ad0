import { textsOf, type Check } from './pack-context.ts'

/** A patch changes a task of a pack above that is not locked; words stand only for tasks of the pack or patched by it. */
export const checkPatches: Check = ({ pack, above, inFile, inText }) => {
  const upper = new Map(above.flatMap((each) => each.structure.tasks.map((task) => [task.key, task] as const)))
  const problems = pack.structure.patches.flatMap(({ key }, index) => {
    const task = upper.get(key)
    if (task === undefined)
      return [inFile('patches.yaml', [index, 'key'], 'patches', `No pack above has a task ${key}.`)]
    return task.locked
      ? [
          inFile(
            'patches.yaml',
            [index, 'key'],
            'patches',
            `The task ${key} is locked: it can be neither changed nor hidden.`,
          ),
        ]
      : []
  })
  const mine = new Set([...pack.structure.tasks, ...pack.structure.patches].map(({ key }) => key))
  for (const [language, text] of textsOf(pack))
    for (const key of Object.keys(text.tasks))
      if (!mine.has(key))
        problems.push(
          inText(
            language,
            ['tasks', key],
            'patches',
            `The pack has no task ${key}, and patches.yaml does not name it.`,
          ),
        )
  return problems
}
