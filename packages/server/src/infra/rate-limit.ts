import type pg from 'pg'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { DomainError } from '@kase/shared/errors.ts'

/** Rate limits that hold across instances: the counts stand in PostgreSQL (infra.rate_limit). */

/** What is limited: how often, for one key, within how many seconds. */
const limits = {
  /** Tokens that open nothing, per address: guesses. */
  'link-refused': { points: 20, duration: 600 },
  /** Requests of a link's holder. */
  'link-use': { points: 300, duration: 60 },
  document: { points: 30, duration: 60 },
  'fresh-link': { points: 3, duration: 3600 },
  /** Codes tried for one link: four digits are few. */
  'link-pin': { points: 5, duration: 3600 },
} as const
export type LimitKind = keyof typeof limits

export interface RateLimits {
  /**
   * Counts one use.
   *
   * @returns how many are left
   * @throws DomainError `too-many-requests` with `seconds` to wait
   */
  readonly consume: (kind: LimitKind, key: string) => Promise<number>
  /** Whether the key has used up its limit; counts nothing. */
  readonly isExhausted: (kind: LimitKind, key: string) => Promise<boolean>
  /** Forgets what was counted: the key may begin anew. */
  readonly reset: (kind: LimitKind, key: string) => Promise<void>
}

export function createRateLimits(pool: pg.Pool): RateLimits {
  const limiters = new Map(
    (Object.keys(limits) as LimitKind[]).map((kind) => [
      kind,
      new RateLimiterPostgres({
        storeClient: pool,
        storeType: 'pool',
        schemaName: 'infra',
        tableName: 'rate_limit',
        tableCreated: true,
        clearExpiredByTimeout: true,
        keyPrefix: kind,
        ...limits[kind],
      }),
    ]),
  )
  const limiterOf = (kind: LimitKind): RateLimiterPostgres => {
    const limiter = limiters.get(kind)
    if (!limiter) throw new TypeError(`no limit is named ${kind}`)
    return limiter
  }
  return {
    consume: async (kind, key) => {
      const { remainingPoints } = await limiterOf(kind)
        .consume(key)
        .catch((reason: unknown) => {
          if (!(reason instanceof RateLimiterRes)) throw reason
          throw new DomainError('too-many-requests', { seconds: Math.ceil(reason.msBeforeNext / 1000) })
        })
      return remainingPoints
    },
    isExhausted: async (kind, key) => ((await limiterOf(kind).get(key))?.remainingPoints ?? 1) <= 0,
    reset: async (kind, key) => void (await limiterOf(kind).delete(key)),
  }
}
