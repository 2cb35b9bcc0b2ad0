import type { AuditPage } from '@kase/shared/identity/audit.schema.ts'
import type { ActorKind } from '../../db/schema.ts'
import type { TenantDb } from '../../db/scope.ts'
import { insertAuditEntry, listAuditEntries } from './audit.repository.ts'

/** The log of every change of data that matters, which the tenant itself can read. Entries are never changed or deleted. */

/** The thing and what happened to it: `plan.launched`, `member.removed`. The web app's words are under `audit.<action>`. */
export type AuditAction = `${string}.${string}`

/** Who did it: a member, the holder of a share link, or (with neither) the service itself. */
export interface AuditActor {
  readonly tenantId: string
  readonly userId?: string
  readonly participantId?: string
}

/**
 * Writes an entry in the caller's transaction: it stands only if what it tells of stands.
 *
 * @param detail what the reader needs to understand the entry; no secrets and nothing about a person's family or permits
 */
export const recordAudit = (
  db: TenantDb,
  { tenantId, userId, participantId }: AuditActor,
  action: AuditAction,
  subjectId?: string,
  detail: Readonly<Record<string, unknown>> = {},
): Promise<void> => {
  const actorKind: ActorKind = userId ? 'member' : participantId ? 'participant' : 'system'
  return insertAuditEntry(db, {
    tenantId,
    actorKind,
    actorId: userId ?? participantId ?? null,
    action,
    subjectId: subjectId ?? null,
    detail,
  })
}

export interface AuditEntry {
  readonly id: number
  /** ISO 8601, UTC. */
  readonly at: string
  readonly actorKind: ActorKind
  readonly actorName: string | null
  readonly action: string
  readonly subjectId: string | null
  readonly detail: Readonly<Record<string, unknown>>
}

/** A page of the log, newest first; `next` is the cursor of the page after it, null on the last one. */
export async function listAudit(
  db: TenantDb,
  page: AuditPage,
): Promise<{ readonly entries: AuditEntry[]; readonly next: number | null }> {
  const rows = await listAuditEntries(db, { ...page, limit: page.limit + 1 })
  const entries = rows.slice(0, page.limit)
  return {
    entries: entries.map((entry) => ({ ...entry, at: entry.at.toISOString() })),
    next: rows.length > page.limit ? (entries.at(-1)?.id ?? null) : null,
  }
}
