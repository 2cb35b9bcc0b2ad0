import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { jsonSchemas } from './json-schema.ts'

const folder = new URL('../schema/', import.meta.url)

test('the committed JSON Schemas are current (else: pnpm --filter @kase/templates schemas)', () => {
  const committed = readdirSync(folder).map((name) => [name, JSON.parse(readFileSync(new URL(name, folder), 'utf8'))])
  expect(Object.fromEntries(committed)).toEqual(jsonSchemas())
})
