/** The Debian tools the proofs are measured with. One that is missing is a failure that says what to install. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const packages = {
  'hb-shape': 'libharfbuzz-bin',
  qpdf: 'qpdf',
  pdftotext: 'poppler-utils',
  pdftoppm: 'poppler-utils',
  zbarimg: 'zbar-tools',
  python3: 'python3',
} as const

export type Tool = keyof typeof packages

/** What a tool writes to its standard output. Throws, naming the Debian package, when the tool is not there. */
export function run(tool: Tool, args: readonly string[], input?: string | Uint8Array): Buffer {
  try {
    return execFileSync(tool, args, {
      maxBuffer: 1 << 28,
      stdio: ['pipe', 'pipe', 'pipe'],
      ...(input === undefined ? {} : { input }),
    })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new Error(`${tool} is missing: install the Debian package ${packages[tool]}`, { cause: error })
    }
    throw error
  }
}

/** A file of the Unicode Character Database, as Debian installs it. */
export function unicodeFile(path: string): string {
  const full = join('/usr/share/unicode', path)
  if (!existsSync(full)) throw new Error(`${full} is missing: install the Debian package unicode-data`)
  return readFileSync(full, 'utf8')
}

const directory = mkdtempSync(join(tmpdir(), 'typesetting-'))

/** Bytes as a file of its own, for tools that read files. */
export function temporaryFile(name: string, data: Uint8Array | string): string {
  const path = join(directory, name)
  writeFileSync(path, data)
  return path
}
