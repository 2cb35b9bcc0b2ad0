import type { Problem } from '../problem.ts'
import type { Check, PackContext } from './pack-context.ts'
import { textsOf } from './pack-context.ts'

/** Every slot is filled, or named as missing, for every municipality of a region; fixed places exist; slots have a name in words. */
export const checkSlots: Check = (context) => [
  ...fixedPlaces(context),
  ...slotWords(context),
  ...(context.pack.region === undefined
    ? []
    : regionSlots(context, new Set(context.pack.region.municipalities.map(({ key }) => key)))),
]

function fixedPlaces({ pack, above, tasks, inTask }: PackContext): Problem[] {
  const places = new Set([...above, pack].flatMap((each) => each.directory.places.map(({ key }) => key)))
  return [...pack.structure.tasks, ...pack.structure.patches].flatMap(({ key }) => {
    const place = tasks.get(key)?.place
    return place === undefined || places.has(place)
      ? []
      : [inTask(key, ['place'], 'slots', `There is no place ${place}.`)]
  })
}

function slotWords({ pack, above, inText }: PackContext): Problem[] {
  const mine = new Set([...pack.structure.tasks, ...patchOverrides(pack)].flatMap(({ slot }) => slot ?? []))
  return textsOf(pack).flatMap(([language, text]) =>
    [...mine]
      .filter((slot) => !(slot in text.slots) && !above.some((upper) => slot in (upper.texts[language]?.slots ?? {})))
      .map((slot) => inText(language, ['slots'], 'slots', `The slot ${slot} has no words.`)),
  )
}

const patchOverrides = (pack: PackContext['pack']) =>
  pack.structure.patches.flatMap((patch) => ('override' in patch ? patch.override : []))

function regionSlots({ pack, all, tasks, inFile }: PackContext, municipalities: ReadonlySet<string>): Problem[] {
  const employers = all.filter((each) => each.scope === 'employer').flatMap((each) => each.structure.tasks)
  const used = new Set([...tasks.values(), ...employers].flatMap(({ slot }) => slot ?? []))
  const { places, missing } = pack.directory
  const problems: Problem[] = []
  const filled = new Set<string>()
  for (const [index, place] of places.entries()) {
    for (const [at, key] of place.municipalities.entries())
      if (!municipalities.has(key))
        problems.push(
          inFile(
            'places.yaml',
            ['places', index, 'municipalities', at],
            'slots',
            `The region has no municipality ${key}.`,
          ),
        )
    for (const slot of place.slots)
      for (const key of place.municipalities.length === 0 ? municipalities : place.municipalities)
        filled.add(`${slot} in ${key}`)
  }
  for (const [index, { slot, municipality }] of missing.entries()) {
    const path = ['missing', index]
    if (!municipalities.has(municipality))
      problems.push(
        inFile('places.yaml', [...path, 'municipality'], 'slots', `The region has no municipality ${municipality}.`),
      )
    if (!used.has(slot)) problems.push(inFile('places.yaml', [...path, 'slot'], 'slots', `No task has a slot ${slot}.`))
    if (filled.has(`${slot} in ${municipality}`))
      problems.push(
        inFile('places.yaml', path, 'slots', `The slot ${slot} in ${municipality} is filled: it is not missing.`),
      )
    filled.add(`${slot} in ${municipality}`)
  }
  for (const slot of used)
    for (const municipality of municipalities)
      if (!filled.has(`${slot} in ${municipality}`))
        problems.push(
          inFile(
            'places.yaml',
            [],
            'slots',
            `No place fills the slot ${slot} in ${municipality}, and it is not named under missing.`,
          ),
        )
  return problems
}
