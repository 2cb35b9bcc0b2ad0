import { existsSync } from 'node:fs'
import path from 'node:path'
import { hashFiles, readStamp, writeStamp } from './stamp.mjs'
import { mustRun, root, say } from './step.mjs'

/** Builds the server and the staff web app, unless nothing they are made from has changed. */
export async function buildAll({ env }) {
  const hash = hashFiles(['packages', 'pnpm-lock.yaml', 'tsconfig.base.json', 'turbo.json'])
  const outputs = ['packages/server/dist/main.js', 'packages/web/dist/index.html']
  if (readStamp('built') === hash && outputs.every((file) => existsSync(path.join(root, file)))) return
  say('Building the server and the staff web app')
  await mustRun('Building', 'turbo', ['run', 'build', '--output-logs=errors-only', '--no-update-notifier'], { env })
  writeStamp('built', hash)
}
