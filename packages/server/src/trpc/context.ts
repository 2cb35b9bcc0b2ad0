import { can, type Action } from '@kase/shared/identity/role.policy.ts'
import { DomainError } from '@kase/shared/errors.ts'
import type { Database, Membership, TenantDb } from '../db/scope.ts'
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

type MemberWork<T> = (db: TenantDb, actor: Actor) => Promise<T>

/**
 * Runs `work` in the transaction of the organisation that the request names, as one of its members who may do `action`.
 *
 * @throws DomainError `signed-out`; `not-found` when there is no such organisation for this person; `not-allowed`
 */
export const asMember = <T>(context: RequestContext, action: Action, work: MemberWork<T>): Promise<T> =>
  enter(context, action, { open: context.deps.db.withMember, work })

/** The same for work that only reads: it takes fewer round trips, and nothing can be written. */
export const asReader = <T>(context: RequestContext, action: Action, work: MemberWork<T>): Promise<T> =>
  enter(context, action, { open: context.deps.db.readMember, work })

interface Entrance<T> {
  readonly open: Database['withMember']
  readonly work: MemberWork<T>
}

async function enter<T>({ person, slug }: RequestContext, action: Action, { open, work }: Entrance<T>): Promise<T> {
  if (!person) throw new DomainError('signed-out')
  return open({ userId: person.userId, slug: slug ?? '' }, async (db, membership) => {
    if (!membership) throw new DomainError('not-found')
    if (!can(membership.role, action)) throw new DomainError('not-allowed')
    return work(db, { ...membership, name: person.name, email: person.email })
  })
}
