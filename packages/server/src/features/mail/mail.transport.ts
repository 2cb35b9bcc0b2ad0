import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import type Mail from 'nodemailer/lib/mailer/index.js'
import type { Dependencies } from '../../infra/dependencies.ts'

/** How mail leaves the service: by SMTP, or as files where none is configured. */

type MailDelivery = Dependencies['mailDelivery']

export interface OutgoingMail {
  /** The same for every try, so that a repeated message can be recognised. */
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly html: string
  readonly text: string
  readonly language: string
  readonly replyTo?: string | undefined
}

export interface MailTransport {
  readonly delivery: MailDelivery
  /** @throws Error when the message was not taken */
  readonly send: (mail: OutgoingMail) => Promise<void>
}

interface TransportOptions {
  readonly smtpUrl: string | undefined
  readonly from: string
  /** Folder of the .eml files; made when the first one is written. */
  readonly folder: string
  readonly publicUrl: string
}

export function createMailTransport({ smtpUrl, from, folder, publicUrl }: TransportOptions): MailTransport {
  const domain = new URL(publicUrl).hostname
  const messageOf = (mail: OutgoingMail) => messageFor(mail, { from, domain })
  if (smtpUrl === undefined) {
    const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
    return {
      delivery: 'files',
      send: async (mail) => {
        const { message } = await composer.sendMail(messageOf(mail))
        await writeWhole(folder, `${mail.id}.eml`, message as Buffer)
      },
    }
  }
  const smtp = createTransport({
    url: smtpUrl,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
  })
  return {
    delivery: 'smtp',
    send: async (mail) => {
      await smtp.sendMail(messageOf(mail))
    },
  }
}

const messageFor = (
  { id, to, subject, html, text, language, replyTo }: OutgoingMail,
  { from, domain }: { readonly from: string; readonly domain: string },
): Mail.Options => ({
  from,
  // An object, so that nothing in the address is read as a list or as a name.
  to: { name: '', address: to },
  subject,
  html,
  text,
  messageId: `<${id}@${domain}>`,
  headers: { 'Content-Language': language, 'Auto-Submitted': 'auto-generated' },
  disableFileAccess: true,
  disableUrlAccess: true,
  ...(replyTo !== undefined && { replyTo: { name: '', address: replyTo } }),
})

/** Nobody ever sees half a file. */
async function writeWhole(folder: string, name: string, content: Buffer): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, name)
  await writeFile(`${path}.part`, content, { mode: 0o600 })
  await rename(`${path}.part`, path)
}
