import { createHash } from 'node:crypto'
import type { Directory } from '@kase/shared/directory/place.schema.ts'
import type { TenantDb } from '../../db/scope.ts'
import type { Pack } from '@kase/templates/load-packs.ts'
import { findNewestVersion, insertVersion, lockTemplate, replaceDirectory, upsertRegion } from './publish.repository.ts'

/** What became of a pack: a new version, or nothing because the content is the same as the newest one's. */
export interface Published {
  readonly versionId: string
  readonly isNew: boolean
}

/**
 * Publishes a content pack as the next immutable version of its template, owned by the organisation of the scope. Publishing
 * the same content again changes nothing.
 */
export async function publishPack(db: TenantDb, tenantId: string, pack: Pack): Promise<Published> {
  if (pack.region) await upsertRegion(db, tenantId, pack.region)
  const templateId = await lockTemplate(db, tenantId, {
    key: pack.key,
    scope: pack.scope,
    regionKey: pack.region?.key ?? null,
    sourceLanguage: pack.sourceLanguage,
    isPublic: true,
  })
  const texts = Object.values(pack.texts)
  const contentHash = hashOf([pack.structure, texts])
  const newest = await findNewestVersion(db, { tenantId, templateId })
  if (newest?.contentHash.equals(contentHash)) return { versionId: newest.id, isNew: false }
  const versionId = await insertVersion(db, {
    tenantId,
    templateId,
    number: (newest?.number ?? 0) + 1,
    structure: pack.structure,
    texts,
    contentHash,
    changeNote: pack.changeNote,
    severity: pack.severity,
    isPublic: true,
  })
  return { versionId, isNew: true }
}

/** Puts the places of an organisation's packs into its directory, and takes out those that no pack has any more. */
export async function publishDirectory(db: TenantDb, tenantId: string, packs: readonly Pack[]): Promise<void> {
  const directory: Directory = {
    places: packs.flatMap((pack) => pack.directory.places),
    missing: packs.flatMap((pack) => pack.directory.missing),
  }
  await replaceDirectory(db, tenantId, directory)
}

const hashOf = (content: unknown): Buffer => createHash('sha256').update(JSON.stringify(content)).digest()
