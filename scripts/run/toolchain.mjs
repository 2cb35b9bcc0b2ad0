import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { readStamp, writeStamp } from './stamp.mjs'
import { mustRun, root, say, StepFailure } from './step.mjs'

const NODE = '24.21.0'
const PNPM = '12.21.0'

/**
 * Finds the Node and pnpm that the project needs: the machine's own where they will do, else npm fetches them into its cache.
 *
 * @returns {Promise<{ node: string, env: NodeJS.ProcessEnv }>} `env` has both, and the project's programs, first on the path
 */
export async function findToolchain() {
  if (Number(process.versions.node.split('.')[0]) < 18)
    throw new StepFailure(`KASE Welcome needs Node 18 or newer to start from; this is Node ${process.versions.node}.`)
  if (process.platform === 'win32')
    throw new StepFailure('On Windows, run KASE Welcome in WSL (Windows Subsystem for Linux).')
  const bins = isGoodNode(process.version) ? ownBins() : undefined
  const { node, folders } = bins ?? readKept() ?? (await fetchBins())
  return {
    node,
    env: {
      ...process.env,
      PATH: [...folders, path.join(root, 'node_modules/.bin'), process.env.PATH].join(path.delimiter),
      TURBO_TELEMETRY_DISABLED: '1',
      DO_NOT_TRACK: '1',
    },
  }
}

/** Node 22.22 or 24 and newer: the even releases that the project's packages support. */
function isGoodNode(version) {
  const [major, minor] = version.slice(1).split('.').map(Number)
  return major >= 24 || (major === 22 && minor >= 22)
}

function ownBins() {
  const { status, stdout } = spawnSync('pnpm', ['--version'], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  if (status !== 0 || stdout.trim().split('.')[0] !== PNPM.split('.')[0]) return undefined
  return { node: process.execPath, folders: [path.dirname(process.execPath)] }
}

async function fetchBins() {
  const isOwnNode = isGoodNode(process.version)
  const wanted = isOwnNode ? `pnpm ${PNPM}` : `Node ${NODE} and pnpm ${PNPM}`
  say(`Getting ${wanted} from npm${isOwnNode ? '' : `: this machine has Node ${process.versions.node}`}`)
  const report = `node -p '"bins=" + JSON.stringify([process.execPath, process.version, process.env.PATH])'`
  const packages = [`pnpm@${PNPM}`, ...(isOwnNode ? [] : [`node@${NODE}`])]
  const retries = ['--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000']
  const args = ['--yes', '--foreground-scripts', ...retries, ...packages.flatMap((name) => ['-p', name]), '-c', report]
  const output = await mustRun(`Getting ${wanted}`, 'npx', args, { isDownload: true })
  const [node, version, searchPath] = JSON.parse(/^bins=(.*)$/m.exec(output)[1])
  // Where install scripts are switched off the package `node` stays empty, and npx runs the machine's own without a word.
  if (!isGoodNode(version))
    throw new StepFailure(
      `npm gave Node ${version} instead of ${NODE}, probably because install scripts are switched off (ignore-scripts): install Node 24 LTS.`,
    )
  const pnpmFolder = searchPath.split(path.delimiter).find((folder) => existsSync(path.join(folder, 'pnpm')))
  if (!pnpmFolder)
    throw new StepFailure(`npm did not give pnpm ${PNPM}: install it with "npm install -g pnpm@${PNPM}".`)
  const bins = { node, folders: [path.dirname(node), pnpmFolder] }
  writeStamp('toolchain', JSON.stringify({ ...bins, versions: [NODE, PNPM] }))
  return bins
}

function readKept() {
  const kept = JSON.parse(readStamp('toolchain') || '{}')
  if (String(kept.versions) !== String([NODE, PNPM]) || !existsSync(path.join(kept.folders[1], 'pnpm')))
    return undefined
  const { status, stdout } = spawnSync(kept.node, ['--version'], { encoding: 'utf8' })
  return status === 0 && isGoodNode(stdout.trim()) ? kept : undefined
}
