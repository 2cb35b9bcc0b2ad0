import { sql, type SelectQueryBuilder } from 'kysely'
import type { MissingPlace, Place } from '@kase/shared/directory/place.schema.ts'
import type { Municipality, Region } from '@kase/shared/regions/region.schema.ts'
import type { DB } from '../../db/schema.ts'
import type { TenantDb } from '../../db/scope.ts'

/** What the catalogue says to one plan, asked with nothing but the plan's id, so that it travels with the plan's own rows. */

interface MunicipalityOfPlan extends Municipality {
  readonly regionKey: string
  readonly region: Region['name']
}

const planById = (db: TenantDb, planId: string) => db.selectFrom('plan').where('plan.id', '=', planId)

const municipalityKey = (plan: SelectQueryBuilder<DB, 'plan', object>) =>
  plan.select(sql<string>`facts ->> 'municipality'`.as('key'))

export const findMunicipalityOfPlan = (db: TenantDb, planId: string): Promise<MunicipalityOfPlan | undefined> =>
  db
    .selectFrom('municipality as m')
    .innerJoin('region as r', (join) => join.onRef('r.tenantId', '=', 'm.tenantId').onRef('r.key', '=', 'm.regionKey'))
    .select(['m.key', 'm.name', 'm.languages', 'm.url', 'm.regionKey', 'r.name as region'])
    .where('m.key', '=', municipalityKey(planById(db, planId)))
    .orderBy('m.regionKey')
    .limit(1)
    .executeTakeFirst()

/** The places that the plan's tasks name. */
export async function listPlacesOfPlan(db: TenantDb, planId: string): Promise<Place[]> {
  const rows = await db
    .selectFrom('place as p')
    .select('p.content')
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('planTask as t')
          .select('t.id')
          .where('t.planId', '=', planId)
          .whereRef('t.placeTenantId', '=', 'p.tenantId')
          .whereRef('t.placeKey', '=', 'p.key'),
      ),
    )
    .execute()
  return rows.map(({ content }) => content)
}

/** What nobody has filled in the plan's municipality, as the regions of its layers say. */
export const listMissingPlacesOfPlan = (db: TenantDb, planId: string): Promise<MissingPlace[]> =>
  db
    .selectFrom('missingPlace as p')
    .select(['p.slot', 'p.municipalityKey as municipality', 'p.ask'])
    .where('p.municipalityKey', '=', municipalityKey(planById(db, planId)))
    .where(
      'p.tenantId',
      'in',
      planById(db, planId).select(sql<string>`(jsonb_array_elements(layers) ->> 'tenantId')::uuid`.as('tenantId')),
    )
    .execute()
