import { sql } from 'kysely'
import type { MissingPlace, Place } from '@kase/shared/directory/place.schema.ts'
import type { Language } from '@kase/shared/locales.ts'
import type { Municipality, Region } from '@kase/shared/regions/region.schema.ts'
import type { Origin } from '@kase/shared/templates/layers.ts'
import type { Scope, TemplateStructure, TemplateText } from '@kase/shared/templates/template.schema.ts'
import type { TenantDb } from '../../db/scope.ts'

/** The catalogue: regions, directory and published template versions. Readable in every scope. */

export interface CurrentVersion extends Origin {
  readonly key: string
  readonly sourceLanguage: Language
}

/** The newest published versions that apply to an employer's plan in a municipality, upper layers first. */
export async function listCurrentVersions(
  db: TenantDb,
  { municipality, tenantId, usesStarter }: { municipality: string; tenantId: string; usesStarter: boolean },
): Promise<CurrentVersion[]> {
  const rows = await db
    .selectFrom('template as t')
    .select(['t.tenantId', 't.currentVersionId as versionId', 't.scope', 't.key', 't.sourceLanguage'])
    .where('t.currentVersionId', 'is not', null)
    .where((eb) =>
      eb.or([
        eb('t.scope', '=', 'country'),
        eb.and([
          eb('t.scope', '=', 'region'),
          eb.exists(
            eb
              .selectFrom('municipality as m')
              .select(sql.lit(1).as('one'))
              .whereRef('m.tenantId', '=', 't.tenantId')
              .whereRef('m.regionKey', '=', 't.regionKey')
              .where('m.key', '=', municipality),
          ),
        ]),
        eb.and([eb('t.scope', '=', 'municipality'), eb('t.municipalityKey', '=', municipality)]),
        eb.and([eb('t.scope', '=', 'employer'), eb.or([eb('t.tenantId', '=', tenantId), eb.lit(usesStarter)])]),
      ]),
    )
    .orderBy('t.key')
    .execute()
  const order: readonly Scope[] = ['country', 'region', 'municipality', 'employer']
  return rows
    .flatMap(({ versionId, ...row }) => (versionId === null ? [] : [{ ...row, versionId }]))
    .toSorted((a, b) => order.indexOf(a.scope) - order.indexOf(b.scope))
}

export interface VersionStructure {
  readonly versionId: string
  readonly structure: TemplateStructure
  readonly sourceLanguage: Language
  readonly number: number
}

export const listStructures = (db: TenantDb, versionIds: readonly string[]): Promise<VersionStructure[]> =>
  db
    .selectFrom('templateVersion as v')
    .innerJoin('template as t', (join) =>
      join.onRef('t.tenantId', '=', 'v.tenantId').onRef('t.id', '=', 'v.templateId'),
    )
    .select(['v.id as versionId', 'v.structure', 'v.number', 't.sourceLanguage'])
    .where('v.id', 'in', [...versionIds])
    .execute()

export const listTexts = (
  db: TenantDb,
  versionIds: readonly string[],
): Promise<{ versionId: string; language: Language; content: TemplateText }[]> =>
  db
    .selectFrom('templateText')
    .select(['templateVersionId as versionId', 'language', 'content'])
    .where('templateVersionId', 'in', [...versionIds])
    .execute()

/** The places that may fill a slot of a municipality, or that one of the tenants' tasks names. */
export async function listPlaces(
  db: TenantDb,
  { municipality, tenantIds }: { municipality: string; tenantIds: readonly string[] },
): Promise<(Place & { tenantId: string })[]> {
  if (tenantIds.length === 0) return []
  const rows = await db
    .selectFrom('place')
    .select(['tenantId', 'content'])
    .where('tenantId', 'in', [...tenantIds])
    .where((eb) =>
      eb.or([eb(eb.val(municipality), '=', eb.fn.any('municipalities')), eb('municipalities', '=', eb.val([]))]),
    )
    .orderBy('key')
    .execute()
  return rows.map(({ tenantId, content }) => ({ ...content, tenantId }))
}

export async function listMissingPlaces(
  db: TenantDb,
  { municipality, tenantIds }: { municipality: string; tenantIds: readonly string[] },
): Promise<MissingPlace[]> {
  if (tenantIds.length === 0) return []
  const rows = await db
    .selectFrom('missingPlace')
    .select(['slot', 'municipalityKey as municipality', 'ask'])
    .where('tenantId', 'in', [...tenantIds])
    .where('municipalityKey', '=', municipality)
    .execute()
  return rows
}

export interface MunicipalityRow extends Municipality {
  readonly regionKey: string
  readonly region: Region['name']
}

/** Every municipality that some region has, in the order of its region. */
export const listMunicipalities = (db: TenantDb): Promise<MunicipalityRow[]> => selectMunicipalities(db).execute()

const selectMunicipalities = (db: TenantDb) =>
  db
    .selectFrom('municipality as m')
    .innerJoin('region as r', (join) => join.onRef('r.tenantId', '=', 'm.tenantId').onRef('r.key', '=', 'm.regionKey'))
    .select(['m.key', 'm.name', 'm.languages', 'm.url', 'm.regionKey', 'r.name as region'])
    .orderBy('m.regionKey')
    .orderBy('m.position')

/** The municipalities of one advisor, in the order of its regions. */
export const listOwnMunicipalities = (db: TenantDb, tenantId: string): Promise<MunicipalityRow[]> =>
  selectMunicipalities(db).where('m.tenantId', '=', tenantId).execute()

/** The languages that an advisor's published templates have texts in. */
export async function listTextLanguages(db: TenantDb, tenantId: string): Promise<Language[]> {
  const rows = await db
    .selectFrom('template as t')
    .innerJoin('templateText as x', (join) =>
      join.onRef('x.tenantId', '=', 't.tenantId').onRef('x.templateVersionId', '=', 't.currentVersionId'),
    )
    .select('x.language')
    .distinct()
    .where('t.tenantId', '=', tenantId)
    .execute()
  return rows.map(({ language }) => language)
}
