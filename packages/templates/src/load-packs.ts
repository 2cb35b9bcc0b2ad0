import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadPack, type LoadedPack } from './load-pack.ts'
import { packScopes, type Pack } from './pack.schema.ts'
import { formatProblem } from './problem.ts'

export type { Pack } from './pack.schema.ts'

const ownPacks = fileURLToPath(new URL('../packs', import.meta.url))

/**
 * Reads all packs of a folder (this package's own by default), upper layers first, for publishing.
 *
 * @throws when any file has a fault, naming every one with file and line
 */
export async function loadPacks(folder: string = ownPacks): Promise<Pack[]> {
  const loaded = await loadAllPacks(folder)
  const problems = loaded.flatMap((each) => each.problems)
  if (problems.length > 0) throw new Error(`The content packs have faults:\n${problems.map(formatProblem).join('\n')}`)
  return loaded.flatMap((each) => each.pack ?? [])
}

/** Reads all packs of a folder with their faults and origins, upper layers first, then by name. */
export async function loadAllPacks(folder: string = ownPacks): Promise<LoadedPack[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  const loaded = await Promise.all(names.toSorted().map((name) => loadPack(join(folder, name))))
  const layer = (each: LoadedPack) => (each.pack === undefined ? 0 : packScopes.indexOf(each.pack.scope))
  return loaded.toSorted((a, b) => layer(a) - layer(b))
}
