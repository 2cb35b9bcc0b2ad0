import type { Language } from '@kase/shared/locales.ts'
import type { TextsByLanguage } from '@kase/shared/templates/pick-text.ts'
import type { TemplateStructure } from '@kase/shared/templates/template.schema.ts'
import type { TenantDb } from '../../db/scope.ts'
import { listStructures, listTexts } from './catalogue.repository.ts'

/** A published version with all its texts, as it stands in memory. */
export interface PublishedVersion {
  readonly versionId: string
  readonly number: number
  readonly sourceLanguage: Language
  readonly structure: TemplateStructure
  readonly texts: TextsByLanguage
}

/**
 * Published versions never change, so each is read once per process. A version gets in only through a scope that may see it,
 * and is asked for only by ids that stand in rows of the asking tenant or in the current catalogue it may see.
 */
export interface VersionCache {
  readonly get: (db: TenantDb, versionIds: readonly string[]) => Promise<ReadonlyMap<string, PublishedVersion>>
}

/** @param bound how many versions are kept; the longest unused goes first */
export function createVersionCache(bound = 200): VersionCache {
  const kept = new Map<string, PublishedVersion>()
  return {
    get: async (db, versionIds) => {
      const wanted = [...new Set(versionIds)]
      const missing = wanted.filter((id) => !kept.has(id))
      for (const version of await readVersions(db, missing)) kept.set(version.versionId, version)
      const found = new Map(
        wanted.flatMap((id) => (kept.has(id) ? [[id, kept.get(id) as PublishedVersion] as const] : [])),
      )
      for (const [id, version] of found) {
        kept.delete(id)
        kept.set(id, version)
      }
      for (const id of [...kept.keys()].slice(0, Math.max(0, kept.size - bound))) kept.delete(id)
      return found
    },
  }
}

async function readVersions(db: TenantDb, versionIds: readonly string[]): Promise<PublishedVersion[]> {
  if (versionIds.length === 0) return []
  const structures = await listStructures(db, versionIds)
  const texts = await listTexts(db, versionIds)
  return structures.map((version) => ({
    ...version,
    texts: Object.fromEntries(
      texts.filter((text) => text.versionId === version.versionId).map((text) => [text.language, text.content]),
    ),
  }))
}
