import type { Language } from '@kase/shared/locales.ts'
import type { Dependencies } from '../../infra/dependencies.ts'
import type { JobData } from '../../infra/jobs.ts'
import { composeMail, type MailPayloads, type MailTemplate } from './mail-message.ts'
import { renderMailHtml, renderMailText } from './mail-render.ts'
import type { MailProblem } from './mail.service.ts'
import type { MailTransport, OutgoingMail } from './mail.transport.ts'
import { lockQueuedMail, markMailAttempt, markMailSent } from './mail.repository.ts'

/** Starts sending what is in the outbox. */
export const startMailWorker = (deps: Dependencies, transport: MailTransport): Promise<void> =>
  deps.jobs.work('mail', (job, attempt) => deliverMail(deps, transport, job, attempt))

/**
 * Sends one message. The row stays locked while it is being sent, so that a job that is delivered twice sends once; only a
 * server that dies between sending and committing repeats a message, under the same Message-ID.
 *
 * @throws Error when it was not sent and another try may help: the queue then tries again, with growing pauses
 */
export async function deliverMail(
  { db, secrets, publicUrl, log, now }: Dependencies,
  transport: MailTransport,
  { tenantId, mailId }: JobData['mail'],
  { isLast }: { readonly isLast: boolean },
): Promise<void> {
  const failure = await db.withTenant({ tenantId }, async (tenant) => {
    const row = await lockQueuedMail(tenant, tenantId, mailId)
    if (!row) return undefined
    const key = { tenantId, id: mailId }
    const outcome = await attempt(async () => {
      if (row.secret === null) throw new Error('a message that was not sent has lost its link')
      await transport.send(render(row, { id: mailId, publicUrl, token: secrets.decrypt(row.secret) }))
    })
    if (!outcome) {
      await markMailSent(tenant, key, now())
      return undefined
    }
    const isFinal = isLast || outcome.isPermanent
    await markMailAttempt(tenant, key, { lastError: outcome.problem, settledAt: isFinal ? now() : null })
    return { ...outcome, isFinal }
  })
  if (!failure) return
  log.warn({ err: failure.error, tenantId, mailId, problem: failure.problem }, 'mail was not sent')
  if (!failure.isFinal) throw failure.error
}

interface Row {
  readonly template: string
  readonly language: Language
  readonly toAddress: string
  readonly payload: unknown
}
interface RenderContext {
  readonly id: string
  readonly publicUrl: string
  readonly token: string
}

function render(row: Row, { id, publicUrl, token }: RenderContext): OutgoingMail {
  // The row was written by queueMail, whose type pairs template and payload.
  const template = row.template as MailTemplate
  const payload = row.payload as MailPayloads[typeof template]
  const message = composeMail(template, payload, { publicUrl, language: row.language, token })
  return {
    id,
    to: row.toAddress,
    subject: message.subject,
    html: renderMailHtml(message),
    text: renderMailText(message),
    language: message.language,
    replyTo: message.replyTo,
  }
}

interface Failure {
  readonly error: Error
  readonly problem: MailProblem
  /** Trying again would end the same way. */
  readonly isPermanent: boolean
}

/** Undefined when the work was done; else what kept it from being done. */
async function attempt(work: () => Promise<void>): Promise<Failure | undefined> {
  try {
    await work()
    return undefined
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown))
    return { error, ...judge(error) }
  }
}

const unreachable = ['ECONNECTION', 'ESOCKET', 'EDNS', 'ETIMEDOUT', 'ETLS', 'ECONNREFUSED', 'ENOTFOUND']

/** nodemailer says by `code` where it went wrong and by `responseCode` what the server answered (RFC 5321 §4.2.1). */
function judge(error: Error & { readonly code?: unknown; readonly responseCode?: unknown }): Omit<Failure, 'error'> {
  const { code, responseCode } = error
  const isRefusal = typeof responseCode === 'number' && responseCode >= 500
  if (code === 'EENVELOPE') return { problem: 'address-refused', isPermanent: isRefusal }
  if (code === 'EAUTH') return { problem: 'login-refused', isPermanent: false }
  if (typeof code === 'string' && unreachable.includes(code))
    return { problem: 'server-unreachable', isPermanent: false }
  if (typeof responseCode === 'number') return { problem: 'server-refused', isPermanent: isRefusal }
  return { problem: 'unexpected', isPermanent: false }
}
