import { existsSync } from 'node:fs'
import path from 'node:path'

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome']
const macPrograms = ['Chromium.app/Contents/MacOS/Chromium', 'Google Chrome.app/Contents/MacOS/Google Chrome']

/** What every Chromium here is started with: it calls nobody by itself. */
export const chromiumFlags: readonly string[] = [
  '--no-sandbox', // the tests may run as root
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Finds the program of a Chromium or Chrome: `CHROMIUM_PATH`, else on the search path, else where macOS keeps it. */
export function findChromium(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const given = environment['CHROMIUM_PATH']
  if (given) return existsSync(given) ? given : undefined
  const folders = (environment['PATH'] ?? '').split(path.delimiter)
  const programs = folders.flatMap((folder) => names.map((name) => path.join(folder, name)))
  return [...programs, ...macPrograms.map((program) => path.join('/Applications', program))].find((program) =>
    existsSync(program),
  )
}

// `npm test` asks in a process of its own, before it starts the journeys.
if (process.argv[1] === import.meta.filename) process.exitCode = findChromium() ? 0 : 1
