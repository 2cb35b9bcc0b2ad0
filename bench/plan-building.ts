/**
 * Building a plan of some 120 tasks, all that there are for Veteli, for a household of four: the rules alone (three templates laid over one another, audience, dates,
 * holidays, places), and in the server, where a preview builds from the published content and writes nothing. Needs a build.
 */
import { performance } from 'node:perf_hooks'
import { finnishHolidays } from '@kase/shared/calendar/finnish-holidays.ts'
import { factsSchema } from '@kase/shared/facts/facts.schema.ts'
import { buildPlan, type PlannedTask } from '@kase/shared/plans/build-plan.ts'
import type { Layer } from '@kase/shared/templates/layers.ts'
import { loadPacks, type Pack } from '@kase/templates/load-packs.ts'
import { startServer } from '../e2e/harness/server.ts'
import { median, report } from './figures.ts'
import { signInAsHr } from './plan-read/session.ts'

const runs = 200
const limitMs = 60

const facts = factsSchema.parse({
  worker: { name: 'Maria Halimbawa', languages: ['fil', 'en'] },
  citizenship: 'other',
  permit: 'employed-person',
  stay: 'over-a-year',
  municipality: 'veteli',
  housing: 'rental',
  sector: 'wood',
  companions: 'later',
  family: [
    { role: 'partner', name: 'Jose Halimbawa', language: 'fil' },
    { role: 'child', name: 'Ana Halimbawa', age: 4, language: 'fil' },
    { role: 'child', name: 'Luz Halimbawa', age: 9, language: 'fil' },
  ],
  dates: { contract: '2027-01-04', arrival: '2027-03-01', 'first-day': '2027-03-08', 'family-arrival': '2027-05-10' },
})

const packs = (await loadPacks()).filter(({ key }) => ['finland', 'kaustinen', 'employer-starter'].includes(key))
const layers = packs.map(layerOf)
const directory = {
  places: packs.flatMap((pack) => pack.directory.places.map((place) => ({ ...place, tenantId: pack.key }))),
  missing: packs.flatMap((pack) => pack.directory.missing),
}
const build = (): PlannedTask[] => buildPlan({ facts, layers, directory, holidays: finnishHolidays })

const first = timed(build)
const times = Array.from({ length: runs }, () => timed(build).ms)
console.log(`Three templates, ${first.result.length} tasks, a household of four\n`)
report('the rules, first time', `${first.ms.toFixed(1)} ms`)
report(`the rules, median of ${runs}`, `${median(times).toFixed(2)} ms`)
report('ratio to the limit', `${(median(times) / limitMs).toFixed(3)}×`, `1× is ${limitMs} ms, aim 25 ms`)
await measureServer()

async function measureServer(): Promise<void> {
  const server = await startServer({ LOG_LEVEL: 'silent' })
  try {
    const { call } = await signInAsHr(server)
    const preview = () => call<unknown>('plan.preview', { facts, language: 'fi' })
    const empty = () => call<unknown>('session.me')
    const cold = await timedRequest(preview)
    await timedRequest(empty)
    const pairs: { preview: number; empty: number }[] = []
    for (let run = 0; run < runs; run += 1)
      pairs.push({ preview: await timedRequest(preview), empty: await timedRequest(empty) })
    const warm = median(pairs.map((pair) => pair.preview))
    report('preview through the server, first time', `${cold.toFixed(1)} ms`)
    report(`preview through the server, median of ${runs}`, `${warm.toFixed(1)} ms`, `at most ${limitMs} ms, aim 25 ms`)
    report('ratio to asking who is signed in', `${(warm / median(pairs.map((pair) => pair.empty))).toFixed(1)}×`)
  } finally {
    await server.stop()
  }
}

function layerOf({ key, scope, structure, texts }: Pack): Layer {
  return {
    origin: { tenantId: key, versionId: key, scope },
    tasks: structure.tasks,
    patches: structure.patches,
    textKeys: new Set(Object.values(texts).flatMap((text) => Object.keys(text.tasks))),
  }
}

function timed<T>(work: () => T): { ms: number; result: T } {
  const start = performance.now()
  const result = work()
  return { ms: performance.now() - start, result }
}

async function timedRequest(request: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await request()
  return performance.now() - start
}
