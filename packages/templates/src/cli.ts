#!/usr/bin/env node
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { civilDateSchema, finnishDay } from '@kase/shared/calendar/civil-date.ts'
import { loadPack, type LoadedPack } from './load-pack.ts'
import { loadAllPacks } from './load-packs.ts'
import { formatProblem } from './problem.ts'
import { contentReport } from './report/content-report.ts'
import { renderReport } from './report/render-report.ts'
import { validatePacks } from './validate-packs.ts'

const usage = `Usage:
  welcome content check [folder]                    every fault of the packs, with file and line
  welcome content report [folder] [--on YYYY-MM-DD] coverage, age, what is not found, reading level

The folder holds packs, or is one. Without a folder: the packs of KASE Welcome. A folder without a country pack is checked on top
of the country pack of KASE Welcome.
`

/** 0: no fault; 1: faults found; 2: the command was not understood. */
async function run(args: string[]): Promise<number> {
  const command = parseCommand(args)
  if (command === undefined) return fail(usage)
  const { action, folder, on } = command
  if (!civilDateSchema.safeParse(on).success) return fail(`${on} is no date. Write it as 2026-11-01.\n`)
  if (folder !== undefined && !existsSync(folder)) return fail(`There is no folder ${folder}.\n`)
  const loaded = await loadFolder(folder)
  if (loaded.length === 0) return fail(`There is no pack in ${folder ?? 'the folder of packs'}.\n`)
  return action === 'check' ? check(loaded) : report(loaded, on)
}

function parseCommand(
  args: string[],
): { action: 'check' | 'report'; folder: string | undefined; on: string } | undefined {
  try {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { on: { type: 'string' } } })
    const [topic, action, folder, ...rest] = positionals
    if (topic !== 'content' || (action !== 'check' && action !== 'report') || rest.length > 0) return undefined
    // pnpm runs the command in the package's folder; INIT_CWD is where the person stands.
    const standing = process.env['INIT_CWD'] ?? process.cwd()
    return {
      action,
      folder: folder === undefined ? undefined : resolve(standing, folder),
      on: values.on ?? finnishDay(new Date()),
    }
  } catch {
    return undefined
  }
}

const loadFolder = async (folder: string | undefined): Promise<LoadedPack[]> =>
  folder !== undefined && existsSync(join(folder, 'pack.yaml')) ? [await loadPack(folder)] : loadAllPacks(folder)

async function check(loaded: readonly LoadedPack[]): Promise<number> {
  const hasCountry = loaded.some(({ pack }) => pack?.scope === 'country')
  const base = hasCountry ? [] : (await loadAllPacks()).filter(({ pack }) => pack?.scope === 'country')
  const problems = validatePacks(loaded, base)
  for (const problem of problems) process.stdout.write(`${formatProblem(problem)}\n`)
  const packs = loaded.map(({ folder }) => folder).join(', ')
  process.stdout.write(`${problems.length === 0 ? 'No fault' : `${problems.length} faults`} in ${packs}.\n`)
  return problems.length === 0 ? 0 : 1
}

function report(loaded: readonly LoadedPack[], on: string): number {
  const problems = loaded.flatMap((each) => each.problems)
  for (const problem of problems) process.stderr.write(`${formatProblem(problem)}\n`)
  process.stdout.write(
    renderReport(
      contentReport(
        loaded.flatMap((each) => each.pack ?? []),
        on,
      ),
    ),
  )
  return problems.length === 0 ? 0 : 1
}

function fail(message: string): number {
  process.stderr.write(message)
  return 2
}

process.exitCode = await run(process.argv.slice(2))
