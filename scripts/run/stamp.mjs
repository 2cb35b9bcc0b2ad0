import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './step.mjs'

/** Notes of what was done last, so that it is not done again: `node_modules/.kase/<name>` holds a hash of what it was done from. */

const stampFile = (name) => path.join(root, 'node_modules/.kase', name)

export function readStamp(name) {
  try {
    return readFileSync(stampFile(name), 'utf8')
  } catch {
    return ''
  }
}

export function writeStamp(name, text) {
  mkdirSync(path.dirname(stampFile(name)), { recursive: true })
  writeFileSync(stampFile(name), text)
}

/** A hash over the names and contents of files; folders are walked, without what tools write into them. */
export function hashFiles(paths) {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`)
  for (const file of paths.flatMap(walk).sort())
    hash
      .update(file)
      .update(readFileSync(path.join(root, file)))
      .update('\0')
  return hash.digest('hex')
}

const written = new Set(['node_modules', 'dist', '.turbo', 'results', 'coverage'])

function walk(relative) {
  const entries = readdirSync(path.join(root, path.dirname(relative)), { withFileTypes: true })
  const entry = entries.find(({ name }) => name === path.basename(relative))
  if (!entry || written.has(entry.name)) return []
  if (entry.isDirectory())
    return readdirSync(path.join(root, relative)).flatMap((name) => walk(path.join(relative, name)))
  return entry.isFile() ? [relative] : []
}
