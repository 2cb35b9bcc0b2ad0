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
  const args = [
    'install',
    '--frozen-lockfile',
    '--reporter=append-only',
    '--config.confirm-modules-purge=false',
    // The age of a package was looked at when it was written into the lockfile, and its hash stands there: 7 s instead of 19.
    '--config.minimum-release-age=0',
    '--config.fetch-retry-mintimeout=1000',
    '--config.fetch-retry-maxtimeout=5000',
  ]
  await mustRun('Installing packages', 'pnpm', args, { env, isDownload: true })
  writeStamp('installed', hash)
}
