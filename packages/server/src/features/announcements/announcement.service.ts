import type { AnnouncementState, PublishAnnouncement } from '@kase/shared/announcements/announcement.schema.ts'
import { addDays, finnishDay, finnishMidnight, type CivilDate } from '@kase/shared/calendar/civil-date.ts'
import { DomainError } from '@kase/shared/errors.ts'
import { pickLanguage, type Language } from '@kase/shared/locales.ts'
import type { LinkScope, TenantDb } from '../../db/scope.ts'
import type { Dependencies } from '../../infra/dependencies.ts'
import type { Actor } from '../../trpc/context.ts'
import { recordAudit } from '../audit/audit.service.ts'
import { listOwnLanguages, listOwnMunicipalities, type MunicipalityRow } from '../catalogue/catalogue.service.ts'
import {
  findAnnouncement,
  insertAnnouncement,
  insertDismissal,
  listOfAdvisor,
  listUndismissed,
  updateWithdrawn,
  type AnnouncementRow,
} from './announcement.repository.ts'

/** Messages of an advisor to every live plan in an area: on top of the worker's page until they end or are hidden. */

/** An announcement for a reader, in the language that has it. */
export interface AnnouncementView {
  readonly id: string
  readonly title: string
  readonly body: string
  readonly language: Language
  readonly isMachine: boolean
  readonly isFallback: boolean
}

/** What a participant is to see now, for a reader who is known once the plan is; in the scope of their link. */
export async function listAnnouncements(
  db: TenantDb,
  participant: { planId: string; participantId: string },
  at: Date,
): Promise<(reader: Language) => AnnouncementView[]> {
  const rows = await listUndismissed(db, { ...participant, at })
  return (reader) => rows.flatMap((row) => viewFor(row, reader) ?? [])
}

function viewFor({ id, texts, sourceLanguage }: AnnouncementRow, reader: Language): AnnouncementView | undefined {
  const language = pickLanguage(reader, (tag) => texts[tag] !== undefined) ?? sourceLanguage
  const text = texts[language]
  if (!text) return undefined
  return {
    id,
    title: text.title,
    body: text.body,
    language,
    isMachine: language !== sourceLanguage && text.state === 'machine',
    isFallback: language !== reader,
  }
}

/** Hides an announcement from one participant for good. @throws DomainError `not-found` */
export async function dismissAnnouncement(db: TenantDb, scope: LinkScope, id: string, at: Date): Promise<void> {
  const announcement = await findAnnouncement(db, id)
  if (!announcement) throw new DomainError('not-found')
  await insertDismissal(db, scope, { announcementTenantId: announcement.tenantId, announcementId: id, at })
}

/** What an announcement can be written for: the advisor's municipalities, and the languages that its content is read in. */
export interface AnnouncementArea {
  readonly municipalities: readonly MunicipalityRow[]
  readonly languages: readonly Language[]
}

export async function getAnnouncementArea(db: TenantDb, { tenantId }: Actor): Promise<AnnouncementArea> {
  return {
    municipalities: await listOwnMunicipalities(db, tenantId),
    languages: await listOwnLanguages(db, tenantId),
  }
}

/**
 * Publishes at once, or from the first day on.
 *
 * @throws DomainError `announcement-over` when its last day has passed; `municipality-unknown` for one that another serves
 */
export async function publishAnnouncement(
  { now }: Pick<Dependencies, 'now'>,
  db: TenantDb,
  actor: Actor,
  { sourceLanguage, texts, municipalities, firstDay, lastDay }: PublishAnnouncement,
): Promise<{ id: string }> {
  const { tenantId, userId } = actor
  const at = now()
  const today = finnishDay(at)
  if (lastDay < today) throw new DomainError('announcement-over')
  const own = new Set((await listOwnMunicipalities(db, tenantId)).map(({ key }) => key))
  const foreign = municipalities.find((key) => !own.has(key))
  if (foreign !== undefined) throw new DomainError('municipality-unknown', { municipality: foreign })
  const { id } = await insertAnnouncement(db, {
    tenantId,
    sourceLanguage,
    texts,
    municipalityKeys: municipalities,
    publishedAt: firstDay === undefined || firstDay <= today ? at : finnishMidnight(firstDay),
    endsAt: finnishMidnight(addDays(lastDay, 1)),
    createdBy: userId,
  })
  await recordAudit(db, actor, 'announcement.published', id)
  return { id }
}

export interface AdvisorAnnouncement {
  readonly id: string
  readonly municipalities: readonly string[]
  readonly sourceLanguage: Language
  readonly texts: AnnouncementRow['texts']
  readonly state: AnnouncementState
  readonly firstDay: CivilDate
  readonly lastDay: CivilDate
  readonly withdrawnAt: string | null
}

/** What is still to be shown before what is over. */
export async function listOwnAnnouncements(
  { now }: Pick<Dependencies, 'now'>,
  db: TenantDb,
  { tenantId }: Actor,
): Promise<AdvisorAnnouncement[]> {
  const at = now()
  return (await listOfAdvisor(db, tenantId)).map((row) => ({
    id: row.id,
    state: stateOf(row, at),
    municipalities: row.municipalityKeys,
    sourceLanguage: row.sourceLanguage,
    texts: row.texts,
    firstDay: finnishDay(row.publishedAt),
    lastDay: finnishDay(new Date(row.endsAt.getTime() - 1)),
    withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
  }))
}

function stateOf({ withdrawnAt, publishedAt, endsAt }: AnnouncementRow, at: Date): AnnouncementState {
  if (withdrawnAt !== null) return 'withdrawn'
  if (endsAt <= at) return 'ended'
  return publishedAt > at ? 'coming' : 'running'
}

/** Takes an announcement off every page. @throws DomainError `not-found` */
export async function withdrawAnnouncement(
  { now }: Pick<Dependencies, 'now'>,
  db: TenantDb,
  actor: Actor,
  { id }: { id: string },
): Promise<void> {
  if (!(await updateWithdrawn(db, actor.tenantId, id, now()))) throw new DomainError('not-found')
  await recordAudit(db, actor, 'announcement.withdrawn', id)
}
