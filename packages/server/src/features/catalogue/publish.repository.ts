import type { Directory, Place } from '@kase/shared/directory/place.schema.ts'
import type { Language } from '@kase/shared/locales.ts'
import type { Region } from '@kase/shared/regions/region.schema.ts'
import type { Scope, Severity, TemplateStructure, TemplateText } from '@kase/shared/templates/template.schema.ts'
import type { TenantDb } from '../../db/scope.ts'

/** Writing the catalogue: allowed in the scope of its owner only. */

export async function upsertRegion(db: TenantDb, tenantId: string, region: Region): Promise<void> {
  await db
    .insertInto('region')
    .values({ tenantId, key: region.key, name: JSON.stringify(region.name) })
    .onConflict((conflict) => conflict.columns(['tenantId', 'key']).doUpdateSet({ name: JSON.stringify(region.name) }))
    .execute()
  for (const [position, { key, name, languages, url }] of region.municipalities.entries()) {
    const values = { regionKey: region.key, name: JSON.stringify(name), languages, url, position }
    await db
      .insertInto('municipality')
      .values({ tenantId, key, ...values })
      .onConflict((conflict) => conflict.columns(['tenantId', 'key']).doUpdateSet(values))
      .execute()
  }
}

export async function replaceDirectory(db: TenantDb, tenantId: string, directory: Directory): Promise<void> {
  const keys = directory.places.map((place) => place.key)
  for (const place of directory.places) await upsertPlace(db, tenantId, place)
  await db.deleteFrom('missingPlace').where('tenantId', '=', tenantId).execute()
  if (directory.missing.length > 0)
    await db
      .insertInto('missingPlace')
      .values(
        directory.missing.map(({ slot, municipality, ask }) => ({
          tenantId,
          slot,
          municipalityKey: municipality,
          ask: JSON.stringify(ask),
        })),
      )
      .execute()
  if (keys.length > 0)
    await db.deleteFrom('place').where('tenantId', '=', tenantId).where('key', 'not in', keys).execute()
}

async function upsertPlace(db: TenantDb, tenantId: string, place: Place): Promise<void> {
  const values = { slots: place.slots, municipalities: place.municipalities, content: JSON.stringify(place) }
  await db
    .insertInto('place')
    .values({ tenantId, key: place.key, ...values })
    .onConflict((conflict) => conflict.columns(['tenantId', 'key']).doUpdateSet(values))
    .execute()
}

export interface TemplateRow {
  readonly key: string
  readonly scope: Scope
  readonly regionKey: string | null
  readonly sourceLanguage: Language
  readonly isPublic: boolean
}

/** The template's id, made when it is new. Locks it until the transaction ends, so that version numbers do not collide. */
export async function lockTemplate(db: TenantDb, tenantId: string, { key, ...values }: TemplateRow): Promise<string> {
  const { id } = await db
    .insertInto('template')
    .values({ tenantId, key, ...values })
    .onConflict((conflict) => conflict.columns(['tenantId', 'key']).doUpdateSet(values))
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export const findNewestVersion = (
  db: TenantDb,
  { tenantId, templateId }: { tenantId: string; templateId: string },
): Promise<{ id: string; number: number; contentHash: Buffer } | undefined> =>
  db
    .selectFrom('templateVersion')
    .select(['id', 'number', 'contentHash'])
    .where('tenantId', '=', tenantId)
    .where('templateId', '=', templateId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()

export interface NewVersion {
  readonly tenantId: string
  readonly templateId: string
  readonly number: number
  readonly structure: TemplateStructure
  readonly texts: readonly TemplateText[]
  readonly contentHash: Buffer
  readonly changeNote: string
  readonly severity: Severity
  readonly isPublic: boolean
}

/** Inserts an immutable version with its texts and makes it the template's current one. */
export async function insertVersion(db: TenantDb, { texts, structure, ...version }: NewVersion): Promise<string> {
  const { tenantId, templateId, isPublic } = version
  const { id } = await db
    .insertInto('templateVersion')
    .values({ ...version, structure: JSON.stringify(structure) })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const text of texts)
    await db
      .insertInto('templateText')
      .values({ tenantId, templateVersionId: id, language: text.language, isPublic, content: JSON.stringify(text) })
      .execute()
  await db
    .updateTable('template')
    .set({ currentVersionId: id })
    .where('tenantId', '=', tenantId)
    .where('id', '=', templateId)
    .execute()
  return id
}
