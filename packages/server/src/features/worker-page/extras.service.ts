import type { Language } from '@kase/shared/locales.ts'
import type { DeclineReason } from '@kase/shared/plans/stuck.schema.ts'
import type { TenantDb } from '../../db/scope.ts'
import type { Dependencies } from '../../infra/dependencies.ts'
import { listAnnouncements, type AnnouncementView } from '../announcements/announcement.service.ts'
import { loadReadings, type Readings } from '../plans/acknowledgement.service.ts'
import { listDeclined } from '../plans/decline.service.ts'
import type { ParticipantPlan } from '../plans/participant-plan.service.ts'

/** What stands on a page beside the plan itself. */
export interface Extras extends Readings {
  readonly declined: ReadonlyMap<string, DeclineReason>
  readonly announcements: readonly AnnouncementView[]
}

/** In the scope of the link. */
export async function loadExtras(
  deps: Pick<Dependencies, 'versions' | 'now'>,
  db: TenantDb,
  plan: ParticipantPlan,
  reader: Language,
): Promise<Extras> {
  const declined = await listDeclined(db, plan.plan.id)
  const announcements = await listAnnouncements(
    db,
    { participantId: plan.participant.id, municipality: plan.municipality.key },
    { reader, at: deps.now() },
  )
  return { declined, announcements, ...(await loadReadings(deps, db, plan)) }
}
