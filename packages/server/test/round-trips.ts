import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { afterAll } from 'vitest'

export interface Counted {
  /** The same database, by way of the counter. */
  readonly url: string
  /** How often, while `work` runs, something is sent that had to wait for the answer before it. */
  readonly during: (work: () => Promise<unknown>) => Promise<number>
}

/** Stands between a client and the database and counts round trips: what is sent after an answer starts another. */
export async function countRoundTrips(databaseUrl: string): Promise<Counted> {
  const target = new URL(databaseUrl)
  let count = 0
  const sockets = new Set<Socket>()
  const server = createServer((client) => {
    const database = connect(Number(target.port), target.hostname)
    let isAnswered = true
    for (const socket of [client, database]) {
      sockets.add(socket)
      socket.setNoDelay()
      socket.on('error', () => undefined) // the other end sees it close
    }
    client.on('data', (sent) => {
      if (isAnswered) count += 1
      isAnswered = false
      database.write(sent)
    })
    database.on('data', (answer) => {
      isAnswered = true
      client.write(answer)
    })
    client.on('close', () => database.end())
    database.on('close', () => client.end())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  afterAll(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const url = new URL(databaseUrl)
  url.hostname = '127.0.0.1'
  url.port = String((server.address() as AddressInfo).port)
  return {
    url: url.href,
    during: async (work) => {
      const before = count
      await work()
      return count - before
    },
  }
}
