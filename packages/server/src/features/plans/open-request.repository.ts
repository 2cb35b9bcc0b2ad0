import type { Language } from '@kase/shared/locales.ts'
import type { StuckReason } from '@kase/shared/plans/stuck.schema.ts'
import type { TenantDb } from '../../db/scope.ts'

/** "I am stuck" without an answer yet; read here because the home page and the rows of plans ask for it. */
export interface OpenRequestRow {
  readonly id: string
  readonly planId: string
  readonly planTaskId: string
  readonly key: string
  readonly textVersionId: string
  readonly personName: string
  readonly reason: StuckReason | null
  readonly body: string
  readonly language: Language
  readonly sentAt: Date
}

/** Those of running plans about open tasks, the oldest first: who has waited longest comes first. */
export const listOpenRequests = (db: TenantDb, planIds: readonly string[]): Promise<OpenRequestRow[]> =>
  planIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('helpRequest as r')
        .innerJoin('plan as p', (join) => join.onRef('p.tenantId', '=', 'r.tenantId').onRef('p.id', '=', 'r.planId'))
        .innerJoin('planTask as t', (join) =>
          join.onRef('t.tenantId', '=', 'r.tenantId').onRef('t.id', '=', 'r.planTaskId'),
        )
        .innerJoin('participant as h', (join) =>
          join.onRef('h.tenantId', '=', 'r.tenantId').onRef('h.id', '=', 'r.participantId'),
        )
        .leftJoin('taskTick as k', (join) =>
          join.onRef('k.tenantId', '=', 't.tenantId').onRef('k.planTaskId', '=', 't.id'),
        )
        .select([
          'r.id',
          'r.planId',
          'r.planTaskId',
          't.key',
          't.textVersionId',
          'h.name as personName',
          'r.reason',
          'r.body',
          'r.language',
          'r.sentAt',
        ])
        .where('r.planId', 'in', [...planIds])
        .where('r.answer', 'is', null)
        .where('p.state', '=', 'launched')
        .where('t.isIncluded', '=', true)
        .where('k.planTaskId', 'is', null)
        .orderBy('r.sentAt')
        .limit(200)
        .execute()
