import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Role } from '@kase/shared/identity/role.policy.ts'
import { appRouter } from '../src/trpc/router.ts'
import { insertOrganisation, openMember } from './organisation.factory.ts'
import { buildFacts, openPlan, type TestPlan } from './plan.factory.ts'
import { refusal } from './refusal.ts'
import { openTestService, type Caller } from './service.ts'

/**
 * Every procedure, called by the right role, by every wrong one, and with the ids of another tenant. A procedure that is
 * missing from the table fails the first test.
 */

const service = await openTestService()
const { callerFor, owner } = service

/** A plan of one employer with an invitation, a message and a link, and what is asked of it. */
interface World extends TestPlan {
  readonly linkId: string
  readonly memberId: string
  readonly invitationId: string
  readonly mailId: string
  readonly announcementId: string
  readonly batchId: string
  readonly helpRequestId: string
  readonly questionId: string
}

interface Probe {
  /** The least role that may. */
  readonly role: Role
  readonly input?: (world: World) => unknown
  readonly isDraft?: true
  /** Roles that may not; the rest may. */
  readonly denied: readonly Role[]
  /** Whether the input names rows that another tenant must not find. */
  readonly namesRows?: true
}

const reader = { language: 'en' } as const
const notHr: readonly Role[] = ['buddy', 'admin', 'editor', 'translator']
const plan = ({ planId }: World) => ({ planId, ...reader })
const planOnly = ({ planId }: World) => ({ planId })
const task = ({ planId, tasks }: World) => ({ planId, taskId: tasks['check-permit'] })
const link = ({ planId, linkId }: World) => ({ planId, linkId })
const batch = ({ batchId }: World) => ({ batchId })
const worker = ({ planId, participants }: World) => ({ planId, participantId: participants.worker })
const facts = ({ municipality }: World) => ({ facts: buildFacts({ municipality }) })

/** Procedures without an organisation: their own tests say who may (features/identity, features/members). */
const withoutOrganisation = [
  'catalogue.options',
  'invitation.accept',
  'invitation.preview',
  'mail.status',
  'organisation.create',
  'session.me',
]

const notAdvisor: readonly Role[] = ['owner', 'hr', 'buddy', 'translator']

