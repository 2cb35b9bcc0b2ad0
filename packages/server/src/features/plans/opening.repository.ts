import type { TenantDb } from '../../db/scope.ts'

/** When the links of plans were first opened; read here because a plan's status asks for it. */
export interface OpeningRow {
  readonly planId: string
  readonly participantId: string
  readonly firstOpenedAt: Date | null
  readonly lastOpenedAt: Date | null
}

export const listOpenings = (db: TenantDb, planIds: readonly string[]): Promise<OpeningRow[]> =>
  planIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('shareLink')
        .select(['planId', 'participantId', 'firstOpenedAt', 'lastOpenedAt'])
        .where('planId', 'in', [...planIds])
        .execute()
