import { DomainError } from '@kase/shared/errors.ts'
import type { Language } from '@kase/shared/locales.ts'
import type { StuckReason } from '@kase/shared/plans/stuck.schema.ts'
import type { LinkScope, TenantDb } from '../../db/scope.ts'
import type { Dependencies } from '../../infra/dependencies.ts'
import { hashToken } from '../../infra/secrets.ts'
import type { Actor } from '../../trpc/context.ts'
import {
  deleteQuestion,
  findAdvisor,
  insertQuestion,
  listQuestions,
  setAsker,
  updateAnswer,
  type QuestionRow,
} from './question.repository.ts'

/**
 * Private questions to the region's advisor. No scope of an employer sees them, and the holder of a link sees them only on
 * the phone that asked: the employer can copy the link too.
 */

export interface OwnQuestion {
  readonly id: string
  readonly taskTitle: string | null
  readonly reason: StuckReason | null
  readonly body: string
  readonly askedAt: Date
  readonly answer: string | null
  readonly answeredAt: Date | null
}

export interface NewAsk {
  /** Chosen by the page: asking twice under one id asks once. */
  readonly id: string
  /** The key that the asking phone keeps. */
  readonly askerKey: string
  readonly municipality: string
  readonly task?: { readonly key: string; readonly title: string }
  readonly reason: StuckReason | null
  readonly body: string
  readonly language: Language
}

const ownLimit = 50
const advisorLimit = 200

/** @throws DomainError `municipality-unknown` when no advisor serves it */
export async function askAdvisor(
  db: TenantDb,
  { tenantId, planId, participantId }: LinkScope,
  { askerKey, municipality, task, ...question }: NewAsk,
  at: Date,
): Promise<void> {
  const askerHash = hashToken(askerKey)
  const advisor = await findAdvisor(db, municipality)
  if (advisor === undefined) throw new DomainError('municipality-unknown', { municipality })
  await setAsker(db, askerHash)
  await insertQuestion(db, {
    ...question,
    tenantId: advisor,
    employerTenantId: tenantId,
    planId,
    participantId,
    askerHash,
    municipalityKey: municipality,
    taskKey: task?.key ?? null,
    taskTitle: task?.title ?? null,
    askedAt: at,
  })
}

/** The questions asked from one phone, in the scope of a link. */
export async function listOwnQuestions(db: TenantDb, askerKey: string): Promise<OwnQuestion[]> {
  await setAsker(db, hashToken(askerKey))
  return listQuestions(db, ownLimit)
}

/** @throws DomainError `not-found` */
export async function deleteOwnQuestion(db: TenantDb, askerKey: string, id: string): Promise<void> {
  await setAsker(db, hashToken(askerKey))
  if (!(await deleteQuestion(db, id))) throw new DomainError('not-found')
}

/** A question as the advisor sees it: from which municipality and about what, not from whom. */
export interface AdvisorQuestion {
  readonly id: string
  readonly municipality: string
  readonly taskTitle: string | null
  readonly reason: StuckReason | null
  readonly body: string
  readonly language: Language
  readonly askedAt: string
  readonly answer: string | null
  readonly answeredAt: string | null
}

/** The questions to an advisor's organisation, the newest first. */
export async function listAdvisorQuestions(db: TenantDb): Promise<AdvisorQuestion[]> {
  return (await listQuestions(db, advisorLimit)).map(advisorView)
}

const advisorView = (row: QuestionRow): AdvisorQuestion => ({
  id: row.id,
  municipality: row.municipalityKey,
  taskTitle: row.taskTitle,
  reason: row.reason,
  body: row.body,
  language: row.language,
  answer: row.answer,
  askedAt: row.askedAt.toISOString(),
  answeredAt: row.answeredAt?.toISOString() ?? null,
})

/** Answers a question; the answer appears on the asker's page. @throws DomainError `not-found` */
export async function answerQuestion(
  { now }: Pick<Dependencies, 'now'>,
  db: TenantDb,
  { userId }: Actor,
  { id, answer }: { id: string; answer: string },
): Promise<void> {
  if (!(await updateAnswer(db, id, { answer, answeredAt: now(), answeredBy: userId })))
    throw new DomainError('not-found')
}
