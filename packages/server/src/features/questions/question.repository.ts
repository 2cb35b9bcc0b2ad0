import { sql } from 'kysely'
import type { Language } from '@kase/shared/locales.ts'
import type { StuckReason } from '@kase/shared/plans/stuck.schema.ts'
import type { TenantDb } from '../../db/scope.ts'

export interface QuestionRow {
  readonly id: string
  readonly municipalityKey: string
  readonly taskKey: string | null
  readonly taskTitle: string | null
  readonly reason: StuckReason | null
  readonly body: string
  readonly language: Language
  readonly askedAt: Date
  readonly answer: string | null
  readonly answeredAt: Date | null
}

const columns = [
  'id',
  'municipalityKey',
  'taskKey',
  'taskTitle',
  'reason',
  'body',
  'language',
  'askedAt',
  'answer',
  'answeredAt',
] as const

/** Opens the questions of one phone, and of no other, for the rest of the transaction. */
export async function setAsker(db: TenantDb, askerHash: Buffer): Promise<void> {
  await sql`select set_config('app.asker_hash', ${askerHash.toString('hex')}, true)`.execute(db)
}

export interface NewQuestion {
  readonly id: string
  readonly tenantId: string
  readonly employerTenantId: string
  readonly planId: string
  readonly participantId: string
  readonly askerHash: Buffer
  readonly municipalityKey: string
  readonly taskKey: string | null
  readonly taskTitle: string | null
  readonly reason: StuckReason | null
  readonly body: string
  readonly language: Language
  readonly askedAt: Date
}

/** A question that is there already stays as it is. */
export async function insertQuestion(db: TenantDb, question: NewQuestion): Promise<void> {
  await db
    .insertInto('advisorQuestion')
    .values(question)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The questions that the scope may see, the newest first. */
export const listQuestions = (db: TenantDb, limit: number): Promise<QuestionRow[]> =>
  db.selectFrom('advisorQuestion').select(columns).orderBy('askedAt', 'desc').limit(limit).execute()

/** Returns whether there was one that the scope may delete. */
export async function deleteQuestion(db: TenantDb, id: string): Promise<boolean> {
  const rows = await db.deleteFrom('advisorQuestion').where('id', '=', id).returning('id').execute()
  return rows.length > 0
}

/** The organisation whose directory has a municipality: its advisor. */
export async function findAdvisor(db: TenantDb, municipality: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('municipality')
    .select('tenantId')
    .where('key', '=', municipality)
    .limit(1)
    .executeTakeFirst()
  return row?.tenantId
}

interface Answer {
  readonly answer: string
  readonly answeredAt: Date
  readonly answeredBy: string
}

export async function updateAnswer(db: TenantDb, id: string, answer: Answer): Promise<boolean> {
  const rows = await db.updateTable('advisorQuestion').set(answer).where('id', '=', id).returning('id').execute()
  return rows.length > 0
}