const probes: Record<string, Probe> = {
  'announcement.area': { role: 'editor', denied: notAdvisor },
  'announcement.list': { role: 'editor', denied: notAdvisor },
  'announcement.publish': {
    role: 'editor',
    input: () => ({ sourceLanguage: 'fi', texts: { fi: { title: 'Kiinni' } }, lastDay: '2027-03-01' }),
    denied: notAdvisor,
  },
  'announcement.withdraw': {
    role: 'editor',
    input: ({ announcementId }) => ({ id: announcementId }),
    denied: notAdvisor,
    namesRows: true,
  },
  'audit.list': { role: 'owner', input: () => ({}), denied: ['hr', 'buddy', 'editor', 'translator'] },
  'documentBatch.count': {
    role: 'hr',
    input: ({ planId }) => ({ planIds: [planId], languages: 'own', kinds: ['plan'] }),
    denied: notHr,
    namesRows: true,
  },
  'documentBatch.list': { role: 'hr', input: planOnly, denied: notHr, namesRows: true },
  'documentBatch.remove': { role: 'hr', input: batch, denied: notHr, namesRows: true },
  'documentBatch.retry': { role: 'hr', input: batch, denied: notHr, namesRows: true },
  'documentBatch.start': {
    role: 'hr',
    input: ({ planId }) => ({ planIds: [planId], requestKey: randomUUID(), languages: 'own', kinds: ['plan'] }),
    denied: notHr,
    namesRows: true,
  },
  'helpRequest.answer': {
    role: 'hr',
    input: ({ helpRequestId }) => ({ id: helpRequestId, answer: 'I will come with you' }),
    denied: ['admin', 'editor', 'translator'],
    namesRows: true,
  },
  'helpRequest.list': { role: 'hr', input: planOnly, denied: ['admin', 'editor', 'translator'], namesRows: true },
  'invitation.create': {
    role: 'owner',
    input: () => ({ email: 'new@example.com', role: 'hr' }),
    denied: ['hr', 'buddy', 'editor', 'translator'],
  },
  'invitation.list': { role: 'hr', denied: ['buddy', 'translator'] },
  'invitation.resend': {
    role: 'owner',
    input: ({ invitationId }) => ({ id: invitationId }),
    denied: ['hr', 'buddy', 'editor', 'translator'],
    namesRows: true,
  },
  'invitation.revoke': {
    role: 'owner',
    input: ({ invitationId }) => ({ id: invitationId }),
    denied: ['hr', 'buddy', 'editor', 'translator'],
    namesRows: true,
  },
  'mail.list': { role: 'hr', input: planOnly, denied: ['buddy', 'editor', 'translator'] },
  'mail.retry': {
    role: 'hr',
    input: ({ mailId }) => ({ id: mailId }),
    denied: ['buddy', 'editor', 'translator'],
    namesRows: true,
  },
  'member.changeRole': {
    role: 'owner',
    input: ({ memberId }) => ({ userId: memberId, role: 'buddy' }),
    denied: ['hr', 'buddy', 'editor', 'translator'],
    namesRows: true,
  },
  'member.list': { role: 'hr', denied: ['buddy', 'translator'] },
  'member.remove': {
    role: 'owner',
    input: ({ memberId }) => ({ userId: memberId }),
    denied: ['hr', 'buddy', 'editor', 'translator'],
    namesRows: true,
  },
  'organisation.get': { role: 'buddy', denied: [] },
  'organisation.getLogo': { role: 'buddy', denied: [] },
  'organisation.setLogo': {
    role: 'owner',
    input: () => ({ data: Buffer.from('<svg width="9" height="3"><path d="M0 0h9v3z"/></svg>').toString('base64') }),
    denied: ['hr', 'buddy', 'editor', 'translator'],
  },
  'organisation.removeLogo': { role: 'owner', denied: ['hr', 'buddy', 'editor', 'translator'] },
  'organisation.update': {
    role: 'owner',
    input: () => ({ name: 'New name' }),
    denied: ['hr', 'buddy', 'editor', 'translator'],
  },
  'plan.assignBuddy': {
    role: 'hr',
    input: ({ planId }) => ({ planId, buddyId: null }),
    denied: notHr,
    namesRows: true,
  },
  'plan.checkLaunch': { role: 'hr', input: plan, denied: notHr, namesRows: true },
  'plan.create': { role: 'hr', input: facts, denied: notHr },
  'plan.discard': { role: 'hr', input: planOnly, isDraft: true, denied: notHr, namesRows: true },
  'plan.finish': { role: 'hr', input: planOnly, denied: notHr, namesRows: true },
  'plan.get': { role: 'hr', input: plan, denied: ['admin', 'editor', 'translator'], namesRows: true },
  'plan.history': { role: 'hr', input: plan, denied: notHr, namesRows: true },
  'plan.home': { role: 'buddy', input: () => reader, denied: ['admin', 'editor', 'translator'] },
  'plan.launch': { role: 'hr', input: planOnly, isDraft: true, denied: notHr, namesRows: true },
  'plan.list': { role: 'buddy', input: () => reader, denied: ['admin', 'editor', 'translator'] },
  'plan.moveDates': {
    role: 'hr',
    input: ({ planId }) => ({ planId, revision: 1, dates: { arrival: '2027-05-03' } }),
    denied: notHr,
    namesRows: true,
  },
  'plan.previewMove': {
    role: 'hr',
    input: ({ planId }) => ({ planId, dates: { arrival: '2027-05-03' }, ...reader }),
    denied: notHr,
    namesRows: true,
  },
  'plan.preview': { role: 'hr', input: (world) => ({ ...facts(world), ...reader }), denied: notHr },
  'plan.reopen': { role: 'hr', input: planOnly, denied: notHr, namesRows: true },
  'plan.updateFacts': {
    role: 'hr',
    input: (world) => ({ planId: world.planId, revision: 1, ...facts(world) }),
    isDraft: true,
    denied: notHr,
    namesRows: true,
  },
  'question.answer': {
    role: 'editor',
    input: ({ questionId }) => ({ id: questionId, answer: 'Ask the shop steward' }),
    denied: notAdvisor,
    namesRows: true,
  },
  'question.count': { role: 'editor', denied: notAdvisor },
  'question.list': { role: 'editor', input: () => ({}), denied: notAdvisor },
  'shareLink.create': { role: 'hr', input: worker, denied: notHr, namesRows: true },
  'shareLink.list': { role: 'hr', input: planOnly, denied: notHr, namesRows: true },
  'shareLink.revoke': { role: 'hr', input: link, denied: notHr, namesRows: true },
  'shareLink.send': { role: 'hr', input: worker, denied: notHr, namesRows: true },
  'shareLink.setPin': {
    role: 'hr',
    input: (world) => ({ ...link(world), pin: '4071' }),
    denied: notHr,
    namesRows: true,
  },
  'task.include': {
    role: 'hr',
    input: (world) => ({ ...task(world), isIncluded: false }),
    denied: notHr,
    namesRows: true,
  },
  'task.said': { role: 'hr', input: planOnly, denied: ['admin', 'editor', 'translator'], namesRows: true },
  'task.setDate': {
    role: 'hr',
    input: (world) => ({ ...task(world), dueOn: '2027-04-01' }),
    denied: notHr,
    namesRows: true,
  },
  'task.setNote': {
    role: 'hr',
    input: (world) => ({ ...task(world), note: 'Second floor' }),
    denied: notHr,
    namesRows: true,
  },
  'task.setOwner': {
    role: 'hr',
    input: (world) => ({ ...task(world), ownerId: null }),
    denied: notHr,
    namesRows: true,
  },
  'task.tick': { role: 'hr', input: task, denied: ['admin', 'editor', 'translator'], namesRows: true },
  'task.untick': { role: 'hr', input: task, denied: ['admin', 'editor', 'translator'], namesRows: true },
}

