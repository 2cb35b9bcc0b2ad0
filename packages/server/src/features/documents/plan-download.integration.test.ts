import type { AddressInfo } from 'node:net'
import express from 'express'
import { afterAll, describe, expect, it } from 'vitest'
import { lastResort } from '../../infra/last-resort.ts'
import { openMember } from '../../../test/organisation.factory.ts'
import { openPlan, type TestPlan } from '../../../test/plan.factory.ts'
import { openTestService } from '../../../test/service.ts'
import type { Person } from '../../trpc/context.ts'
import { planDownloads } from './plan-download.http.ts'

const service = await openTestService()
const { deps } = service

let person: Person | undefined
const app = express()
app.use(
  '/api',
  planDownloads(deps, async () => ({ deps, person, slug: undefined, address: '127.0.0.1' })),
)
app.use(lastResort(deps))
const server = app.listen(0, '127.0.0.1')
afterAll(() => new Promise((resolve) => server.close(resolve)))

async function download({ organisation, planId, participants }: TestPlan, query = '', as?: Person) {
  person = as
  const { port } = server.address() as AddressInfo
  const path = `/api/organisations/${organisation.slug}/plans/${planId}/participants/${participants.worker}/plan.pdf${query}`
  const response = await fetch(`http://127.0.0.1:${port}${path}`)
  const body = Buffer.from(await response.arrayBuffer())
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    name: response.headers.get('content-disposition'),
    body,
  }
}

const codeIn = ({ body }: { body: Buffer }): unknown => (JSON.parse(body.toString()) as { code: unknown }).code

describe('the PDF that staff download', () => {
  it.each([
    '',
    '?lang=fi',
    '?kind=side-by-side&lang=en&official=fi',
    '?kind=several&lang=fi,en',
    '?kind=pocket&lang=tl',
    '?kind=record',
    '?kind=record&lang=sv',
  ])('is a PDF (%s)', async (query) => {
    const plan = await openPlan(service)
    const file = await download(plan, query, plan.person)
    expect([file.status, file.type, file.body.subarray(0, 5).toString()]).toEqual([200, 'application/pdf', '%PDF-'])
    expect(file.name).toContain('Maria%20Halimbawa')
    expect((await plan.caller.plan.history({ planId: plan.planId, language: 'en' }))[0]?.kind).toBe('document-made')
  })

  it.each(['?kind=poster', '?lang=xx', '?lang=', '?official=en'])(
    'is refused with a clear answer when it is asked for wrongly (%s)',
    async (query) => {
      const plan = await openPlan(service)
      const refused = await download(plan, query, plan.person)
      expect([refused.status, codeIn(refused)]).toEqual([400, 'bad-input'])
    },
  )

  it('is neither for a buddy, nor for another tenant, nor for nobody', async () => {
    const plan = await openPlan(service)
    const buddy = await openMember(service, 'buddy', plan.organisation)
    const stranger = await openMember(service, 'owner')
    const helper = await download(plan, '', buddy.person)
    expect([helper.status, codeIn(helper)]).toEqual([403, 'not-allowed'])
    const foreign = await download(plan, '', stranger.person)
    expect([foreign.status, codeIn(foreign)]).toEqual([404, 'not-found'])
    const nobody = await download(plan)
    expect([nobody.status, codeIn(nobody)]).toEqual([401, 'signed-out'])
    const own = await openPlan(service)
    const mixed = await download({ ...own, planId: plan.planId }, '', own.person)
    expect([mixed.status, codeIn(mixed)]).toEqual([404, 'not-found'])
  })
})
