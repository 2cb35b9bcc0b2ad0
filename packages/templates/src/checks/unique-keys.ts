import type { Check } from './pack-context.ts'

/** A key means one thing: within the pack, and against the packs above it. */
export const checkUniqueKeys: Check = ({ pack, above, inTask, inFile }) => {
  const problems = []
  const upperTasks = new Set(above.flatMap((upper) => upper.structure.tasks.map((task) => task.key)))
  const seen = new Set<string>()
  for (const { key } of pack.structure.tasks) {
    if (seen.has(key)) problems.push(inTask(key, ['key'], 'unique-keys', `The key ${key} is used for two tasks.`))
    if (upperTasks.has(key))
      problems.push(
        inTask(key, ['key'], 'unique-keys', `A pack above has a task ${key}. Patch it in patches.yaml instead.`),
      )
    seen.add(key)
  }
  for (const field of ['sources', 'figures', 'phones', 'terms'] as const)
    for (const key of Object.keys(pack.structure[field]))
      if (above.some((upper) => key in upper.structure[field]))
        problems.push(
          inFile('facts.yaml', [field, key], 'unique-keys', `A pack above has ${key} already. Use that one.`),
        )
  const places = new Set<string>()
  for (const [index, { key }] of pack.directory.places.entries()) {
    if (places.has(key))
      problems.push(
        inFile('places.yaml', ['places', index, 'key'], 'unique-keys', `The key ${key} is used for two places.`),
      )
    places.add(key)
  }
  return problems
}
