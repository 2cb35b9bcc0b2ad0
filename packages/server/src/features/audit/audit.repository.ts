import type { AuditPage } from '@kase/shared/identity/audit.schema.ts'
import type { TenantDb } from '../../db/scope.ts'
import type { ActorKind } from '../../db/schema.ts'

export interface NewAuditEntry {
  readonly tenantId: string
  readonly actorKind: ActorKind
  readonly actorId: string | null
  readonly action: string
  readonly subjectId: string | null
  readonly detail: Readonly<Record<string, unknown>>
}

export async function insertAuditEntry(db: TenantDb, entry: NewAuditEntry): Promise<void> {
  await db
    .insertInto('auditEntry')
    .values({ ...entry, detail: JSON.stringify(entry.detail) })
    .execute()
}

/** Newest first. The name is that of the member as it is now; null for somebody who has left and for anyone but a member. */
export const listAuditEntries = (db: TenantDb, { before, limit }: AuditPage) =>
  db
    .selectFrom('auditEntry as entry')
    .leftJoin('member', (join) =>
      join.onRef('member.tenantId', '=', 'entry.tenantId').onRef('member.userId', '=', 'entry.actorId'),
    )
    .select([
      'entry.id',
      'entry.at',
      'entry.actorKind',
      'member.name as actorName',
      'entry.action',
      'entry.subjectId',
      'entry.detail',
    ])
    .$if(before !== undefined, (query) => query.where('entry.id', '<', before ?? 0))
    .orderBy('entry.id', 'desc')
    .limit(limit)
    .execute()
