import { writeFile } from 'node:fs/promises'
import { jsonSchemas } from './json-schema.ts'

/** `pnpm --filter @kase/templates schemas`: writes the committed JSON Schemas anew. */
for (const [name, schema] of Object.entries(jsonSchemas()))
  await writeFile(new URL(`../schema/${name}`, import.meta.url), `${JSON.stringify(schema, undefined, 2)}\n`)
