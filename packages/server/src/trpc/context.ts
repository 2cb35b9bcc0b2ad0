import { can, type Action } from '@kase/shared/identity/role.policy.ts'
import { DomainError } from '@kase/shared/errors.ts'
import type { Membership, TenantDb } from '../db/scope.ts'
import type { Dependencies } from '../infra/dependencies.ts'

/** Who is calling and what they may use: made per request, narrowed by the base procedures (trpc/procedures.ts). */
export interface Person {
  readonly userId: string
  readonly name: string
  readonly email: string
}

export interface RequestContext {
  readonly deps: Dependencies
  /** The signed-in person, if any. */
  readonly person: Person | undefined
  /** The organisation that the web app's address names. */
  readonly slug: string | undefined
  /** Address of the caller, for rate limits only. */
  readonly address: string
}

/** A member who may do what the procedure does. */
export interface Actor extends Membership {
  readonly name: string
  readonly email: string
}

/**
 * Runs `work` in the transaction of the organisation that the request names, as one of its members who may do `action`; work
 * that only reads costs fewer round trips, and can write nothing.
 *
 * @throws DomainError `signed-out`; `not-found` when there is no such organisation for this person; `not-allowed`
 */
export async function asMember<T>(
  { deps, person, slug }: RequestContext,
  { action, isRead }: { action: Action; isRead: boolean },
  work: (db: TenantDb, actor: Actor) => Promise<T>,
): Promise<T> {
  if (!person) throw new DomainError('signed-out')
  const run = isRead ? deps.db.readMember : deps.db.withMember
  return run({ userId: person.userId, slug: slug ?? '' }, async (db, membership) => {
    if (!membership) throw new DomainError('not-found')
    if (!can(membership.role, action)) throw new DomainError('not-allowed')
    return work(db, { ...membership, name: person.name, email: person.email })
  })
}
