import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { afterAll, describe, expect, it } from 'vitest'
import { buildPerson, insertMember, openMember } from './organisation.factory.ts'
import { openPlan, type TestPlan } from './plan.factory.ts'
import { refusal } from './refusal.ts'
import { openTestService } from './service.ts'
import { lastResort } from '../src/infra/last-resort.ts'
import { checkStructure } from '../src/typesetting/test/structure-check.ts'
import { readPdf, textOf } from '../src/typesetting/test/pdf-objects.ts'
import type { Person } from '../src/trpc/context.ts'
import { openWorkerPages } from '../src/features/worker-page/test/worker-page.client.ts'
import { workerPages } from '../src/features/worker-page/worker-page.http.ts'
import { loadDocumentSource } from '../src/features/documents/documents.service.ts'
import { planDownloads } from '../src/features/documents/plan-download.http.ts'

const service = await openTestService()
const { callerFor, deps, owner } = service
const client = await openWorkerPages(service)

let person: Person | undefined
const app = express()
app.use(
  '/api',
  planDownloads(deps, async () => ({ deps, person, slug: undefined, address: '127.0.0.1' })),
)
app.use('/p', workerPages(deps))
app.use(lastResort(deps))
const server = app.listen(0, '127.0.0.1')
afterAll(() => new Promise((resolve) => server.close(resolve)))

async function fetchPdf(path: string): Promise<Buffer> {
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`)
  expect([path, answer.status]).toEqual([path, 200])
  return Buffer.from(await answer.arrayBuffer())
}

function download({ organisation, planId, participants, person: hr }: TestPlan, query: string): Promise<Buffer> {
  person = hr
  const path = `/api/organisations/${organisation.slug}/plans/${planId}/participants/${participants.worker}/plan.pdf`
  return fetchPdf(path + query)
}

const types = ['png', 'jpeg', 'svg'] as const
type Type = (typeof types)[number]
const fileOf = (type: Type): Buffer => readFileSync(new URL(`./logos/company.${type}`, import.meta.url))
const given = (file: Uint8Array | string) => ({ data: Buffer.from(file).toString('base64') })

/** The owner of the plan's organisation. */
async function ownerOf({ organisation }: TestPlan) {
  const boss = buildPerson()
  await insertMember(owner, organisation, 'owner', boss)
  return callerFor({ person: boss, slug: organisation.slug })
}

/** The texts that stand for figures: the logo's is the name of the employer. */
function figuresIn(file: Buffer): string[] {
  const pdf = readPdf(file)
  const figures: string[] = []
  const walk = (value: Parameters<typeof pdf.resolve>[0]): void => {
    const element = pdf.dictionary(value)
    if (!element) return
    if (element['/S'] === '/Figure') figures.push(textOf(pdf.resolve(element['/Alt'])))
    pdf.list(element['/K']).forEach(walk)
  }
  walk(pdf.root['/StructTreeRoot'])
  return figures
}

/** How many times a file draws a picture of points. */
const picturesIn = (file: Buffer): number => file.toString('latin1').split('/Subtype /Image').length - 1

describe('a logo', () => {
  it.each(types)('that is a %s is seen by its members and stands in every kind of document', async (type) => {
    const plan = await openPlan(service)
    const { name } = plan.organisation
    const boss = await ownerOf(plan)
    const before = await download(plan, '?lang=fi')
    expect([figuresIn(before).includes(name), picturesIn(before)]).toEqual([false, 0])
    const view = await boss.organisation.setLogo(given(fileOf(type)))
    expect(view).toEqual({
      type,
      url: `data:image/${type === 'svg' ? 'svg+xml' : type};base64,${given(fileOf(type)).data}`,
    })
    expect(await plan.caller.organisation.getLogo()).toEqual(view)
    for (const query of [
      '?lang=fi',
      '?kind=side-by-side&lang=en&official=fi',
      '?kind=several&lang=fi,en',
      '?kind=pocket&lang=tl',
      '?kind=record&lang=fi',
    ]) {
      const file = await download(plan, query)
      expect([query, figuresIn(file).includes(name), checkStructure(file).faults]).toEqual([query, true, []])
      expect([query, picturesIn(file) > 0]).toEqual([query, type !== 'svg'])
    }
  })

  it('stands in what the holder of a link downloads, and in no document of another employer', async () => {
    const [plan, other] = [await openPlan(service), await openPlan(service)]
    await (await ownerOf(plan)).organisation.setLogo(given(fileOf('png')))
    const token = await client.tokenOf(plan, 'worker')
    for (const query of ['?lang=fi', '?lang=en&with=fi']) {
      const file = await fetchPdf(`/p/${token}/plan.pdf${query}`)
      expect([figuresIn(file).includes(plan.organisation.name), picturesIn(file) > 0]).toEqual([true, true])
    }
    expect(picturesIn(await download(other, '?lang=fi'))).toBe(0)
    expect(await other.caller.organisation.getLogo()).toBeNull()
  })

  it('is part of what a batch is made from', async () => {
    const plan = await openPlan(service)
    await (await ownerOf(plan)).organisation.setLogo(given(fileOf('svg')))
    const scope = {
      tenantId: plan.organisation.tenantId,
      planId: plan.planId,
      participantId: plan.participants.partner,
    }
    const source = await deps.db.withTenant(scope, (db) => loadDocumentSource(deps, db, scope))
    expect(source.logo).toEqual({ type: 'svg', data: fileOf('svg') })
  })

  it('takes the place of the one before, and goes when it is removed; both stand in the log', async () => {
    const plan = await openPlan(service)
    const boss = await ownerOf(plan)
    await boss.organisation.setLogo(given(fileOf('png')))
    await boss.organisation.setLogo(given(fileOf('svg')))
    expect(await boss.organisation.getLogo()).toMatchObject({ type: 'svg' })
    expect(await boss.organisation.removeLogo()).toBeNull()
    expect(await boss.organisation.removeLogo()).toBeNull()
    expect(await boss.organisation.getLogo()).toBeNull()
    expect(figuresIn(await download(plan, '?lang=fi'))).not.toContain(plan.organisation.name)
    const { entries } = await boss.audit.list({})
    expect(entries.filter(({ action }) => action.includes('logo'))).toMatchObject([
      { action: 'organisation.logo-removed' },
      { action: 'organisation.logo-set', detail: { type: 'svg', bytes: fileOf('svg').length } },
      { action: 'organisation.logo-set', subjectId: plan.organisation.tenantId, detail: { type: 'png' } },
    ])
  })
})

describe('a logo that could not be printed', async () => {
  const { caller } = await openMember(service, 'owner')
  const svg = (inside: string): string => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 3">${inside}</svg>`
  const wide = Buffer.from(fileOf('png'))
  wide.writeUInt32BE(4_000_001, 16)
  wide.writeUInt32BE(1, 20)

  it.each([
    ['logo-type', 'a text', 'no picture'],
    ['logo-type', 'a PDF', '%PDF-1.7'],
    ['logo-type', 'a web page', '<!DOCTYPE html><title>Logo</title>'],
    ['logo-too-large', 'a megabyte and a byte', Buffer.concat([fileOf('png'), Buffer.alloc(1_000_000)])],
    ['logo-too-many-points', 'four million points and one', wide],
    ['logo-damaged', 'half a PNG', fileOf('png').subarray(0, 400)],
    ['logo-damaged', 'half a JPEG', fileOf('jpeg').subarray(0, 400)],
    ['logo-damaged', 'a tag that is not closed', svg('<path d="M0 0h9"')],
    ['logo-damaged', 'more layers than can be drawn', svg('<g>'.repeat(20_000) + '</g>'.repeat(20_000))],
    ['logo-svg-content', 'a script', svg('<script>alert(1)</script>')],
    ['logo-svg-content', 'an event', svg('<g onload="alert(1)"/>')],
    ['logo-svg-content', 'a link', svg('<a href="https://example.org/"/>')],
    ['logo-svg-content', 'text', svg('<text>Oy</text>')],
  ] as const)('is refused: %s for %s', async (code, _what, file) => {
    expect(await refusal(caller.organisation.setLogo(given(file)))).toEqual({ code })
    expect(await caller.organisation.getLogo()).toBeNull()
  })

  it('is taken at exactly a megabyte', async () => {
    const { caller: boss } = await openMember(service, 'owner')
    const comment = svg('<path d="M0 0h9v3z"/>').padEnd(1_000_000)
    expect(await boss.organisation.setLogo(given(comment))).toMatchObject({ type: 'svg' })
  })

  it.each(['', 'no base64!', 'A'.repeat(1_400_000)])('is refused when it is no file at all', async (data) => {
    expect(await refusal(caller.organisation.setLogo({ data }))).toMatchObject({ code: 'bad-input' })
  })
})

