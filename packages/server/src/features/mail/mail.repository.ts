import type { Insertable } from 'kysely'
import type { DB } from '../../db/schema.ts'
import type { TenantDb } from '../../db/scope.ts'

export async function insertMail(db: TenantDb, mail: Insertable<DB['mail']>): Promise<void> {
  await db.insertInto('mail').values(mail).execute()
}

/** A message that waits to be sent, locked until the transaction ends; undefined when it is settled or being sent by another. */
export const lockQueuedMail = (db: TenantDb, tenantId: string, id: string) =>
  db
    .selectFrom('mail')
    .select(['template', 'language', 'toAddress', 'payload', 'secret'])
    .where('tenantId', '=', tenantId)
    .where('id', '=', id)
    .where('state', '=', 'queued')
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()

interface MailKey {
  readonly tenantId: string
  readonly id: string
}

export async function markMailSent(db: TenantDb, { tenantId, id }: MailKey, settledAt: Date): Promise<void> {
  await db
    .updateTable('mail')
    .set((eb) => ({ state: 'sent', settledAt, secret: null, lastError: null, attempts: eb('attempts', '+', 1) }))
    .where('tenantId', '=', tenantId)
    .where('id', '=', id)
    .execute()
}

interface FailedAttempt {
  readonly lastError: string
  /** Set when no further try follows. */
  readonly settledAt: Date | null
}

export async function markMailAttempt(
  db: TenantDb,
  { tenantId, id }: MailKey,
  { lastError, settledAt }: FailedAttempt,
): Promise<void> {
  await db
    .updateTable('mail')
    .set((eb) => ({
      state: settledAt ? 'failed' : 'queued',
      lastError,
      settledAt,
      attempts: eb('attempts', '+', 1),
    }))
    .where('tenantId', '=', tenantId)
    .where('id', '=', id)
    .execute()
}

/** Puts a failed message back on the way; false when there is no failed one. */
export async function requeueMail(db: TenantDb, { tenantId, id }: MailKey): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('mail')
    .set({ state: 'queued', attempts: 0, lastError: null, settledAt: null })
    .where('tenantId', '=', tenantId)
    .where('id', '=', id)
    .where('state', '=', 'failed')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function hasMail(db: TenantDb, { tenantId, id }: MailKey): Promise<boolean> {
  const row = await db
    .selectFrom('mail')
    .select('id')
    .where('tenantId', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row !== undefined
}

/** The messages of one plan, or those that belong to no plan; newest first. */
export const listMail = (db: TenantDb, tenantId: string, planId: string | null, limit: number) =>
  db
    .selectFrom('mail')
    .select([
      'id',
      'template',
      'language',
      'toAddress as to',
      'participantId',
      'state',
      'attempts',
      'lastError',
      'createdAt',
      'settledAt',
    ])
    .where('tenantId', '=', tenantId)
    .where('planId', planId === null ? 'is' : '=', planId)
    .orderBy('createdAt', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute()
