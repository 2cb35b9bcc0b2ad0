import type { Scope, TaskPatch, TaskStructure } from './template.schema.ts'

/**
 * Templates laid over one another by task key (PRODUCT §3): country, region, municipality, then the employer's own. A lower
 * layer may add a task, override named fields or hide a task; what its owner locked stays as it is.
 *
 * Layers compose: laying B over A and C over that is the same as laying (C over B) over A. So the country and a region can
 * be laid once and kept, and an employer's own laid over them later.
 */

/** The published version that something comes from. */
export interface Origin {
  readonly tenantId: string
  readonly versionId: string
  readonly scope: Scope
}

export interface Layer {
  readonly origin: Origin
  readonly tasks: readonly TaskStructure[]
  readonly patches: readonly TaskPatch[]
  /** Keys of the tasks that this layer has words for; an override that brings words replaces the words as a whole. */
  readonly textKeys: ReadonlySet<string>
}

export type LayeredEntry =
  | { readonly kind: 'task'; readonly task: TaskStructure; readonly origin: Origin; readonly textOrigin: Origin }
  | { readonly kind: 'override'; readonly fields: Partial<TaskStructure>; readonly textOrigin?: Origin }
  | { readonly kind: 'hidden' }

/** What a stack of layers says of each task key, in order of first mention. */
export type LayeredTasks = ReadonlyMap<string, LayeredEntry>

export interface LayeredTask {
  readonly task: TaskStructure
  readonly origin: Origin
  readonly textOrigin: Origin
}

/** One layer by itself. */
export function layOne({ origin, tasks, patches, textKeys }: Layer): LayeredTasks {
  const entries = new Map<string, LayeredEntry>(
    tasks.map((task) => [task.key, { kind: 'task', task, origin, textOrigin: origin }]),
  )
  for (const patch of patches) {
    const entry = patchEntry(patch, textKeys.has(patch.key) ? origin : undefined)
    const below = entries.get(patch.key)
    entries.set(patch.key, below ? layEntry(below, entry) : entry)
  }
  return entries
}

function patchEntry(patch: TaskPatch, textOrigin: Origin | undefined): LayeredEntry {
  if ('hide' in patch) return { kind: 'hidden' }
  const named = Object.entries(patch.override).filter(([, value]) => value !== undefined)
  const fields = Object.fromEntries(named) as Partial<TaskStructure>
  return { kind: 'override', fields, ...(textOrigin && { textOrigin }) }
}

/** Lays `upper`'s successor over it. Associative; the empty map is its neutral element. */
export function layOver(upper: LayeredTasks, lower: LayeredTasks): LayeredTasks {
  const entries = new Map(upper)
  for (const [key, entry] of lower) {
    const below = entries.get(key)
    entries.set(key, below ? layEntry(below, entry) : entry)
  }
  return entries
}

function layEntry(upper: LayeredEntry, lower: LayeredEntry): LayeredEntry {
  if (upper.kind === 'task' && upper.task.locked) return upper
  if (lower.kind !== 'override') return lower
  if (upper.kind === 'hidden') return upper
  if (upper.kind === 'override')
    return {
      kind: 'override',
      fields: { ...upper.fields, ...lower.fields },
      ...((lower.textOrigin ?? upper.textOrigin) && { textOrigin: lower.textOrigin ?? upper.textOrigin }),
    }
  return { ...upper, task: { ...upper.task, ...lower.fields }, textOrigin: lower.textOrigin ?? upper.textOrigin }
}

/** The tasks that are left when all layers lie: not the hidden ones, and not an override of a task that nobody defines. */
export function visibleTasks(layered: LayeredTasks): LayeredTask[] {
  return [...layered.values()].flatMap((entry) =>
    entry.kind === 'task' ? [{ task: entry.task, origin: entry.origin, textOrigin: entry.textOrigin }] : [],
  )
}

/** Layers in the order of their scopes, laid over one another. */
export function layAll(layers: readonly Layer[]): LayeredTasks {
  const order: readonly Scope[] = ['country', 'region', 'municipality', 'employer']
  const sorted = layers.toSorted((a, b) => order.indexOf(a.origin.scope) - order.indexOf(b.origin.scope))
  return sorted.map(layOne).reduce<LayeredTasks>((upper, lower) => layOver(upper, lower), new Map())
}
