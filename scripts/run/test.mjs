import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { buildAll } from './build.mjs'
import { run, root, say } from './step.mjs'

const checks = [
  { name: 'Types', program: 'tsc', args: ['-b'] },
  { name: 'Lint', program: 'oxlint', args: ['--type-aware', '--deny-warnings'] },
  { name: 'Format', program: 'oxfmt', args: ['--check'] },
  {
    name: 'Import rules',
    program: 'depcruise',
    args: ['--config', '.dependency-cruiser.mjs', 'packages', 'e2e', 'bench'],
  },
  { name: 'Import rules bite', program: 'node', args: ['scripts/known-bad-imports.mjs'] },
  { name: 'Dead code', program: 'knip', args: [] },
]

/**
 * Runs every check and every test, all of them even when one fails, and ends with the sum. A check that is not a test run
 * counts as one.
 *
 * @returns {Promise<number>} the exit code
 */
export async function testAll(toolchain) {
  const totals = { passed: 0, failed: 0, skipped: 0 }
  const add = (counts) => {
    for (const name of Object.keys(totals)) totals[name] += counts[name] ?? 0
  }
  for (const check of checks) add(await runCheck(check, toolchain))
  await buildAll(toolchain)
  add(await runVitest('unit', toolchain))
  add(await runVitest('integration', toolchain))
  add(await runJourneys(toolchain))
  const { passed, failed, skipped } = totals
  console.log(`\n${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`)
  return failed === 0 ? 0 : 1
}

async function runCheck({ name, program, args }, { env }) {
  say(name)
  const { code, output } = await run(program, args, { env })
  if (code === 0) return { passed: 1 }
  console.error(`${output.trim()}\n✗ ${name} failed`)
  return { failed: 1 }
}

async function runJourneys(toolchain) {
  const { code } = await run('node', ['e2e/harness/chromium.ts'], toolchain)
  if (code === 0) return runVitest('e2e', toolchain)
  const journeys = await listJourneys(toolchain)
  const isCi = Boolean(process.env.CI) && process.env.CI !== 'false'
  console.error(
    `\nNo Chromium was found, so these browser journeys were ${isCi ? 'not run, which in CI is a failure' : 'skipped'}:`,
  )
  for (const journey of journeys) console.error(`  ${journey}`)
  console.error(
    'To get one: apt-get install chromium (Debian, Ubuntu), or set CHROMIUM_PATH to the program of a Chromium or Chrome.',
  )
  return isCi ? { failed: journeys.length || 1 } : { skipped: journeys.length }
}

async function listJourneys({ env }) {
  const { output } = await run('vitest', ['list', '--project', 'e2e'], { env })
  return output.split('\n').filter((line) => line.startsWith('[e2e]'))
}

async function runVitest(project, { env }) {
  say(`${project[0].toUpperCase()}${project.slice(1)} tests`)
  const report = path.join(root, `node_modules/.kase/${project}.json`)
  mkdirSync(path.dirname(report), { recursive: true })
  rmSync(report, { force: true })
  const args = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const { code } = await run('vitest', args, { env, isShown: true })
  const counts = readCounts(report)
  // A file that does not load, or an error outside any test, fails the run without a failed test to count.
  if (code !== 0 && counts.failed === 0) counts.failed = 1
  return counts
}

function readCounts(report) {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(readFileSync(report, 'utf8'))
    return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests }
  } catch {
    return { passed: 0, failed: 0, skipped: 0 }
  }
}
