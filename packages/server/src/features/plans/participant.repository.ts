import { DomainError } from '@kase/shared/errors.ts'
import type { Language } from '@kase/shared/locales.ts'
import type { TenantDb } from '../../db/scope.ts'

export interface ParticipantRow {
  readonly id: string
  readonly planId: string
  readonly role: 'worker' | 'partner' | 'child'
  readonly position: number
  readonly name: string
  readonly age: number | null
  readonly language: Language
  readonly email: string | null
  readonly phone: string | null
}

const columns = ['id', 'planId', 'role', 'position', 'name', 'age', 'language', 'email', 'phone'] as const

export const listParticipants = (db: TenantDb, planIds: readonly string[]): Promise<ParticipantRow[]> =>
  planIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('participant')
        .select(columns)
        .where('planId', 'in', [...planIds])
        .orderBy('position')
        .execute()

/** @throws DomainError `not-found` */
export async function getParticipant(db: TenantDb, planId: string, participantId: string): Promise<ParticipantRow> {
  const row = await db
    .selectFrom('participant')
    .select(columns)
    .where('planId', '=', planId)
    .where('id', '=', participantId)
    .executeTakeFirst()
  if (!row) throw new DomainError('not-found')
  return row
}

export type NewParticipant = Omit<ParticipantRow, 'id'> & { readonly tenantId: string }

/** Puts the participants of a plan in place by position: those who stay keep their id, so their links go on working. */
export async function replaceParticipants(
  db: TenantDb,
  planId: string,
  participants: readonly NewParticipant[],
): Promise<void> {
  for (const participant of participants) {
    const { role, name, age, language, email, phone } = participant
    await db
      .insertInto('participant')
      .values(participant)
      .onConflict((conflict) =>
        conflict.columns(['tenantId', 'planId', 'position']).doUpdateSet({ role, name, age, language, email, phone }),
      )
      .execute()
  }
  await db.deleteFrom('participant').where('planId', '=', planId).where('position', '>=', participants.length).execute()
}

export async function setParticipantEmail(db: TenantDb, participantId: string, email: string): Promise<void> {
  await db.updateTable('participant').set({ email }).where('id', '=', participantId).execute()
}
