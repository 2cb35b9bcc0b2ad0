import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import PostalMime from 'postal-mime'
import { afterAll, describe, expect, it } from 'vitest'
import { insertOrganisation, openMember } from '../../../test/organisation.factory.ts'
import { refusal } from '../../../test/refusal.ts'
import { openTestService } from '../../../test/service.ts'
import { openSmtpServer } from '../../../test/smtp-server.ts'
import { deliverMail } from './mail.job.ts'
import { queueMail, type NewMail } from './mail.service.ts'
import { createMailTransport } from './mail.transport.ts'

const service = await openTestService()
const { owner, deps, callerFor } = service
const smtp = await openSmtpServer()
const folder = await mkdtemp(join(tmpdir(), 'kase-mail-'))
afterAll(() => rm(folder, { recursive: true }))

const options = { from: 'KASE Welcome <welcome@kase.test>', folder: join(folder, 'mail'), publicUrl: deps.publicUrl }
const bySmtp = createMailTransport({ ...options, smtpUrl: smtp.url })
const toFiles = createMailTransport({ ...options, smtpUrl: undefined })
const token = 'tokentokentokentokento'

const queue = async (tenantId: string, given: Partial<NewMail<'share-link'>> = {}) =>
  deps.db.withTenant({ tenantId }, (db) =>
    queueMail(deps, db, {
      tenantId,
      template: 'share-link',
      language: 'fil',
      to: 'maria@example.com',
      payload: { name: 'Maria Halimbawa', employer: 'Hirsi & Poika Oy', expiresAt: '2026-11-30T22:30:00Z' },
      secret: token,
      ...given,
    }),
  )

const rowOf = async (id: string) => {
  const { rows } = await owner.query(
    'select state, attempts, last_error, secret, settled_at is not null as settled from mail where id = $1',
    [id],
  )
  return rows[0]
}

const deliver = (tenantId: string, mailId: string, { transport = bySmtp, isLast = false } = {}) =>
  deliverMail(deps, transport, { tenantId, mailId }, { isLast })

describe('a message', () => {
  it('arrives by SMTP as text and HTML in the language of its reader, and its secret is wiped', async () => {
    const { tenantId } = await insertOrganisation(owner)
    const id = await queue(tenantId, { to: 'arrives@example.com' })
    expect((await rowOf(id)).secret).not.toBeNull()
    await deliver(tenantId, id)
    const [received] = smtp.to('arrives@example.com')
    const mail = await PostalMime.parse(received!.raw)
    expect(mail.subject).toBe('Hirsi & Poika Oy: ang plano mo para sa mga unang linggo')
    expect(mail.messageId).toBe(`<${id}@localhost>`)
    expect(mail.from?.address).toBe('welcome@kase.test')
    expect(mail.html).toContain('<html lang="fil" dir="ltr">')
    expect(mail.html).toContain('Hirsi &#38; Poika Oy')
    expect(mail.html).toContain(`href="http://localhost:3000/p/${token}"`)
    // 22:30 UTC is the next day in Finland.
    expect(mail.text).toContain('Dis 1, 2026')
    expect(mail.text).toContain(`http://localhost:3000/p/${token}`)
    expect(mail.text).toContain('Isinalin ng computer')
    expect(await rowOf(id)).toEqual({ state: 'sent', attempts: 1, last_error: null, secret: null, settled: true })
  })

  it('is sent once when its job is delivered twice, also at the same moment', async () => {
    const { tenantId } = await insertOrganisation(owner)
    const id = await queue(tenantId, { to: 'once@example.com' })
    await Promise.all([deliver(tenantId, id), deliver(tenantId, id), deliver(tenantId, id)])
    await deliver(tenantId, id)
    expect(smtp.to('once@example.com')).toHaveLength(1)
  })

  it('is never sent when the transaction that wrote it fails', async () => {
    const { tenantId } = await insertOrganisation(owner)
    const before = await owner.query('select count(*) from pgboss.job')
    const failing = deps.db.withTenant({ tenantId }, async (db) => {
      await queueMail(deps, db, {
        tenantId,
        template: 'password-reset',
        language: 'fi',
        to: 'never@example.com',
        payload: { name: 'A' },
        secret: token,
      })
      throw new Error('changed my mind')
    })
    await expect(failing).rejects.toThrow('changed my mind')
    expect((await owner.query(`select from mail where to_address = 'never@example.com'`)).rowCount).toBe(0)
    expect((await owner.query('select count(*) from pgboss.job')).rows).toEqual(before.rows)
  })

  it('lands as a file that only the service can read when there is no SMTP', async () => {
    const { tenantId } = await insertOrganisation(owner)
    const id = await queue(tenantId, {
      language: 'ar',
      payload: {
        name: 'سارة مثال',
        employer: 'Hirsi Oy',
        expiresAt: '2026-12-01T00:00:00Z',
        contact: 'Aino, +358 40 1234567',
        contactEmail: 'aino@example.com',
      },
    })
    await deliver(tenantId, id, { transport: toFiles })
    expect(await readdir(options.folder)).toEqual([`${id}.eml`])
    expect((await stat(join(options.folder, `${id}.eml`))).mode & 0o077).toBe(0)
    const mail = await PostalMime.parse(await readFile(join(options.folder, `${id}.eml`)))
    expect(mail.html).toContain('<html lang="ar" dir="rtl">')
    expect(mail.html).toContain('<bdi>Aino, +358 40 1234567</bdi>')
    expect(mail.text).toContain('\u2068سارة مثال\u2069')
    expect(mail.replyTo).toMatchObject([{ address: 'aino@example.com' }])
  })
})

