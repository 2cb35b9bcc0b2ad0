import { CamelCasePlugin, Kysely, PostgresDialect, type PostgresPool } from 'kysely'
import type pg from 'pg'
import type { Role, OrganisationKind } from '@kase/shared/identity/role.policy.ts'
import type { DB } from './schema.ts'

/**
 * The one way into the tables. Each function opens a transaction and sets, in the same message as `begin`, whose rows it may
 * see; PostgreSQL's row-level security does the rest. It commits when the work returns and rolls back when it throws.
 */

declare const brand: unique symbol
/**
 * A handle inside a scoped transaction. Only this module makes one, and it cannot open another transaction: a nested
 * `transaction()` would commit the outer one without a word.
 */
export type TenantDb = Omit<Kysely<DB>, 'transaction' | 'startTransaction' | 'connection' | 'destroy'> & {
  readonly [brand]: true
}

/** Staff of an organisation, or the service itself on its behalf when there is no `userId`. */
export interface TenantScope {
  readonly tenantId: string
  readonly userId?: string
  /** A buddy sees only the plans assigned to them. */
  readonly isBuddy?: boolean
}

/** The holder of a share link: one participant of one plan. */
export interface LinkScope {
  readonly tenantId: string
  readonly planId: string
  readonly participantId: string
}

/** A person's place in an organisation, as it stands in the transaction that asks. */
export interface Membership {
  readonly tenantId: string
  readonly userId: string
  readonly role: Role
  readonly kind: OrganisationKind
}

type Work<T> = (db: TenantDb) => Promise<T>

export interface Database {
  readonly withTenant: <T>(scope: TenantScope, work: Work<T>) => Promise<T>
  readonly withLink: <T>(scope: LinkScope, work: Work<T>) => Promise<T>
  /** The memberships and organisations of one person, and the published catalogue. */
  readonly withUser: <T>(userId: string, work: Work<T>) => Promise<T>
  /** Only the link or invitation that has this token hash (SHA-256, 32 bytes). */
  readonly withTokenHash: <T>(hash: Uint8Array, work: Work<T>) => Promise<T>
  /**
   * The organisation that a slug names, for one of its members; the membership is read and the scope set in the same message
   * as `begin`. `work` gets undefined when there is no such organisation or the person is no member: the two look alike.
   */
  readonly withMember: <T>(
    person: { readonly userId: string; readonly slug: string },
    work: (db: TenantDb, membership: Membership | undefined) => Promise<T>,
  ) => Promise<T>
  readonly close: () => Promise<void>
}

/** Makes the database handle over a pool that connects as the application role. */
export function createDatabase(pool: pg.Pool): Database {
  const scoped = <T>(settings: Record<string, string>, work: Work<T>) =>
    inTransaction(pool, begin(settings), (db) => work(db))
  return {
    withTenant: async ({ tenantId, userId, isBuddy = false }, work) =>
      scoped(
        {
          tenant_id: uuid(tenantId),
          ...(userId && { user_id: uuid(userId) }),
          ...(isBuddy && { buddy_id: uuid(userId) }),
        },
        work,
      ),
    withLink: async ({ tenantId, planId, participantId }, work) =>
      scoped({ tenant_id: uuid(tenantId), plan_id: uuid(planId), participant_id: uuid(participantId) }, work),
    withUser: async (userId, work) => scoped({ user_id: uuid(userId) }, work),
    withTokenHash: async (hash, work) => scoped({ token_hash: hex(hash) }, work),
    withMember: async ({ userId, slug }, work) => {
      const opening = `${begin({ user_id: uuid(userId) })};${membershipQuery(uuid(userId), slugLiteral(slug))}`
      return inTransaction(pool, opening, (db, results) => {
        const row = results.at(-1)?.rows[0] as MembershipRow | undefined
        return work(db, row && { tenantId: row.tenant_id, userId, role: row.role, kind: row.kind })
      })
    },
    close: () => pool.end(),
  }
}

interface MembershipRow {
  readonly tenant_id: string
  readonly role: Role
  readonly kind: OrganisationKind
}

const membershipQuery = (userId: string, slug: string): string => `
  select m.tenant_id, m.role, o.kind, set_config('app.tenant_id', m.tenant_id::text, true),
    set_config('app.buddy_id', case when m.role = 'buddy' then m.user_id::text else '' end, true)
  from member m join organisation o on o.tenant_id = m.tenant_id
  where m.user_id = '${userId}' and o.slug = '${slug}'`

const begin = (settings: Record<string, string>): string =>
  ['begin', ...Object.entries(settings).map(([name, value]) => `set local app.${name}='${value}'`)].join(';')

// The literals above are safe only because nothing but these three shapes gets into them.
function uuid(value: string | undefined): string {
  if (value === undefined || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value))
    throw new TypeError('a scope needs a lower-case uuid')
  return value
}
function hex(hash: Uint8Array): string {
  if (hash.length !== 32) throw new TypeError('a token hash has 32 bytes')
  return Buffer.from(hash).toString('hex')
}
/** A slug that no organisation can have becomes one that none has. */
const slugLiteral = (slug: string): string => (/^[a-z0-9-]{1,60}$/.test(slug) ? slug : '-')

async function inTransaction<T>(
  pool: pg.Pool,
  opening: string,
  work: (db: TenantDb, opened: pg.QueryResult[]) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    const opened = (await client.query(opening)) as unknown as pg.QueryResult[]
    const result = await work(kyselyOver(client), opened)
    await client.query('commit')
    return result
  } catch (error) {
    // A connection that cannot roll back must not go back to the pool: its transaction may still be open.
    await client
      .query('rollback')
      .catch((failure: unknown) => (broken = failure instanceof Error ? failure : new Error(String(failure))))
    throw error
  } finally {
    client.release(broken)
  }
}

const plugins = [new CamelCasePlugin({ maintainNestedObjectKeys: true })]

/** Kysely over the one connection of an open transaction. */
function kyselyOver(client: pg.PoolClient): TenantDb {
  const connection = { query: client.query.bind(client), release: () => undefined }
  const pool = { connect: async () => connection, end: async () => undefined } as unknown as PostgresPool
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }), plugins }) as unknown as TenantDb
}
