import { z } from 'zod'
import { directorySchema } from '@kase/shared/directory/place.schema.ts'
import { helpSchema, templateTextSchema } from '@kase/shared/templates/template.schema.ts'
import { arrivalSchema } from './arrival.schema.ts'
import { factsFileSchema, packManifestSchema, patchesFileSchema, tasksFileSchema } from './pack.schema.ts'

const schemas: Record<string, z.ZodType> = {
  pack: packManifestSchema,
  tasks: tasksFileSchema,
  patches: patchesFileSchema,
  facts: factsFileSchema,
  help: helpSchema,
  places: directorySchema,
  text: templateTextSchema,
  arrival: arrivalSchema,
}

/** JSON Schemas (2020-12) of the content files by file name, as they are committed under `schema/`. */
export const jsonSchemas = (): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [
      `${name}.schema.json`,
      z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }),
    ]),
  )
