import { languageTags, type Language } from '@kase/shared/locales.ts'
import type { TenantDb } from '../../db/scope.ts'
import { listMunicipalities, type MunicipalityRow } from './catalogue.repository.ts'

export interface CatalogueOptions {
  readonly municipalities: readonly MunicipalityRow[]
  /** Every language a participant may be given; texts that are missing in it are shown in another and marked. */
  readonly languages: readonly Language[]
}

export async function listCatalogueOptions(db: TenantDb): Promise<CatalogueOptions> {
  return { municipalities: await listMunicipalities(db), languages: languageTags }
}
