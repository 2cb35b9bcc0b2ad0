import { CamelCasePlugin, Kysely, PostgresDialect, type PostgresPool } from 'kysely'
import type pg from 'pg'
import type { Role, OrganisationKind } from '@kase/shared/identity/role.policy.ts'
import type { DB } from './schema.ts'
import { inReads, inTransaction, type Connection } from './transaction.ts'

/**
 * The one way into the tables. Each function opens a transaction and sets, in the same message as `begin`, whose rows it may
 * see; PostgreSQL's row-level security does the rest. What begins with `with` commits when the work returns and rolls back
 * when it throws; what begins with `read` lets nothing be written and costs no round trip beyond those of its statements.
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

/** On the phone that has the key of this hash (SHA-256, 32 bytes): it asks private questions and sees those it has asked. */
export interface PhoneScope extends LinkScope {
  readonly askerHash?: Buffer | undefined
}

/** A person's place in an organisation, as it stands in the transaction that asks. */
export interface Membership {
  readonly tenantId: string
  readonly userId: string
  readonly role: Role
  readonly kind: OrganisationKind
}

type Work<T> = (db: TenantDb) => Promise<T>
type MemberWork<T> = (db: TenantDb, membership: Membership | undefined) => Promise<T>

interface MemberScope {
  readonly userId: string
  readonly slug: string
}

export interface Database {
  readonly withTenant: <T>(scope: TenantScope, work: Work<T>) => Promise<T>
  readonly withLink: <T>(scope: PhoneScope, work: Work<T>) => Promise<T>
  readonly readLink: <T>(scope: PhoneScope, work: Work<T>) => Promise<T>
  /** The memberships and organisations of one person, and the published catalogue. */
  readonly readUser: <T>(userId: string, work: Work<T>) => Promise<T>
  /** Only the link or invitation that has this token hash (SHA-256, 32 bytes). */
  readonly readTokenHash: <T>(hash: Uint8Array, work: Work<T>) => Promise<T>
  /**
   * The organisation that a slug names, for one of its members; the membership is read and the scope set in the same message
   * as `begin`. `work` gets undefined when there is no such organisation or the person is no member: the two look alike.
   */
  readonly withMember: <T>(person: MemberScope, work: MemberWork<T>) => Promise<T>
  /** The same to read: the membership is one round trip, what is read at once another. */
  readonly readMember: <T>(person: MemberScope, work: MemberWork<T>) => Promise<T>
  readonly close: () => Promise<void>
}

/** Makes the database handle over a pool that connects as the application role, in pg's pipeline mode. */
export function createDatabase(pool: pg.Pool): Database {
  const change = <T>(settings: Settings, work: Work<T>) =>
    inTransaction(pool, begin(settings), (connection) => work(kyselyOver(connection)))
  const read = <T>(settings: Settings, work: Work<T>) =>
    inReads(pool, beginReading(settings), (connection) => work(kyselyOver(connection)))
  return {
    withTenant: async (scope, work) => change(tenantSettings(scope), work),
    withLink: async (scope, work) => change(linkSettings(scope), work),
    readLink: async (scope, work) => read(linkSettings(scope), work),
    readUser: async (userId, work) => read({ user_id: uuid(userId) }, work),
    readTokenHash: async (hash, work) => read({ token_hash: hex(hash) }, work),
    withMember: async ({ userId, slug }, work) => {
      const opening = `${begin({ user_id: uuid(userId) })};${membershipQuery(uuid(userId), slugLiteral(slug))}`
      return inTransaction(pool, opening, async (connection, opened) =>
        work(kyselyOver(connection), membershipOf(userId, await opened)),
      )
    },
    readMember: async ({ userId, slug }, work) => {
      const query = `${beginReading({ user_id: uuid(userId) })};${membershipQuery(uuid(userId), slugLiteral(slug))};commit`
      const membership = membershipOf(userId, (await pool.query(query)) as unknown as pg.QueryResult[])
      const settings = membership && tenantSettings({ ...membership, isBuddy: membership.role === 'buddy' })
      return read(settings ?? { user_id: uuid(userId) }, (db) => work(db, membership))
    },
    close: () => pool.end(),
  }
}

type Settings = Readonly<Record<string, string>>

const tenantSettings = ({ tenantId, userId, isBuddy = false }: TenantScope): Settings => ({
  tenant_id: uuid(tenantId),
  ...(userId && { user_id: uuid(userId) }),
  ...(isBuddy && { buddy_id: uuid(userId) }),
})

const linkSettings = ({ tenantId, planId, participantId, askerHash }: PhoneScope): Settings => ({
  tenant_id: uuid(tenantId),
  plan_id: uuid(planId),
  participant_id: uuid(participantId),
  ...(askerHash && { asker_hash: hex(askerHash) }),
})

function membershipOf(userId: string, results: readonly pg.QueryResult[]): Membership | undefined {
  const row = results.find(({ command }) => command === 'SELECT')?.rows[0] as MembershipRow | undefined
  return row && { tenantId: row.tenant_id, userId, role: row.role, kind: row.kind }
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

const begin = (settings: Settings, start = 'begin'): string =>
  [start, ...Object.entries(settings).map(([name, value]) => `set local app.${name}='${value}'`)].join(';')

const beginReading = (settings: Settings): string => begin(settings, 'begin read only')

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

const plugins = [new CamelCasePlugin({ maintainNestedObjectKeys: true })]

/** Kysely over the one connection of an open transaction. */
function kyselyOver({ query }: Connection): TenantDb {
  const connection = { query, release: () => undefined }
  const pool = { connect: async () => connection, end: async () => undefined } as unknown as PostgresPool
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }), plugins }) as unknown as TenantDb
}
