/**
 * How long a newcomer waits for the first page: `npm start` in a fresh clone of the last commit, with an empty npm cache and pnpm
 * store, and once more. Needs the network. It runs under the Node that is first on the path, as `npm start` would.
 */
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { report } from './figures.ts'

const port = 3977
const folder = mkdtempSync(path.join(tmpdir(), 'kase-start-'))
chmodSync(folder, 0o755)
const checkout = path.join(folder, 'checkout')
const environment = {
  ...process.env,
  PORT: String(port),
  npm_config_cache: path.join(folder, 'npm'),
  XDG_DATA_HOME: path.join(folder, 'data'),
  XDG_CACHE_HOME: path.join(folder, 'cache'),
  XDG_STATE_HOME: path.join(folder, 'state'),
}

try {
  execFileSync('git', ['clone', '--quiet', path.resolve(import.meta.dirname, '..'), checkout])
  const node = execFileSync('node', ['--version'], { encoding: 'utf8' }).trim()
  console.log(`npm start until the first page, from Node ${node}\n`)
  const cold = await secondsToFirstPage()
  report('cold: empty caches, no packages, no database', `${cold.toFixed(1)} s`)
  const warm = await secondsToFirstPage()
  report('warm: the second start', `${warm.toFixed(1)} s`)
  report('ratio warm to cold', `${(warm / cold).toFixed(2)}×`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function secondsToFirstPage(): Promise<number> {
  const start = performance.now()
  const child = spawn('npm', ['start'], { cwd: checkout, env: environment, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const ended = once(child, 'exit')
  try {
    while (!(await answers())) {
      if (child.exitCode !== null) throw new Error(`npm start ended:\n${output}`)
      await sleep(50)
    }
    return (performance.now() - start) / 1_000
  } finally {
    child.kill('SIGINT')
    await ended
  }
}

function answers(): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/`).then(
    async (response) => response.ok && (await response.text()).includes('<html'),
    () => false,
  )
}
