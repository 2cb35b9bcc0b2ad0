import { deliverMail } from '../src/features/mail/mail.job.ts'
import type { OutgoingMail } from '../src/features/mail/mail.transport.ts'
import type { TestService } from './service.ts'

/** Sends every waiting message to an address into memory, as the worker would, and returns them in the order they were queued. */
export async function takeMail({ owner, deps }: TestService, to: string): Promise<OutgoingMail[]> {
  const { rows } = await owner.query<{ tenant_id: string; id: string }>(
    `select tenant_id, id from mail where to_address = $1 and state = 'queued' order by created_at`,
    [to],
  )
  const taken: OutgoingMail[] = []
  const transport = { delivery: 'files' as const, send: async (mail: OutgoingMail) => void taken.push(mail) }
  for (const row of rows)
    await deliverMail(deps, transport, { tenantId: row.tenant_id, mailId: row.id }, { isLast: false })
  return taken
}

/** The token at the end of the one link of a message. */
export function tokenIn(mail: OutgoingMail | undefined): string {
  const token = /^https?:\/\/\S*?([A-Za-z0-9_-]{20,})$/m.exec(mail?.text ?? '')?.[1]
  if (token === undefined) throw new Error('there is no link in the message')
  return token
}
