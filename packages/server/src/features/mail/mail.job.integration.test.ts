import { expect, it } from 'vitest'
import { openMember } from '../../../test/organisation.factory.ts'
import { openTestService } from '../../../test/service.ts'
import { openSmtpServer } from '../../../test/smtp-server.ts'
import { startMailWorker } from './mail.job.ts'
import { createMailTransport } from './mail.transport.ts'

const service = await openTestService()
const smtp = await openSmtpServer()

it('sends what the transactions of others have queued, from before its start and after', async () => {
  const { caller } = await openMember(service, 'owner')
  const arrivals = ['before@example.com', 'after@example.com'].map((address) => smtp.next(address))
  await caller.invitation.create({ email: 'before@example.com', role: 'hr' })
  const { publicUrl } = service.deps
  const transport = createMailTransport({ smtpUrl: smtp.url, from: 'welcome@kase.test', folder: '', publicUrl })
  await startMailWorker(service.deps, transport)
  await caller.invitation.create({ email: 'after@example.com', role: 'hr' })
  await Promise.all(arrivals)
  expect(smtp.to('before@example.com')).toHaveLength(1)
  expect(smtp.to('after@example.com')).toHaveLength(1)
})
