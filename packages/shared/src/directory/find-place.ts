import type { MissingPlace, Place } from './place.schema.ts'

/** A place with the advisor organisation whose directory it stands in. */
export interface DirectoryPlace extends Place {
  readonly tenantId: string
}

export interface DirectoryView {
  readonly places: readonly DirectoryPlace[]
  readonly missing: readonly MissingPlace[]
}

export type FoundPlace =
  | { readonly kind: 'place'; readonly place: DirectoryPlace }
  /** Nobody has filled the slot yet: `ask` is the page that knows, where one is named. */
  | { readonly kind: 'missing'; readonly slot: string; readonly ask?: MissingPlace['ask'] }

interface Wanted {
  readonly slot?: string | undefined
  readonly place?: string | undefined
  readonly municipality: string
  /** The publisher of the task: a fixed place is looked for in its directory first. */
  readonly tenantId: string
}

/**
 * The place of a task: the fixed one, or the one that fills its slot for the municipality (its own before one that serves
 * the whole region). Undefined when the task has neither.
 */
export function findPlace(
  directory: DirectoryView,
  { slot, place, municipality, tenantId }: Wanted,
): FoundPlace | undefined {
  if (place !== undefined) {
    const fixed = directory.places.filter((candidate) => candidate.key === place)
    const found = fixed.find((candidate) => candidate.tenantId === tenantId) ?? fixed[0]
    if (found) return { kind: 'place', place: found }
  }
  if (slot === undefined) return undefined
  const filling = directory.places.filter((candidate) => candidate.slots.includes(slot))
  const found =
    filling.find((candidate) => candidate.municipalities.includes(municipality)) ??
    filling.find((candidate) => candidate.municipalities.length === 0)
  if (found) return { kind: 'place', place: found }
  const ask = directory.missing.find((entry) => entry.slot === slot && entry.municipality === municipality)?.ask
  return { kind: 'missing', slot, ...(ask !== undefined && { ask }) }
}
