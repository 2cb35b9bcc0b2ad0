import type { Writable } from 'node:stream'
import type pg from 'pg'

/**
 * Transactions over one connection. Statements that do not wait for one another are sent together (pg's pipeline mode, all of
 * them written at once): what stands in one `Promise.all` is one round trip, and so is `begin` with the first of them.
 */

/** What work inside a transaction may send. It is good until the work ends and refuses what comes later. */
export interface Connection {
  readonly query: (text: string, values?: readonly unknown[]) => Promise<pg.QueryResult>
}

type Work<T> = (connection: Connection) => Promise<T>

/**
 * One transaction around all of the work: commits when it returns, rolls back when it throws.
 *
 * @param opening `begin` and what goes with it in the same message
 */
export async function inTransaction<T>(
  pool: pg.Pool,
  opening: string,
  work: (connection: Connection, opened: Promise<pg.QueryResult[]>) => Promise<T>,
): Promise<T> {
  return withConnection(pool, async (send, giveUp) => {
    const opened = send(opening) as Promise<unknown> as Promise<pg.QueryResult[]>
    opened.catch(ignore) // the work's own statements fail with it, and may tell of it first
    try {
      const result = await untilOver({ query: send }, (connection) => work(connection, opened))
      await opened
      await send('commit')
      return result
    } catch (error) {
      await send('rollback').catch(giveUp)
      throw error
    }
  })
}

/**
 * A read-only transaction around each burst of statements that are sent together, opened and ended in the same round trip.
 * Reads that follow one another see what others have committed in between, as they would in one transaction that is "read
 * committed".
 */
export async function inReads<T>(pool: pg.Pool, opening: string, work: Work<T>): Promise<T> {
  return withConnection(pool, async (send, giveUp) => {
    let isOpen = false
    let ended: Promise<unknown> = Promise.resolve()
    const open = (): void => {
      isOpen = true
      const opened = send(opening)
      const committed = new Promise((resolve) =>
        process.nextTick(() => {
          isOpen = false
          resolve(send('commit'))
        }),
      )
      ended = Promise.all([opened, committed])
      ended.catch(ignore) // waited for below
    }
    const query: Connection['query'] = (text, values) => {
      if (!isOpen) open()
      return send(text, values)
    }
    try {
      return await untilOver({ query }, work)
    } finally {
      await ended.catch((failure: unknown) => {
        giveUp(failure)
        throw failure
      })
    }
  })
}

const ignore = (): undefined => undefined

/** Runs the work, then closes the connection to it: a branch that is still under way would reach the next one's transaction. */
async function untilOver<T>({ query }: Connection, work: Work<T>): Promise<T> {
  let isOver = false
  try {
    return await work({
      query: (text, values) => (isOver ? Promise.reject(new Error('the transaction is over')) : query(text, values)),
    })
  } finally {
    isOver = true
  }
}

/** A connection that is given up does not go back to the pool: its transaction may still be open. */
async function withConnection<T>(
  pool: pg.Pool,
  use: (send: Connection['query'], giveUp: (failure: unknown) => void) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    return await use(sendTogether(client), (failure) => {
      broken = failure instanceof Error ? failure : new Error(String(failure))
    })
  } finally {
    client.release(broken)
  }
}

/** Holds back what is sent until the turn is over, so that it leaves as one write. */
function sendTogether(client: pg.PoolClient): Connection['query'] {
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection
  let isHeld = false
  const letGo = (): void => {
    isHeld = false
    stream.uncork()
  }
  return (text, values) => {
    if (!isHeld) {
      isHeld = true
      stream.cork()
      // The second turn comes after the ends of bursts, which are sent in the first.
      process.nextTick(() => process.nextTick(letGo))
    }
    return client.query(text, values && [...values])
  }
}
