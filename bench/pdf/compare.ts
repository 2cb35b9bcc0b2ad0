/**
 * The 30-task plan in fi, ar, th, ne and side by side: this engine against warm and cold headless Chromium and WeasyPrint, on
 * the same words, in turns within one run, so that a noisy machine is noisy for all. Figures are printed, nothing fails.
 *
 * node pdf/compare.ts [rounds]
 */
import { median, report } from '../figures.ts'
import { coldChromium, ourEngine, warmChromium, warmWeasyPrint, type Engine, type Measured } from './engines.ts'
import { measureLoad } from './load.ts'
import { benchPlans, type BenchPlan } from './plans.ts'

const rounds = Number(process.argv[2] ?? 20)
const warmUp = 3

const engines: Engine[] = [ourEngine(), ourEngine(true), await warmChromium(), warmWeasyPrint()].filter(
  (engine) => engine !== undefined,
)
const cold = coldChromium()
const results = new Map<string, Measured[]>()
const keep = (engine: string, plan: BenchPlan, measured: Measured): void => {
  const key = `${engine} ${plan}`
  results.set(key, [...(results.get(key) ?? []), measured])
}

for (let round = -warmUp; round < rounds; round++) {
  for (const plan of benchPlans) {
    for (const engine of engines) {
      const measured = await engine.set(plan, round)
      if (round >= 0) keep(engine.name, plan, measured)
    }
    if (cold && round >= 0 && round % 5 === 0) keep(cold.name, plan, await cold.set(plan, round))
  }
}

const of = (engine: string, plan: BenchPlan, figure: keyof Measured): number =>
  median((results.get(`${engine} ${plan}`) ?? []).map((measured) => measured[figure]))
const names = [...engines.map(({ name }) => name), ...(cold ? [cold.name] : [])]

console.log(`Median of ${rounds} rounds in turns, after ${warmUp}; wall clock, processor, size\n`)
for (const name of names) {
  for (const plan of benchPlans) {
    report(
      `${name}: ${plan}`,
      `${of(name, plan, 'wallMs').toFixed(0)} ms`,
      `${of(name, plan, 'cpuMs').toFixed(0)} ms CPU, ${(of(name, plan, 'bytes') / 1000).toFixed(0)} kB`,
    )
  }
}

const ours = names[0] ?? ''
const ratio = (other: string, figure: keyof Measured, plan: BenchPlan): number =>
  of(ours, plan, figure) / of(other, plan, figure)
const ratios = (other: string, figure: keyof Measured): string =>
  benchPlans.map((plan) => `${plan} ${ratio(other, figure, plan).toFixed(2)}`).join('  ')
console.log(`\nRatios, ${ours} to the other`)
const asked: Readonly<Record<string, string>> = {
  'Chromium, warm page': 'asked ≤ 0.25 by wall clock',
  'WeasyPrint, in process': 'asked ≤ 0.10 by wall clock',
  'Chromium, cold': 'asked ≤ 0.15 by processor',
}
for (const name of names.filter((other) => asked[other])) {
  console.log(`${name} (${asked[name]})`)
  console.log(`  wall  ${ratios(name, 'wallMs')}`)
  console.log(`  CPU   ${ratios(name, 'cpuMs')}`)
}

for (const engine of engines) await engine.close()

const load = await measureLoad(200)
console.log('\n200 files of all five plans on two threads, one after another asking for something small meanwhile')
report('files per second', load.filesPerSecond.toFixed(1))
report('other requests, p99 idle', `${load.p99IdleMs.toFixed(2)} ms`)
report(
  'other requests, p99 while rendering',
  `${load.p99RenderingMs.toFixed(2)} ms`,
  `${(load.p99RenderingMs / load.p99IdleMs).toFixed(2)}×, asked ≤ 1.5×`,
)
report('memory of the process with both threads', `${load.rssMb.toFixed(0)} MB`)
