import type { publishAnnouncementSchema } from '@kase/shared/announcements/announcement.schema.ts'
import { DomainError } from '@kase/shared/errors.ts'
import { pickLanguage, type Language } from '@kase/shared/locales.ts'
import type { z } from 'zod'
import type { LinkScope, TenantDb } from '../../db/scope.ts'
import type { Dependencies } from '../../infra/dependencies.ts'
import type { Actor } from '../../trpc/context.ts'
import { recordAudit } from '../audit/audit.service.ts'
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

/** What a participant is to see now; in the scope of their link. */
export async function listAnnouncements(
  db: TenantDb,
  { participantId, municipality }: { participantId: string; municipality: string },
  { reader, at }: { reader: Language; at: Date },
): Promise<AnnouncementView[]> {
  const rows = await listUndismissed(db, { participantId, municipality, at })
  return rows.flatMap((row) => viewFor(row, reader) ?? [])
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

/** Publishes at once. */
export async function publishAnnouncement(
  { now }: Pick<Dependencies, 'now'>,
  db: TenantDb,
  actor: Actor,
  { sourceLanguage, texts, municipalities, lastDay }: z.infer<typeof publishAnnouncementSchema>,
): Promise<{ id: string }> {
  const { tenantId, userId } = actor
  const { id } = await insertAnnouncement(db, {
    tenantId,
    sourceLanguage,
    texts,
    municipalityKeys: municipalities,
    publishedAt: now(),
    // Until the last day has ended everywhere in Finland.
    endsAt: new Date(`${lastDay}T22:00:00Z`),
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
  readonly publishedAt: string
  readonly endsAt: string
  readonly withdrawnAt: string | null
}

export async function listOwnAnnouncements(db: TenantDb, { tenantId }: Actor): Promise<AdvisorAnnouncement[]> {
  return (await listOfAdvisor(db, tenantId)).map((row) => ({
    id: row.id,
    municipalities: row.municipalityKeys,
    sourceLanguage: row.sourceLanguage,
    texts: row.texts,
    publishedAt: row.publishedAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
  }))
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