const names = Object.keys(appRouter._def.procedures).sort()

it('every procedure stands in the table', () => {
  expect([...Object.keys(probes), ...withoutOrganisation].sort()).toEqual(names)
})

const call = (caller: Caller, name: string, input: unknown): Promise<unknown> => {
  const [feature = '', procedure = ''] = name.split('.')
  const procedures = caller[feature as keyof Caller] as unknown as Record<string, (input: unknown) => Promise<unknown>>
  return procedures[procedure]?.(input) ?? Promise.reject(new Error(`there is no ${name}`))
}

async function openWorld({ isDraft, name }: { isDraft: boolean; name: string }): Promise<World> {
  const opened = await openPlan(service, { isDraft })
  const { caller, planId, participants, organisation } = opened
  const { caller: asOwner } = await openMember(service, 'owner', organisation)
  const { person } = await openMember(service, 'hr', organisation)
  await asOwner.invitation.create({ email: 'invited@example.com', role: 'hr' })
  const invitation = (await asOwner.invitation.list())[0]
  if (!isDraft) await caller.shareLink.send({ planId, participantId: participants.worker })
  if (name === 'mail.retry')
    await owner.query(`update mail set state = 'failed', settled_at = now() where plan_id = $1`, [planId])
  if (name === 'plan.reopen') await caller.plan.finish({ planId })
  const mail = await owner.query<{ id: string }>('select id from mail where plan_id = $1', [planId])
  const linkId = (await caller.shareLink.list({ planId }))[0]?.id ?? ''
  return {
    ...opened,
    linkId,
    memberId: person.userId,
    invitationId: invitation?.id ?? '',
    mailId: mail.rows[0]?.id ?? '',
    ...(await insertMessages(opened)),
  }
}

