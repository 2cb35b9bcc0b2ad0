import { randomUUID } from 'node:crypto'
import { DomainError } from '@kase/shared/errors.ts'
import type { Language } from '@kase/shared/locales.ts'
import type { MailState } from '../../db/schema.ts'
import type { TenantDb } from '../../db/scope.ts'
import type { Dependencies } from '../../infra/dependencies.ts'
import type { Actor } from '../../trpc/context.ts'
import { recordAudit } from '../audit/audit.service.ts'
import type { MailPayloads, MailTemplate } from './mail-message.ts'
import * as repository from './mail.repository.ts'

/** The outbox: a message is a row first, and leaves when the transaction that wrote it has committed (mail.job.ts). */

/** The tenant of messages that belong to no organisation. */
export const noTenantId = '00000000-0000-0000-0000-000000000000'

export interface NewMail<T extends MailTemplate> {
  readonly tenantId: string
  readonly template: T
  readonly language: Language
  readonly to: string
  readonly payload: MailPayloads[T]
  /** The token of the link in the message: kept encrypted, and wiped once the message is sent. */
  readonly secret: string
  readonly planId?: string
  readonly participantId?: string
}

/**
 * Writes a message into the outbox and its job onto the queue, both in the caller's transaction.
 *
 * @returns the id of the message
 */
export async function queueMail<T extends MailTemplate>(
  { jobs, secrets, now }: Pick<Dependencies, 'jobs' | 'secrets' | 'now'>,
  db: TenantDb,
  { tenantId, template, language, to, payload, secret, planId, participantId }: NewMail<T>,
): Promise<string> {
  const id = randomUUID()
  await repository.insertMail(db, {
    tenantId,
    id,
    template,
    language,
    toAddress: to,
    payload: JSON.stringify(payload),
    secret: secrets.encrypt(secret),
    planId: planId ?? null,
    participantId: participantId ?? null,
    createdAt: now(),
  })
  await jobs.enqueue(db, 'mail', { tenantId, mailId: id })
  return id
}

/** Why a message did not leave; the words are in the catalogues (`mail.problem.<problem>`). */
const mailProblems = ['address-refused', 'server-unreachable', 'login-refused', 'server-refused', 'unexpected'] as const
export type MailProblem = (typeof mailProblems)[number]

export interface SentMail {
  readonly id: string
  readonly template: string
  readonly language: Language
  readonly to: string
  readonly participantId: string | null
  readonly state: MailState
  readonly attempts: number
  readonly problem: MailProblem | null
  /** ISO 8601, UTC, as the next. */
  readonly createdAt: string
  readonly settledAt: string | null
}

const listLimit = 200

/** What was sent to whom and what became of it: of one plan, or (null) what belongs to no plan. The newest 200. */
export async function listMail(db: TenantDb, { tenantId }: Actor, planId: string | null): Promise<SentMail[]> {
  const rows = await repository.listMail(db, tenantId, planId, listLimit)
  return rows.map(({ lastError, createdAt, settledAt, ...row }) => ({
    ...row,
    problem: mailProblems.find((problem) => problem === lastError) ?? (lastError === null ? null : 'unexpected'),
    createdAt: createdAt.toISOString(),
    settledAt: settledAt?.toISOString() ?? null,
  }))
}

/** Sends a failed message once more. @throws DomainError `not-found`; `mail-not-failed` */
export async function retryMail({ jobs }: Dependencies, db: TenantDb, actor: Actor, id: string): Promise<void> {
  const { tenantId } = actor
  if (!(await repository.requeueMail(db, { tenantId, id })))
    throw new DomainError((await repository.hasMail(db, { tenantId, id })) ? 'mail-not-failed' : 'not-found')
  await jobs.enqueue(db, 'mail', { tenantId, mailId: id })
  await recordAudit(db, actor, 'mail.retried', id)
}
