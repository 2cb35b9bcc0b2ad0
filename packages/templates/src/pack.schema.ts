import { z } from 'zod'
import type { Directory } from '@kase/shared/directory/place.schema.ts'
import { languageSchema } from '@kase/shared/facts/facts.schema.ts'
import type { Language } from '@kase/shared/locales.ts'
import { regionSchema } from '@kase/shared/regions/region.schema.ts'
import {
  severities,
  taskPatchSchema,
  taskStructureSchema,
  templateStructureSchema,
  type TemplateStructure,
  type TemplateText,
} from '@kase/shared/templates/template.schema.ts'
import { keySchema } from '@kase/shared/text/text.schema.ts'

/** The files of a pack that are not already a schema of `@kase/shared`; the format is told in the package's README. */

/** Layers a pack may be of, top first; a municipality's own changes are patches of its region's pack. */
export const packScopes = ['country', 'region', 'employer'] as const

export const packManifestSchema = z
  .strictObject({
    key: keySchema,
    scope: z.enum(packScopes),
    sourceLanguage: languageSchema,
    /** The advisor organisation in whose name the pack is published. */
    publisher: z.strictObject({ key: keySchema, name: z.string().min(1) }),
    region: regionSchema.optional(),
    changeNote: z.string().min(1),
    severity: z.enum(severities),
  })
  .refine((manifest) => (manifest.scope === 'region') === (manifest.region !== undefined), {
    path: ['region'],
    error: 'region-only-in-region-pack',
  })
type PackManifest = z.infer<typeof packManifestSchema>

export const tasksFileSchema = z.array(taskStructureSchema)
export const patchesFileSchema = z.array(taskPatchSchema)
export const factsFileSchema = templateStructureSchema.pick({
  sources: true,
  figures: true,
  phones: true,
  terms: true,
})

/** A pack as the server publishes it: one template version, its texts and the places of its region. */
export interface Pack extends PackManifest {
  readonly structure: TemplateStructure
  readonly texts: Partial<Record<Language, TemplateText>>
  readonly directory: Directory
}
