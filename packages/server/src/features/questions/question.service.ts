import { DomainError } from '@kase/shared/errors.ts'
import type { Language } from '@kase/shared/locales.ts'
import type { answerQuestionSchema, listQuestionsSchema, StuckReason } from '@kase/shared/plans/stuck.schema.ts'
import type { z } from 'zod'
import type { PhoneScope, TenantDb } from '../../db/scope.ts'
import type { Dependencies } from '../../infra/dependencies.ts'
import type { Actor } from '../../trpc/context.ts'
import { recordAudit } from '../audit/audit.service.ts'
import {
  countQuestions,
  deleteQuestion,
  findAdvisor,
  hasQuestion,
  insertQuestion,
  listQuestions,
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

/** The phone that asks: the hash of the key that it keeps. */
type AskerScope = Required<PhoneScope> & { readonly askerHash: Buffer }

export interface NewAsk {
  /** Chosen by the page: asking twice under one id asks once. */
  readonly id: string
  readonly municipality: string
  readonly task?: { readonly key: string; readonly title: string }
  readonly reason: StuckReason | null
  readonly body: string
  readonly language: Language
}

const ownLimit = 50

/** The organisation that answers in a municipality. @throws DomainError `municipality-unknown` when no advisor serves it */
export async function getAdvisor(db: TenantDb, municipality: string): Promise<string> {
  const advisor = await findAdvisor(db, municipality)
  if (advisor === undefined) throw new DomainError('municipality-unknown', { municipality })
  return advisor
}

/**
 * In the scope of the asking phone.
 *
 * @throws DomainError `municipality-unknown` when no advisor serves it
 */
export async function askAdvisor(
  db: TenantDb,
  { tenantId, planId, participantId, askerHash }: AskerScope,
  { municipality, task, ...question }: NewAsk,
  at: Date,
): Promise<void> {
  await Promise.all([
    getAdvisor(db, municipality),
    insertQuestion(db, {
      ...question,
      employerTenantId: tenantId,
      planId,
      participantId,
      askerHash,
      municipalityKey: municipality,
      taskKey: task?.key ?? null,
      taskTitle: task?.title ?? null,
      askedAt: at,
    }),
  ])
}

/** The questions asked from one phone, in the scope of it; none where the phone has no key. */
export const listOwnQuestions = (db: TenantDb): Promise<OwnQuestion[]> => listQuestions(db, { limit: ownLimit })

/** In the scope of the asking phone. @throws DomainError `not-found` */
export async function deleteOwnQuestion(db: TenantDb, id: string): Promise<void> {
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

export interface QuestionList {
  readonly questions: readonly AdvisorQuestion[]
  readonly cursor: { readonly askedAt: string; readonly id: string } | null
}

/** One page of the questions to an advisor's organisation, the newest first. */
export async function listAdvisorQuestions(
  db: TenantDb,
  { state, cursor, limit }: z.infer<typeof listQuestionsSchema>,
): Promise<QuestionList> {
  const from = cursor && { ...cursor, askedAt: new Date(cursor.askedAt) }
  const questions = (await listQuestions(db, { state, cursor: from, limit })).map(advisorView)
  const last = questions.at(-1)
  return {
    questions,
    cursor: questions.length === limit && last ? { askedAt: last.askedAt, id: last.id } : null,
  }
}

/** How many questions wait for an answer, and how many have one. */
export const countAdvisorQuestions = countQuestions

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

/**
 * Answers a question, or puts another answer in the place of the one that the caller has seen; it appears on the asker's page.
 *
 * @throws DomainError `not-found` when the asker has deleted the question; `changed-meanwhile` when somebody else has answered
 */
export async function answerQuestion(
  { now }: Pick<Dependencies, 'now'>,
  db: TenantDb,
  actor: Actor,
  { id, answer, replaces }: z.infer<typeof answerQuestionSchema>,
): Promise<void> {
  const given = { id, answer, replaces: replaces === null ? null : new Date(replaces) }
  if (!(await updateAnswer(db, { ...given, answeredAt: now(), answeredBy: actor.userId })))
    throw new DomainError((await hasQuestion(db, id)) ? 'changed-meanwhile' : 'not-found')
  await recordAudit(db, actor, 'question.answered', id)
}
