import type { Language } from '@kase/shared/locales.ts'
import type { DeclineReason } from '@kase/shared/plans/stuck.schema.ts'
import type { TenantDb } from '../../db/scope.ts'
import { listReadings } from './acknowledgement.repository.ts'
import { getPlanRow } from './plan.repository.ts'
import { listDeclines } from './task-decline.repository.ts'

/** "Not for me", as staff see it. */
export interface Decline {
  readonly taskId: string
  readonly participantId: string
  readonly reason: DeclineReason
  readonly declinedAt: string
}

/** "I have read and understood": which version of the words, in which language, when. */
export interface ReadingOfTask {
  readonly taskId: string
  readonly participantId: string
  readonly version: number
  readonly language: Language
  readonly at: string
}

export interface SaidOfTasks {
  readonly declines: readonly Decline[]
  /** Oldest first. */
  readonly readings: readonly ReadingOfTask[]
}

/**
 * What the people of a plan have said of its tasks besides "done"; nothing about the family's own, which the database keeps back.
 *
 * @throws DomainError `not-found`
 */
export async function listSaid(db: TenantDb, planId: string): Promise<SaidOfTasks> {
  await getPlanRow(db, planId)
  const declines = await listDeclines(db, planId)
  const readings = await listReadings(db, planId)
  return {
    declines: declines.map(({ planTaskId, declinedAt, ...decline }) => ({
      ...decline,
      taskId: planTaskId,
      declinedAt: declinedAt.toISOString(),
    })),
    readings: readings.map(({ planTaskId, at, ...reading }) => ({
      ...reading,
      taskId: planTaskId,
      at: at.toISOString(),
    })),
  }
}
