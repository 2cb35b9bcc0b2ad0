import { CamelCasePlugin, CompiledQuery, Kysely, PostgresDialect, type Transaction } from 'kysely'
import type pg from 'pg'
import type { DB } from './schema.ts'

/**
 * The one way into the tenant tables. Each function opens a transaction and sets, in the same message as `begin`, whose rows
 * it may see; PostgreSQL's row-level security does the rest. Nothing here reads `process.env` or keeps state of its own.
 */

declare const brand: unique symbol
/**
 * A handle inside a scoped transaction. Only this module makes one, and it cannot open another transaction: a nested
 * `transaction()` would commit the outer one without a word.
 */
export type TenantDb = Omit<Transaction<DB>, 'transaction' | 'startTransaction' | 'connection' | 'destroy'> & {
  readonly [brand]: true
}

/** Staff of an organisation; a buddy sees only the plans assigned to them. */
export interface TenantScope {
  readonly tenantId: string
  readonly userId?: string
  readonly isBuddy?: boolean
}

/** The holder of a share link: one participant of one plan. */
export interface LinkScope {
  readonly tenantId: string
  readonly planId: string
  readonly participantId: string
}

export interface Database {
  /** Runs `work` with the rows of one organisation; commits when it returns, rolls back when it throws. */
  withTenant: <T>(scope: TenantScope, work: (db: TenantDb) => Promise<T>) => Promise<T>
  /** Runs `work` with what one link holder may see. */
  withLink: <T>(scope: LinkScope, work: (db: TenantDb) => Promise<T>) => Promise<T>
  /** Runs `work` with the memberships of one person, and the published catalogue. */
  withUser: <T>(userId: string, work: (db: TenantDb) => Promise<T>) => Promise<T>
  /** Runs `work` with only the link or invitation that has this token hash (SHA-256, 32 bytes). */
  withTokenHash: <T>(hash: Uint8Array, work: (db: TenantDb) => Promise<T>) => Promise<T>
  close: () => Promise<void>
}

/** Makes the database handle over a pool that connects as the application role. */
export function createDatabase(pool: pg.Pool): Database {
  const root = new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
  return {
    withTenant: ({ tenantId, userId, isBuddy }, work) =>
      inScope(root, { tenant_id: uuid(tenantId), ...(userId && { user_id: uuid(userId) }), ...(isBuddy && { buddy_id: uuid(userId) }) }, work),
    withLink: ({ tenantId, planId, participantId }, work) =>
      inScope(root, { tenant_id: uuid(tenantId), plan_id: uuid(planId), participant_id: uuid(participantId) }, work),
    withUser: (userId, work) => inScope(root, { user_id: uuid(userId) }, work),
    withTokenHash: (hash, work) => inScope(root, { token_hash: hex(hash) }, work),
    close: () => root.destroy(),
  }
}

/** The literals below are safe only because nothing but these two shapes gets into them. */
const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
function uuid(value: string | undefined): string {
  if (value === undefined || !uuidPattern.test(value)) throw new TypeError('a scope needs a lower-case uuid')
  return value
}
function hex(hash: Uint8Array): string {
  if (hash.length !== 32) throw new TypeError('a token hash has 32 bytes')
  return Buffer.from(hash).toString('hex')
}

async function inScope<T>(root: Kysely<DB>, settings: Record<string, string>, work: (db: TenantDb) => Promise<T>): Promise<T> {
  const begin = Object.entries(settings).map(([name, value]) => `set local app.${name}='${value}'`)
  return root.connection().execute(async (connection) => {
    await connection.executeQuery(CompiledQuery.raw(['begin', ...begin].join(';')))
    try {
      const result = await work(connection as unknown as TenantDb)
      await connection.executeQuery(CompiledQuery.raw('commit'))
      return result
    } catch (error) {
      // A connection whose rollback fails is broken: pg takes it out of the pool when its next query fails, and the server
      // ends the transaction with it. The first error is the one worth telling.
      await connection.executeQuery(CompiledQuery.raw('rollback')).catch(() => undefined)
      throw error
    }
  })
}
