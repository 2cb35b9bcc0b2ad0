import { spawn } from 'node:child_process'
import { realpathSync, rmSync } from 'node:fs'
import type { ClusterFiles } from './data-directory.ts'

/** Ends the server and removes its files when this process is gone, however it ended: a test run is often killed. */
export function endWithThisProcess(files: ClusterFiles): void {
  const script = `
    while kill -0 "$1" 2>/dev/null; do sleep 1; done
    [ -f "$2/postmaster.pid" ] && kill -QUIT "$(head -n 1 "$2/postmaster.pid")" && sleep 1
    shift; rm -rf "$@"`
  const args = ['-c', script, 'sh', String(process.pid), ...paths(files)]
  spawn('/bin/sh', args, { cwd: '/', detached: true, stdio: 'ignore' }).unref()
}

export function removeFiles(files: ClusterFiles): void {
  for (const file of paths(files)) rmSync(file, { recursive: true, force: true })
}

const paths = (files: ClusterFiles): string[] => [
  realpathSync(files.data),
  files.data,
  files.password,
  files.owner,
  files.log,
]