describe('text of people in a message', () => {
  it('is never markup and never a header', async () => {
    const { tenantId } = await insertOrganisation(owner)
    const name = `<script>alert(1)</script>"'&**bold** [x](http://evil.test) {employer}`
    const employer = 'Evil\r\nBcc: victim@example.com'
    const payload = { name, employer, expiresAt: '2026-12-01T00:00:00Z' }
    const id = await queue(tenantId, { to: 'markup@example.com', language: 'en', payload })
    await deliver(tenantId, id)
    const [received] = smtp.to('markup@example.com')
    expect(received!.recipients).toEqual(['markup@example.com'])
    const mail = await PostalMime.parse(received!.raw)
    expect(mail.bcc).toBeUndefined()
    expect(mail.html).not.toContain('<script')
    expect(mail.html).not.toContain('evil.test"')
    expect(mail.text).toContain(name)
  })
})

describe('a message that does not leave', () => {
  it('stays queued with its reason while tries are left, and is failed after the last one', async () => {
    const { tenantId } = await insertOrganisation(owner)
    const id = await queue(tenantId)
    const dead = createMailTransport({ ...options, smtpUrl: 'smtp://127.0.0.1:1' })
    await expect(deliver(tenantId, id, { transport: dead })).rejects.toThrow('ECONNREFUSED')
    expect(await rowOf(id)).toMatchObject({
      state: 'queued',
      attempts: 1,
      last_error: 'server-unreachable',
      settled: false,
    })
    await deliver(tenantId, id, { transport: dead, isLast: true })
    expect(await rowOf(id)).toMatchObject({
      state: 'failed',
      attempts: 2,
      last_error: 'server-unreachable',
      settled: true,
    })
  })

  it('is failed at once when the server says that there is no such address', async () => {
    const { tenantId } = await insertOrganisation(owner)
    const id = await queue(tenantId, { to: 'refused@example.com' })
    await deliver(tenantId, id)
    expect(await rowOf(id)).toMatchObject({ state: 'failed', attempts: 1, last_error: 'address-refused' })
  })

  it('is tried again when the server is only busy', async () => {
    const { tenantId } = await insertOrganisation(owner)
    const id = await queue(tenantId, { to: 'busy@example.com' })
    await expect(deliver(tenantId, id)).rejects.toThrow('451')
    expect(await rowOf(id)).toMatchObject({ state: 'queued', last_error: 'server-refused' })
  })
})

