import { describe, expect, test } from 'vitest'
import { errorCodes } from '../../errors.ts'
import { anchors, citizenships, companions, housings, permits, sectors, stays } from '../../facts/facts.schema.ts'
import { roles } from '../../identity/role.policy.ts'
import { phases } from '../../plans/phase.ts'
import { declineReasons, stuckReasons } from '../../plans/stuck.schema.ts'
import { assignees, sections } from '../../templates/template.schema.ts'
import en from './en.ts'
import fi from './fi.ts'
import sv from './sv.ts'

type Tree = { readonly [key: string]: string | Tree }

const flat = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as [string, string]] : flat(value, `${path}${key}.`),
  )

const placeholders = (text: string): string[] => (text.match(/\{\{\w+\}\}/g) ?? []).toSorted()
const catalogues = { en: new Map(flat(en)), fi: new Map(flat(fi)), sv: new Map(flat(sv)) }

describe.each(['fi', 'sv'] as const)('the catalogue %s', (language) => {
  test('has exactly the keys of the English one', () => {
    expect([...catalogues[language].keys()].toSorted()).toEqual([...catalogues.en.keys()].toSorted())
  })

  test('has the same placeholders in every text', () => {
    // "One task" may leave the number out in a language that says it in words.
    const differing = [...catalogues.en].filter(
      ([key, text]) =>
        !key.endsWith('_one') && placeholders(catalogues[language].get(key) ?? '').join() !== placeholders(text).join(),
    )
    expect(differing).toEqual([])
  })
})

describe.each(['en', 'fi', 'sv'] as const)('the catalogue %s', (language) => {
  test('leaves no text empty and ends none in a blank', () => {
    expect([...catalogues[language]].filter(([, text]) => text.trim() === '' || text !== text.trim())).toEqual([])
  })

  test('shouts at nobody', () => {
    expect([...catalogues[language]].filter(([, text]) => /[!—]/.test(text))).toEqual([])
  })

  test('has both plural forms wherever it has one', () => {
    const keys = catalogues[language]
    const halves = [...keys.keys()].filter((key) => {
      const twin = key.endsWith('_one') ? key.replace(/_one$/, '_other') : key.replace(/_other$/, '_one')
      return /_(one|other)$/.test(key) && !keys.has(twin)
    })
    expect(halves).toEqual([])
  })

  test('has words for every code and enumeration', () => {
    const wanted = [
      ...Object.keys(errorCodes).map((code) => `errors.${code}`),
      ...sections.map((section) => `sections.${section}`),
      ...roles.map((role) => `common.roles.${role}`),
      ...phases.map((phase) => `common.phase.${phase}`),
      ...assignees.map((assignee) => `facts.assignee.${assignee}`),
      ...stuckReasons.map((reason) => `said.reason.${reason}`),
      ...declineReasons.map((reason) => `said.decline.${reason}`),
      ...anchors.flatMap((anchor) => [`facts.anchor.${anchor}`, `facts.waitsFor.${anchor}`]),
      ...Object.entries({
        citizenship: citizenships,
        permit: permits,
        stay: stays,
        housing: housings,
        sector: sectors,
        companions,
      })
        .flatMap(([fact, values]) => values.map((value) => `${fact}.${value}`))
        .flatMap((code) => [`facts.${code}`, `reason.because.${code}`, `reason.leftOut.${code}`]),
      ...['citizenship', 'permit', 'stay', 'housing'].map((fact) => `reason.notKnown.${fact}`),
    ]
    expect(wanted.filter((key) => !catalogues[language].has(key))).toEqual([])
  })
})
