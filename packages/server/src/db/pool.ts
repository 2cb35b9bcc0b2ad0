import pg from 'pg'

// Days stay ISO strings (a Date would move them by the zone); counts fit a double.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

interface PoolOptions {
  readonly max?: number
  /** Told of errors of idle connections (the server went away); without a listener they would end the process. */
  readonly onError: (error: Error) => void
}

/**
 * A pool of connections that send statements without waiting for the answers of those before. An idle connection that dies is reported and replaced, never thrown.
 */
export function createPool(connectionString: string, { max = 10, onError }: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    pipeline: true,
  })
  pool.on('error', onError)
  return pool
}
