import { readdirSync } from 'node:fs'
import path from 'node:path'
import { hashFiles, readStamp, writeStamp } from './stamp.mjs'
import { mustRun, root, say } from './step.mjs'

/** Installs the packages of the lockfile, unless they are those of the last time. */
export async function installPackages({ env }) {
  const packages = readdirSync(path.join(root, 'packages')).map((name) => `packages/${name}/package.json`)
  const hash = hashFiles([
    'package.json',
    'pnpm-lock.yaml',
    'pnpm-workspace.yaml',
    'e2e/package.json',
    'bench/package.json',
    ...packages,
  ])
  if (readStamp('installed') === hash) return
  say('Installing packages from pnpm-lock.yaml (the first time this takes a minute)')
  const retries = ['--config.fetch-retry-mintimeout=1000', '--config.fetch-retry-maxtimeout=5000']
  const args = [
    'install',
    '--frozen-lockfile',
    '--config.confirm-modules-purge=false',
    '--reporter=append-only',
    ...retries,
  ]
  await mustRun('Installing packages', 'pnpm', args, { env, isDownload: true })
  writeStamp('installed', hash)
}
