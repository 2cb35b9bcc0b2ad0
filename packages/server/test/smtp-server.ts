import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll } from 'vitest'

interface ReceivedMail {
  readonly recipients: readonly string[]
  readonly raw: Buffer
}

export interface TestSmtpServer {
  readonly url: string
  /** What has come for an address. */
  readonly to: (address: string) => ReceivedMail[]
  /** Resolves when the next message for an address has come. */
  readonly next: (address: string) => Promise<void>
}

/** A real SMTP server. `refused@…` does not exist there, and it is too busy for `busy@…`. Ends with the test file. */
export async function openSmtpServer(): Promise<TestSmtpServer> {
  const received: ReceivedMail[] = []
  const waiting = new Map<string, () => void>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _, done) => {
      if (address.startsWith('refused@'))
        return done(Object.assign(new Error('5.1.1 no such user'), { responseCode: 550 }))
      done()
    },
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const recipients = envelope.rcptTo.map(({ address }) => address)
        if (recipients.some((address) => address.startsWith('busy@')))
          return done(Object.assign(new Error('4.3.2 come back later'), { responseCode: 451 }))
        received.push({ recipients, raw: Buffer.concat(chunks) })
        done()
        for (const address of recipients) waiting.get(address)?.()
      })
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  afterAll(() => new Promise<void>((resolve) => server.close(resolve)))
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    to: (address) => received.filter(({ recipients }) => recipients.includes(address)),
    next: (address) => new Promise<void>((resolve) => waiting.set(address, resolve)),
  }
}
