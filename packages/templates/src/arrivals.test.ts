import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { finnishHolidays } from '@kase/shared/calendar/finnish-holidays.ts'
import { citizenships, companions, housings, permits, sectors, stays } from '@kase/shared/facts/facts.schema.ts'
import { buildPlan, type PlannedTask } from '@kase/shared/plans/build-plan.ts'
import type { Layer } from '@kase/shared/templates/layers.ts'
import { arrivalSchema, type Arrival } from './arrival.schema.ts'
import { loadPacks, type Pack } from './load-packs.ts'
import { formatProblem } from './problem.ts'
import { parseYamlFile } from './yaml-file.ts'

/** Forty described arrivals, and the tasks that a knowledgeable advisor expects and refuses for each. */

const folder = new URL('../arrivals/', import.meta.url)
const names = readdirSync(folder).toSorted()
const arrivals: [string, Arrival][] = names.map((name) => {
  const { data, problems } = parseYamlFile(name, readFileSync(new URL(name, folder), 'utf8'), arrivalSchema)
  if (data === undefined) throw new Error(problems.map(formatProblem).join('\n'))
  return [name, data]
})

let packs: Pack[] = []
beforeAll(async () => {
  packs = await loadPacks()
})

const layerOf = (pack: Pack): Layer => ({
  origin: { tenantId: pack.publisher.key, versionId: pack.key, scope: pack.scope },
  tasks: pack.structure.tasks,
  patches: pack.structure.patches,
  textKeys: new Set(Object.keys(pack.texts[pack.sourceLanguage]?.tasks ?? {})),
})

/** The plan for an arrival: the country, the region of the municipality and the employer's starter pack. */
function planFor({ facts }: Arrival): PlannedTask[] {
  const region = packs.find((pack) => pack.region?.municipalities.some(({ key }) => key === facts.municipality))
  if (!region) throw new Error(`No region has the municipality ${facts.municipality}.`)
  const stack = packs.filter((pack) => pack.scope !== 'region' || pack === region)
  const places = stack.flatMap((pack) =>
    pack.directory.places.map((place) => ({ ...place, tenantId: pack.publisher.key })),
  )
  const missing = stack.flatMap((pack) => pack.directory.missing)
  return buildPlan({ facts, layers: stack.map(layerOf), directory: { places, missing }, holidays: finnishHolidays })
}

test('there are forty, and they name tasks that exist', () => {
  expect(arrivals).toHaveLength(40)
  const known = new Set(packs.flatMap((pack) => pack.structure.tasks.map(({ key }) => key)))
  const named = arrivals.flatMap(([, arrival]) => [...arrival.expected, ...arrival.forbidden, ...arrival.undecided])
  expect(named.filter((key) => !known.has(key))).toEqual([])
})

describe.each(arrivals)('%s', (_name, arrival) => {
  test('gives what is expected, nothing that is forbidden, and leaves open what nobody knows', () => {
    const answers = new Map(planFor(arrival).map(({ task, verdict }) => [task.key, verdict.answer]))
    expect(arrival.expected.filter((key) => answers.get(key) !== 'yes')).toEqual([])
    expect(arrival.forbidden.filter((key) => answers.get(key) === 'yes')).toEqual([])
    expect(arrival.undecided.filter((key) => answers.get(key) !== 'unknown')).toEqual([])
  })

  test('dates every task whose day is known, and finds a place or says whom to ask', () => {
    for (const { task, isIncluded, due, place } of planFor(arrival)) {
      if (!isIncluded) continue
      const wanted = task.due && (arrival.facts.dates[task.due.anchor] ? 'dated' : 'waits')
      expect([task.key, due?.kind]).toEqual([task.key, wanted])
      if (place?.kind === 'missing') expect([place.slot, place.ask]).not.toContain(undefined)
    }
  })
})

test('between them the arrivals have every kind of fact', () => {
  const all = arrivals.map(([, { facts }]) => facts)
  const municipalities = packs.flatMap((pack) => pack.region?.municipalities.map(({ key }) => key) ?? [])
  const seen = (value: (facts: Arrival['facts']) => string): string[] => [...new Set(all.map(value))].toSorted()
  expect(seen((facts) => facts.municipality)).toEqual(municipalities.toSorted())
  expect(seen((facts) => facts.citizenship)).toEqual(citizenships.toSorted())
  expect(seen((facts) => facts.permit)).toEqual(permits.toSorted())
  expect(seen((facts) => facts.stay)).toEqual(stays.toSorted())
  expect(seen((facts) => facts.housing)).toEqual(housings.toSorted())
  expect(seen((facts) => facts.sector)).toEqual(sectors.toSorted())
  expect(seen((facts) => facts.companions)).toEqual(companions.toSorted())
  const ages = all.flatMap((facts) => facts.family.flatMap(({ age }) => age ?? []))
  for (const [from, below] of [
    [0, 3],
    [3, 5],
    [5, 6],
    [6, 7],
    [7, 9],
    [9, 13],
    [13, 18],
  ] as const)
    expect(ages.filter((age) => age >= from && age < below).length).toBeGreaterThan(0)
})
