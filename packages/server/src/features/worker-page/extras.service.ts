import type { Language } from '@kase/shared/locales.ts'
import type { DeclineReason } from '@kase/shared/plans/stuck.schema.ts'
import type { LinkScope, TenantDb } from '../../db/scope.ts'
import type { Dependencies } from '../../infra/dependencies.ts'
import { listAnnouncements, type AnnouncementView } from '../announcements/announcement.service.ts'
import { loadReadings, type Readings } from '../plans/acknowledgement.service.ts'
import { listDeclined } from '../plans/decline.service.ts'
import type { ParticipantPlan } from '../plans/participant-plan.service.ts'

/** A plan and the language that it is read in. */
export interface Loaded {
  readonly plan: ParticipantPlan
  readonly reader: Language
}

/** What stands on a page beside the plan itself. */
export interface Extras extends Readings {
  readonly declined: ReadonlyMap<string, DeclineReason>
  readonly announcements: readonly AnnouncementView[]
}

/** In the scope of the link; travels with the plan that is under way. */
export async function loadExtras(
  deps: Pick<Dependencies, 'versions' | 'now'>,
  db: TenantDb,
  scope: LinkScope,
  loading: Promise<Loaded>,
): Promise<Extras> {
  const [declined, announcementsFor, readings, { reader }] = await Promise.all([
    listDeclined(db, scope.planId),
    listAnnouncements(db, scope, deps.now()),
    loadReadings(
      deps,
      db,
      scope,
      loading.then(({ plan }) => plan),
    ),
    loading,
  ])
  return { declined, announcements: announcementsFor(reader), ...readings }
}
