import type { Language } from '@kase/shared/locales.ts'
import type { QuestionState, StuckReason } from '@kase/shared/plans/stuck.schema.ts'
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

export interface NewQuestion {
  readonly id: string
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

/** Into the organisation whose directory has the municipality. A question that is there already stays as it is. */
export async function insertQuestion(db: TenantDb, question: NewQuestion): Promise<void> {
  const columns = Object.keys(question) as (keyof NewQuestion)[]
  await db
    .insertInto('advisorQuestion')
    .columns(['tenantId', ...columns])
    .expression((eb) =>
      eb
        .selectFrom('municipality as m')
        .select(['m.tenantId', ...columns.map((column) => eb.val(question[column]).as(column))])
        .where('m.key', '=', question.municipalityKey)
        // The same one as `findAdvisor` finds.
        .orderBy('m.tenantId')
        .limit(1),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export interface QuestionPage {
  readonly state?: QuestionState | undefined
  readonly cursor?: { readonly askedAt: Date; readonly id: string } | undefined
  readonly limit: number
}

/** One page of the questions that the scope may see, the newest first. A keyset page, not an offset. */
export function listQuestions(db: TenantDb, { state, cursor, limit }: QuestionPage): Promise<QuestionRow[]> {
  let query = db.selectFrom('advisorQuestion').select(columns).orderBy('askedAt', 'desc').orderBy('id').limit(limit)
  if (state !== undefined) query = query.where('answer', state === 'open' ? 'is' : 'is not', null)
  if (cursor)
    query = query.where((eb) =>
      eb.or([
        eb('askedAt', '<', cursor.askedAt),
        eb.and([eb('askedAt', '=', cursor.askedAt), eb('id', '>', cursor.id)]),
      ]),
    )
  return query.execute()
}

/** How many questions that the scope may see are in each state. */
export async function countQuestions(db: TenantDb): Promise<Record<QuestionState, number>> {
  const { all, answered } = await db
    .selectFrom('advisorQuestion')
    .select((eb) => [eb.fn.countAll<number>().as('all'), eb.fn.count<number>('answer').as('answered')])
    .executeTakeFirstOrThrow()
  return { open: all - answered, answered }
}

export async function hasQuestion(db: TenantDb, id: string): Promise<boolean> {
  return (await db.selectFrom('advisorQuestion').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
}

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
    // Should two serve it, always the same one is asked.
    .orderBy('tenantId')
    .limit(1)
    .executeTakeFirst()
  return row?.tenantId
}

interface Answer {
  readonly id: string
  /** When the answer was given that this one replaces; null for the first. */
  readonly replaces: Date | null
  readonly answer: string
  readonly answeredAt: Date
  readonly answeredBy: string
}

/** False when there is no such question, or another answer than the one to be replaced. */
export async function updateAnswer(db: TenantDb, { id, replaces, ...answer }: Answer): Promise<boolean> {
  const rows = await db
    .updateTable('advisorQuestion')
    .set(answer)
    .where('id', '=', id)
    .where('answeredAt', replaces === null ? 'is' : '=', replaces)
    .returning('id')
    .execute()
  return rows.length > 0
}
