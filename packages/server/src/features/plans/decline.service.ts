import type { DeclineReason } from '@kase/shared/plans/stuck.schema.ts'
import type { LinkScope, TenantDb } from '../../db/scope.ts'
import { deleteDecline, insertDecline, listDeclines, type NewDecline } from './task-decline.repository.ts'

/** "Not for me", said of a task by the holder of a link; in the scope of that link. */

export const declineTask = (db: TenantDb, scope: LinkScope, decline: NewDecline): Promise<void> =>
  insertDecline(db, scope, decline)

export const takeBackDecline = (db: TenantDb, taskId: string): Promise<void> => deleteDecline(db, taskId)

/** The reasons by task id. */
export const listDeclined = async (db: TenantDb, planId: string): Promise<ReadonlyMap<string, DeclineReason>> =>
  new Map((await listDeclines(db, planId)).map(({ planTaskId, reason }) => [planTaskId, reason]))
