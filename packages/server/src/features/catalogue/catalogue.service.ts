import type { DirectoryView } from '@kase/shared/directory/find-place.ts'
import { DomainError } from '@kase/shared/errors.ts'
import { languageTags, staffLanguages, type Language } from '@kase/shared/locales.ts'
import type { Layer, Origin } from '@kase/shared/templates/layers.ts'
import type { TenantDb } from '../../db/scope.ts'
import {
  listCurrentVersions,
  listMissingPlaces,
  listMunicipalities,
  listOwnMunicipalities,
  listPlaces,
  listTextLanguages,
  type MunicipalityRow,
} from './catalogue.repository.ts'
import type { PublishedVersion, VersionCache } from './version-cache.ts'

export { createVersionCache, type PublishedVersion, type VersionCache } from './version-cache.ts'
export type { MunicipalityRow } from './catalogue.repository.ts'
export { listMunicipalities, listOwnMunicipalities }

/** Everything that a plan in one municipality is built from. */
export interface PlanCatalogue {
  readonly layers: readonly Layer[]
  readonly versions: ReadonlyMap<string, PublishedVersion>
  readonly directory: DirectoryView
  readonly municipality: MunicipalityRow
  /** Keys of the templates, for "made from". */
  readonly names: readonly { readonly origin: Origin; readonly key: string }[]
}

/** @throws DomainError `municipality-unknown` when no region has it */
export async function loadPlanCatalogue(
  db: TenantDb,
  versionCache: VersionCache,
  { municipality: key, ...employer }: { municipality: string; tenantId: string; usesStarter: boolean },
): Promise<PlanCatalogue> {
  const municipality = await getMunicipality(db, key)
  const current = await listCurrentVersions(db, { municipality: key, ...employer })
  const versions = await versionCache.get(
    db,
    current.map((version) => version.versionId),
  )
  const tenantIds = [...new Set(current.map((version) => version.tenantId))]
  return {
    layers: current.flatMap((origin) => {
      const version = versions.get(origin.versionId)
      return version ? [layerOf(version, origin)] : []
    }),
    versions,
    directory: {
      places: await listPlaces(db, { municipality: key, tenantIds }),
      missing: await listMissingPlaces(db, { municipality: key, tenantIds }),
    },
    municipality,
    names: current.map(({ key: name, tenantId, versionId, scope }) => ({
      key: name,
      origin: { tenantId, versionId, scope },
    })),
  }
}

function layerOf({ structure, texts }: PublishedVersion, { tenantId, versionId, scope }: Origin): Layer {
  const textKeys = new Set(Object.values(texts).flatMap((text) => Object.keys(text.tasks)))
  return { origin: { tenantId, versionId, scope }, tasks: structure.tasks, patches: structure.patches, textKeys }
}

/** @throws DomainError `municipality-unknown` */
export async function getMunicipality(db: TenantDb, key: string): Promise<MunicipalityRow> {
  const found = (await listMunicipalities(db)).find((municipality) => municipality.key === key)
  if (!found) throw new DomainError('municipality-unknown', { municipality: key })
  return found
}

/** The languages that an advisor's content is read in, those of the staff at least, in the order of the language switch. */
export async function listOwnLanguages(db: TenantDb, tenantId: string): Promise<Language[]> {
  const own = new Set<Language>([...staffLanguages, ...(await listTextLanguages(db, tenantId))])
  return languageTags.filter((tag) => own.has(tag))
}

/** The languages that the content of some versions is offered in, source languages first. */
export function offeredLanguages(versions: Iterable<PublishedVersion>): Language[] {
  const all = [...versions]
  const sources = all.map((version) => version.sourceLanguage)
  return [...new Set([...sources, ...all.flatMap((version) => Object.keys(version.texts) as Language[])])]
}
