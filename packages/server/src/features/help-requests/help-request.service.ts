import { DomainError } from '@kase/shared/errors.ts'
import type { Language } from '@kase/shared/locales.ts'
import type { StuckReason } from '@kase/shared/plans/stuck.schema.ts'
import type { LinkScope, TenantDb } from '../../db/scope.ts'
import type { Dependencies } from '../../infra/dependencies.ts'
import type { Actor } from '../../trpc/context.ts'
import { getPlan, recordEventOfChange, recordPlanEvent } from '../plans/plan-access.service.ts'
import {
  findHelpRequest,
  newHelpRequest,
  listHelpRequests,
  updateAnswer,
  type HelpRequestRow,
} from './help-request.repository.ts'

/** "I am stuck", said to the employer about a task, and the employer's answer. */

export type { HelpRequestRow } from './help-request.repository.ts'

interface NewRequest {
  /** Chosen by the page: sending twice under one id sends once. */
  readonly id: string
  readonly taskId: string
  readonly reason: StuckReason | null
  readonly body: string
  readonly language: Language
}

/** In the scope of the link. The family's own tasks cannot be sent: the database refuses them. */
export async function sendHelpRequest(
  db: TenantDb,
  scope: LinkScope,
  { taskId, ...request }: NewRequest,
  at: Date,
): Promise<void> {
  const sent = newHelpRequest(db, { ...scope, ...request, planTaskId: taskId, sentAt: at })
  await recordEventOfChange(db, sent, {
    ...scope,
    kind: 'stuck-told',
    actorKind: 'participant',
    planTaskId: taskId,
    at,
  })
}

/** What the holder of the link has sent, with the answers; in the scope of the link. */
export const listOwnHelpRequests = (db: TenantDb, { planId }: Pick<LinkScope, 'planId'>): Promise<HelpRequestRow[]> =>
  listHelpRequests(db, planId)

/** A request as staff see it. */
export interface HelpRequestView {
  readonly id: string
  readonly taskId: string
  readonly participantId: string
  readonly reason: StuckReason | null
  readonly body: string
  readonly language: Language
  readonly sentAt: string
  readonly answer: string | null
  readonly answeredAt: string | null
  /** The member who answered. */
  readonly answeredBy: string | null
}

/** @throws DomainError `not-found` */
export async function listPlanHelpRequests(db: TenantDb, planId: string): Promise<HelpRequestView[]> {
  await getPlan(db, planId)
  return (await listHelpRequests(db, planId)).map((row) => ({
    id: row.id,
    taskId: row.planTaskId,
    participantId: row.participantId,
    reason: row.reason,
    body: row.body,
    language: row.language,
    answer: row.answer,
    sentAt: row.sentAt.toISOString(),
    answeredAt: row.answeredAt?.toISOString() ?? null,
    answeredBy: row.answeredBy,
  }))
}

/**
 * Answers a request; the answer appears on the task of the one who asked. Sending the same answer again changes nothing.
 *
 * @throws DomainError `not-found`; `changed-meanwhile` when somebody else has answered it
 */
export async function answerHelpRequest(
  { now }: Pick<Dependencies, 'now'>,
  db: TenantDb,
  { tenantId, userId }: Actor,
  { id, answer }: { id: string; answer: string },
): Promise<void> {
  const isAnswered = await updateAnswer(db, id, { answer, answeredAt: now(), answeredBy: userId })
  const request = await findHelpRequest(db, id)
  if (!request) throw new DomainError('not-found')
  const { planId, planTaskId, participantId } = request
  if (isAnswered)
    await recordPlanEvent(db, {
      tenantId,
      planId,
      kind: 'stuck-answered',
      actorKind: 'member',
      userId,
      planTaskId,
      at: now(),
      detail: { participantId },
    })
  else if (request.answer !== answer || request.answeredBy !== userId) throw new DomainError('changed-meanwhile')
}