/** What a worker sent, and what an advisor announced; the employer stands for both here, so that every role meets them. */
async function insertMessages({
  organisation: { tenantId },
  planId,
  participants,
  tasks,
  person,
}: TestPlan): Promise<Pick<World, 'announcementId' | 'batchId' | 'helpRequestId' | 'questionId'>> {
  const insert = async (text: string, values: unknown[]): Promise<string> =>
    (await owner.query<{ id: string }>(`${text} returning id`, values)).rows[0]?.id ?? ''
  return {
    announcementId: await insert(
      `insert into announcement (tenant_id, source_language, texts, ends_at, created_by) values ($1, 'fi', '{}', now(), $2)`,
      [tenantId, person.userId],
    ),
    batchId: await insert(
      `insert into document_batch
         (tenant_id, request_key, requested_by, requested_at, files, total, kinds, languages, people, state, problem, expires_at)
       values ($1, gen_random_uuid(), $2, now(), '[]', 1, '{plan}', '{fi}', 1, 'failed', 'unexpected', '2100-01-01')`,
      [tenantId, person.userId],
    ),
    helpRequestId: await insert(
      `insert into help_request (tenant_id, plan_id, plan_task_id, participant_id, body, language) values ($1, $2, $3, $4, 'Help', 'fi')`,
      [tenantId, planId, tasks['check-permit'], participants.worker],
    ),
    questionId: await insert(
      `insert into advisor_question (tenant_id, employer_tenant_id, plan_id, participant_id, asker_hash, municipality_key, body, language)
       values ($1, $1, $2, $3, sha256('key'), 'kunta', 'Is this right?', 'fi')`,
      [tenantId, planId, participants.worker],
    ),
  }
}

/** A sum over every row of the tables that procedures write, to see that a refused call changed nothing. */
async function fingerprint(tenantId: string): Promise<string> {
  const tables = [
    'organisation',
    'organisation_logo',
    'member',
    'invitation',
    'mail',
    'plan',
    'participant',
    'plan_task',
    'task_tick',
    'share_link',
    'plan_event',
    'audit_entry',
    'announcement',
    'document_batch',
    'help_request',
    'advisor_question',
  ]
  const sums = tables.map(
    (table) => `(select coalesce(sum(hashtextextended(t::text, 0)), 0)::text from ${table} t where tenant_id = $1)`,
  )
  const { rows } = await owner.query<{ sum: string }>(`select concat_ws(' ', ${sums.join(', ')}) as sum`, [tenantId])
  return rows[0]?.sum ?? ''
}

describe.each(Object.entries(probes))(
  '%s',
  (name, { role, input = () => undefined, denied, isDraft = false, namesRows }) => {
    it('works for whoever may, and for nobody else', async () => {
      const world = await openWorld({ isDraft, name })
      const given = input(world)
      const before = await fingerprint(world.organisation.tenantId)
      for (const wrong of denied) {
        const organisation = { ...world.organisation, kind: 'employer' as const }
        const { caller } = await openMember(service, wrong, organisation)
        expect([wrong, await refusal(call(caller, name, given))]).toEqual([wrong, { code: 'not-allowed' }])
      }
      expect(await refusal(call(callerFor({ slug: world.organisation.slug }), name, given))).toEqual({
        code: 'signed-out',
      })
      await owner.query(`delete from member where tenant_id = $1 and role = any($2)`, [
        world.organisation.tenantId,
        denied.filter((each) => each !== 'hr'),
      ])
      if (denied.length > 0 && !denied.includes('hr'))
        expect(await fingerprint(world.organisation.tenantId)).toBe(before)
      const { caller } = await openMember(service, role, world.organisation)
      await call(caller, name, given)
    })

    it('is not there for another tenant, and leaves it as it was', async () => {
      const world = await openWorld({ isDraft, name })
      const given = input(world)
      const stranger = await openMember(service, role, await insertOrganisation(owner, { kind: 'employer' }))
      const before = await fingerprint(world.organisation.tenantId)
      expect(
        await refusal(call(callerFor({ person: stranger.person, slug: world.organisation.slug }), name, given)),
      ).toEqual({ code: 'not-found' })
      if (namesRows) expect(await refusal(call(stranger.caller, name, given))).toEqual({ code: 'not-found' })
      else expect(JSON.stringify(await call(stranger.caller, name, given))).not.toContain(world.planId)
      expect(await fingerprint(world.organisation.tenantId)).toBe(before)
    })
  },
)
