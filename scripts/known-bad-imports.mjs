/**
 * Proves that the import rules bite: a copy of scripts/known-bad/, laid out like the real tree, is checked by the real
 * rules. Each file there names on its first line the rule that it breaks, or `nothing`. Fails unless each file breaks
 * exactly its rule and each rule of .dependency-cruiser.mjs is broken by a file.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import config from '../.dependency-cruiser.mjs'

const root = path.resolve(import.meta.dirname, '..')
const copy = mkdtempSync(path.join(tmpdir(), 'kase-known-bad-'))

try {
  cpSync(path.join(import.meta.dirname, 'known-bad'), copy, { recursive: true })
  const expected = readExpected()
  linkPackages()
  const problems = compare(expected, cruise())
  if (problems.length > 0) {
    console.error(problems.join('\n'))
    process.exitCode = 1
  } else {
    console.log(`All ${config.forbidden.length} import rules bite.`)
  }
} finally {
  rmSync(copy, { recursive: true })
}

function linkPackages() {
  const scope = path.join(copy, 'node_modules/@kase')
  mkdirSync(scope, { recursive: true })
  for (const name of readdirSync(path.join(copy, 'packages')))
    symlinkSync(path.join(copy, 'packages', name), path.join(scope, name))
}

/** @returns {Map<string, string>} the rule that each file says it breaks */
function readExpected() {
  const files = readdirSync(copy, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return new Map(
    files.map((file) => {
      const absolute = path.join(file.parentPath, file.name)
      const rule = /^\/\/ violates: (\S+)/.exec(readFileSync(absolute, 'utf8'))?.[1]
      return [path.relative(copy, absolute), rule ?? 'nothing']
    }),
  )
}

/** @returns {Map<string, Set<string>>} the rules that each file breaks, as dependency-cruiser sees it */
function cruise() {
  const depcruise = path.join(root, 'node_modules/.bin/depcruise')
  const args = ['--config', path.join(root, '.dependency-cruiser.mjs'), '--output-type', 'json', 'packages', 'e2e']
  const { stdout, stderr } = spawnSync(depcruise, args, { cwd: copy, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  if (!stdout.startsWith('{')) throw new Error(`dependency-cruiser did not run: ${stderr}`)
  const broken = new Map()
  for (const { from, rule } of JSON.parse(stdout).summary.violations) {
    broken.set(from, (broken.get(from) ?? new Set()).add(rule.name))
  }
  return broken
}

function compare(expected, broken) {
  const problems = []
  for (const [file, rule] of expected) {
    const found = [...(broken.get(file) ?? [])].join(', ') || 'nothing'
    if (found !== rule) problems.push(`scripts/known-bad/${file} should violate ${rule}, and violates ${found}`)
  }
  const proven = new Set(expected.values())
  for (const { name } of config.forbidden) {
    if (!proven.has(name)) problems.push(`no file of scripts/known-bad/ violates ${name}`)
  }
  return problems
}
