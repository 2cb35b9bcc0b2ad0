import { readdirSync, readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { sections } from '@kase/shared/templates/template.schema.ts'
import { staffLanguages } from '@kase/shared/locales.ts'
import { loadAllPacks } from './load-packs.ts'
import { formatProblem } from './problem.ts'
import { contentReport } from './report/content-report.ts'
import { validatePacks } from './validate-packs.ts'

/** The packs of this repository keep every rule. */

const loaded = await loadAllPacks()
const packs = loaded.flatMap(({ pack }) => pack ?? [])

test('the content has no fault', () => {
  expect(validatePacks(loaded).map(formatProblem)).toEqual([])
})

test('there is as much of it as was promised', () => {
  const { totals } = contentReport(packs, '2026-11-01')
  expect(totals.tasks).toBeGreaterThanOrEqual(110)
  expect(totals.places).toBeGreaterThanOrEqual(70)
  expect(totals.essential).toBeGreaterThanOrEqual(40)
  const country = packs.find(({ scope }) => scope === 'country')
  expect(new Set(country?.structure.tasks.map(({ section }) => section))).toEqual(new Set(sections))
})

test('every task has words in the languages of the staff', () => {
  const missing = packs.flatMap((pack) =>
    staffLanguages.flatMap((language) =>
      pack.structure.tasks
        .filter(({ key }) => !(key in (pack.texts[language]?.tasks ?? {})))
        .map(({ key }) => `${pack.key} ${language} ${key}`),
    ),
  )
  expect(missing).toEqual([])
})

test('rights and help are locked, and tasks for the employer, a buddy, the village, partner and child are there', () => {
  const tasks = packs.flatMap((pack) => pack.structure.tasks)
  expect(tasks.filter(({ locked }) => locked).length).toBeGreaterThanOrEqual(5)
  expect(new Set(tasks.map(({ assignee }) => assignee)).size).toBe(6)
})

test('an editor with the committed JSON Schemas accepts every file that the loader accepts', () => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false })
  const root = new URL('../', import.meta.url)
  const files = ['packs', 'arrivals'].flatMap((folder) =>
    readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => new URL(`${folder}/${name}`, root)),
  )
  expect(files.length).toBeGreaterThan(60)
  for (const file of files) {
    const text = readFileSync(file, 'utf8')
    const schema = /^# yaml-language-server: \$schema=(\S+)/.exec(text)?.[1]
    const url = new URL(schema ?? `no schema is named in ${file.pathname}`, file)
    const validate = ajv.getSchema(url.href) ?? ajv.compile({ ...JSON.parse(readFileSync(url, 'utf8')), $id: url.href })
    const faults = validate(parse(text)) ? [] : validate.errors
    expect({ file: file.pathname, faults }).toEqual({ file: file.pathname, faults: [] })
  }
})
