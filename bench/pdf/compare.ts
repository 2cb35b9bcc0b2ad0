/**
 * The 30-task plan in fi, ar, th, ne and side by side: this engine against warm and cold headless Chromium and WeasyPrint, on
 * the same words, in turns within one run, so that a noisy machine is noisy for all. Figures are printed, nothing fails.
 *
 * node pdf/compare.ts [rounds]
 */
import { loadavg } from 'node:os'
import { compose } from '../../packages/server/src/features/documents/kinds/compose.ts'
import { typeset } from '../../packages/server/src/typesetting/typeset.ts'
import { median, report } from '../figures.ts'
import { coldChromium, ourEngine, warmChromium, warmWeasyPrint, type Engine, type Measured } from './engines.ts'
import { benchDocument, benchPlans, type BenchPlan } from './plans.ts'

const rounds = Number(process.argv[2] ?? 20)
/** A server's threads live for days: the compiler has had its time. The others have none that learns. */
const ownWarmUp = 30
const warmUp = 2

const ours = ourEngine()
const others = [await warmChromium(), warmWeasyPrint()].filter((engine) => engine !== undefined)
const cold = coldChromium()
const unseen = ourEngine(true)
const results = new Map<string, Measured[]>()
async function measure(engine: Engine, plan: BenchPlan, round: number): Promise<void> {
  const measured = await engine.set(plan, round)
  const key = `${engine.name} ${plan}`
  if (round >= 0) results.set(key, [...(results.get(key) ?? []), measured])
}

for (let round = -ownWarmUp; round < 0; round++) for (const plan of benchPlans) await measure(ours, plan, round)
for (let round = -warmUp; round < rounds; round++) {
  for (const plan of benchPlans) {
    for (const engine of [ours, ...others]) await measure(engine, plan, round)
    if (cold && round >= 0 && round % 5 === 0) await measure(cold, plan, round)
  }
}
// Last, because it makes the engine forget what it has set before.
for (let round = 0; round < rounds; round++) for (const plan of benchPlans) await measure(unseen, plan, round)

const of = (engine: string, plan: BenchPlan, figure: keyof Measured): number =>
  median((results.get(`${engine} ${plan}`) ?? []).map((measured) => measured[figure]))
const names = [ours, unseen, ...others, ...(cold ? [cold] : [])].map(({ name }) => name)

console.log(
  `Median of ${rounds} rounds in turns, after ${ownWarmUp} of our own and ${warmUp} of the others; wall clock, processor, size`,
)
console.log(`Load of the machine: ${loadavg()[0]?.toFixed(1)}\n`)
for (const name of names) {
  for (const plan of benchPlans) {
    report(
      `${name}: ${plan}`,
      `${of(name, plan, 'wallMs').toFixed(0)} ms`,
      `${of(name, plan, 'cpuMs').toFixed(0)} ms CPU, ${(of(name, plan, 'bytes') / 1000).toFixed(0)} kB`,
    )
  }
}

const ratiosTo = (other: string, figure: keyof Measured): number[] =>
  benchPlans.map((plan) => of(ours.name, plan, figure) / of(other, plan, figure))

/** Every plan's figure, and the worst beside what is asked. */
function reportWorst(name: string, figures: readonly number[], digits: number, asked: string): void {
  const each = benchPlans.map((plan, index) => `${plan} ${(figures[index] ?? Number.NaN).toFixed(digits)}`).join('  ')
  report(name, Math.max(...figures).toFixed(digits), `${asked}   ${each}`)
}

console.log(`\n${ours.name}: the worst of the five plans, what is asked, each plan`)
const limits = [
  ['Chromium, warm page', 'wallMs', 'asked ≤ 0.25'],
  ['Chromium, warm page', 'cpuMs', ''],
  ['WeasyPrint, in process', 'wallMs', 'asked ≤ 0.10'],
  ['WeasyPrint, in process', 'cpuMs', 'asked ≤ 0.65'],
  ['Chromium, cold', 'wallMs', ''],
  ['Chromium, cold', 'cpuMs', 'asked ≤ 0.15'],
] as const
for (const [other, figure, asked] of limits) {
  if (!names.includes(other)) console.log(`${other}: not installed, not measured`)
  else reportWorst(`${figure === 'cpuMs' ? 'CPU' : 'wall'}, ours to ${other}`, ratiosTo(other, figure), 3, asked)
}
const kilobytes = benchPlans.map((plan) => of(ours.name, plan, 'bytes') / 1000)
reportWorst('size, kB', kilobytes, 1, 'asked ≤ 80')
const tagged = await Promise.all(benchPlans.map(isTagged))
report(
  'tagged: the claim of PDF/UA, earned in structure.integration.test',
  tagged.every(Boolean) ? 'all five' : 'NOT ALL',
)

for (const engine of others) await engine.close()

async function isTagged(plan: BenchPlan): Promise<boolean> {
  return Buffer.from(await typeset(compose(benchDocument(plan, 0)))).includes('pdfuaid:part')
}