describe('mail.list', () => {
  it('shows what was sent for a plan and what became of it, without the secret', async () => {
    const { caller, organisation } = await openMember(service, 'hr')
    const { tenantId } = organisation
    const planId = randomUUID()
    const id = await queue(tenantId, { planId, to: 'list@example.com' })
    await queue(tenantId, { to: 'no-plan@example.com' })
    await deliver(tenantId, id)
    const [mail, ...others] = await caller.mail.list({ planId })
    expect(others).toEqual([])
    expect(mail).toMatchObject({ id, to: 'list@example.com', state: 'sent', problem: null, template: 'share-link' })
    expect(JSON.stringify(mail)).not.toContain(token)
    expect(await caller.mail.list({ planId: null })).toMatchObject([{ to: 'no-plan@example.com', state: 'queued' }])
  })

  it('shows nothing of another organisation, and the same for a plan that does not exist', async () => {
    const other = await openMember(service, 'owner')
    const planId = randomUUID()
    await queue(other.organisation.tenantId, { planId })
    const { caller, person } = await openMember(service, 'owner')
    expect(await caller.mail.list({ planId })).toEqual([])
    expect(await caller.mail.list({ planId: randomUUID() })).toEqual([])
    const there = callerFor({ person, slug: other.organisation.slug })
    expect(await refusal(there.mail.list({ planId }))).toEqual({ code: 'not-found' })
  })

  it.each(['buddy', 'editor', 'translator'] as const)('is not for a %s', async (role) => {
    const { caller } = await openMember(service, role)
    expect(await refusal(caller.mail.list({ planId: null }))).toEqual({ code: 'not-allowed' })
  })
})

describe('mail.retry', () => {
  it('sends a failed message once more', async () => {
    const { caller, organisation } = await openMember(service, 'hr')
    const { tenantId } = organisation
    const id = await queue(tenantId, { to: 'retry@example.com' })
    const dead = createMailTransport({ ...options, smtpUrl: 'smtp://127.0.0.1:1' })
    await deliver(tenantId, id, { transport: dead, isLast: true })
    expect(await caller.mail.list({ planId: null })).toMatchObject([{ state: 'failed', problem: 'server-unreachable' }])
    await caller.mail.retry({ id })
    await deliver(tenantId, id)
    expect(smtp.to('retry@example.com')).toHaveLength(1)
  })

  it('refuses a message that has not failed', async () => {
    const { caller, organisation } = await openMember(service, 'owner')
    const id = await queue(organisation.tenantId, { to: 'sent@example.com' })
    await deliver(organisation.tenantId, id)
    expect(await refusal(caller.mail.retry({ id }))).toEqual({ code: 'mail-not-failed' })
  })

  it('does not reach a message of another organisation', async () => {
    const { tenantId } = await insertOrganisation(owner)
    const id = await queue(tenantId, { to: 'refused@example.com' })
    await deliver(tenantId, id)
    const { caller } = await openMember(service, 'owner')
    expect(await refusal(caller.mail.retry({ id }))).toEqual({ code: 'not-found' })
    expect(await rowOf(id)).toMatchObject({ state: 'failed' })
  })

  it.each(['buddy', 'editor', 'translator'] as const)('is not for a %s', async (role) => {
    const { caller, person } = await openMember(service, role)
    expect(await refusal(caller.mail.retry({ id: person.userId }))).toEqual({ code: 'not-allowed' })
  })
})

describe('mail.status', () => {
  it('says to anybody whether mail goes out or lands as files', async () => {
    expect(await callerFor().mail.status()).toEqual({ delivery: 'files' })
  })
})