describe('the table of logos', () => {
  it('lets a buddy and the holder of a link read, and change nothing', async () => {
    const plan = await openPlan(service)
    await (await ownerOf(plan)).organisation.setLogo(given(fileOf('svg')))
    const { tenantId, slug } = plan.organisation
    const { person: buddy } = await openMember(service, 'buddy', plan.organisation)
    const scope = { tenantId, planId: plan.planId, participantId: plan.participants.worker }
    const changes: Parameters<typeof deps.db.withLink<unknown>>[1] = async (db) => {
      const { numUpdatedRows } = await db.updateTable('organisationLogo').set({ type: 'png' }).executeTakeFirstOrThrow()
      const { numDeletedRows } = await db.deleteFrom('organisationLogo').executeTakeFirstOrThrow()
      const seen = await db.selectFrom('organisationLogo').select(['tenantId', 'type']).execute()
      return [numUpdatedRows, numDeletedRows, seen]
    }
    const nothing = [0n, 0n, [{ tenantId, type: 'svg' }]]
    expect(await deps.db.withLink(scope, changes)).toEqual(nothing)
    expect(await deps.db.withMember({ userId: buddy.userId, slug }, changes)).toEqual(nothing)
    const added = deps.db.withLink(scope, (db) =>
      db
        .insertInto('organisationLogo')
        .values({ tenantId, type: 'png', data: fileOf('png') })
        .execute(),
    )
    await expect(added).rejects.toThrow('row-level security')
  })
})
