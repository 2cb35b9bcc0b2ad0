import type { Language } from '@kase/shared/locales.ts'
import { describe, expect, it } from 'vitest'
import { insertMember } from '../../../test/organisation.factory.ts'
import { openPlan, type TestPlan } from '../../../test/plan.factory.ts'
import { openTestService } from '../../../test/service.ts'
import { dismissAnnouncement, listAnnouncements } from './announcement.service.ts'

const service = await openTestService()
const { deps, owner, callerFor, clock } = service

const texts = {
  fi: { title: 'Palvelupiste kiinni', body: 'Avoinna taas maanantaina.' },
  fil: { title: 'Sarado ang opisina', state: 'machine' },
} as const

/** A launched plan, and an editor of the advisor that serves its municipality. The clock stands on 1 February 2027, 10.00. */
async function openRegion() {
  const plan = await openPlan(service)
  const { rows } = await owner.query<{ tenant_id: string; slug: string }>(
    'select o.tenant_id, o.slug from organisation o join municipality m using (tenant_id) where m.key = $1',
    [plan.municipality],
  )
  const { tenant_id: tenantId = '', slug = '' } = rows[0] ?? {}
  const person = await insertMember(owner, { tenantId }, 'editor')
  return { plan, caller: callerFor({ person, slug }) }
}

/** The titles that the worker sees on the page, with the language they are in. */
const onPage = async ({ organisation, planId, participants }: TestPlan, reader: Language = 'fil') => {
  const scope = { tenantId: organisation.tenantId, planId, participantId: participants.worker }
  const viewsFor = await deps.db.readLink(scope, (db) => listAnnouncements(db, scope, deps.now()))
  return viewsFor(reader)
}

describe('an announcement', () => {
  it('stands on the pages of its municipality until its last day has ended, in the language of the reader', async () => {
    const { plan, caller } = await openRegion()
    await caller.announcement.publish({
      sourceLanguage: 'fi',
      texts,
      municipalities: [plan.municipality],
      lastDay: '2027-02-03',
    })
    expect(await onPage(plan)).toMatchObject([{ title: 'Sarado ang opisina', language: 'fil', isMachine: true }])
    expect(await onPage(plan, 'fi')).toMatchObject([{ title: 'Palvelupiste kiinni', isMachine: false }])
    expect(await onPage(plan, 'th')).toMatchObject([{ language: 'fi', isFallback: true }])
    clock.now = new Date('2027-02-03T21:59:00Z')
    expect(await caller.announcement.list()).toMatchObject([{ state: 'running', lastDay: '2027-02-03' }])
    expect(await onPage(plan)).toHaveLength(1)
    clock.now = new Date('2027-02-03T22:00:00Z')
    expect(await onPage(plan)).toEqual([])
    expect(await caller.announcement.list()).toMatchObject([{ state: 'ended', lastDay: '2027-02-03' }])
  })

  it('waits for its first day', async () => {
    const { plan, caller } = await openRegion()
    await caller.announcement.publish({ sourceLanguage: 'fi', texts, firstDay: '2027-07-01', lastDay: '2027-07-02' })
    expect(await caller.announcement.list()).toMatchObject([{ state: 'coming', firstDay: '2027-07-01' }])
    expect(await onPage(plan)).toEqual([])
    clock.now = new Date('2027-06-30T21:00:00Z')
    expect(await onPage(plan)).toHaveLength(1)
    clock.now = new Date('2027-07-02T21:00:00Z')
    expect(await onPage(plan)).toEqual([])
  })

  it('goes off every page when it is withdrawn, and stays in the list', async () => {
    const { plan, caller } = await openRegion()
    const { id } = await caller.announcement.publish({ sourceLanguage: 'fi', texts, lastDay: '2027-03-01' })
    expect(await onPage(plan)).toHaveLength(1)
    await caller.announcement.withdraw({ id })
    expect(await onPage(plan)).toEqual([])
    expect(await caller.announcement.list()).toMatchObject([{ id, state: 'withdrawn' }])
  })

  it('is hidden by one participant for themselves', async () => {
    const { plan, caller } = await openRegion()
    const { id } = await caller.announcement.publish({ sourceLanguage: 'fi', texts, lastDay: '2027-03-01' })
    const { organisation, planId, participants } = plan
    const scope = { tenantId: organisation.tenantId, planId, participantId: participants.partner }
    await deps.db.withLink(scope, (db) => dismissAnnouncement(db, scope, id, deps.now()))
    expect(await onPage(plan)).toHaveLength(1)
  })

  it('is refused when its last day has passed, comes before the first, or the source text is missing', async () => {
    const { caller } = await openRegion()
    const given = { sourceLanguage: 'fi', texts, lastDay: '2027-02-01' } as const
    await expect(caller.announcement.publish({ ...given, lastDay: '2027-01-31' })).rejects.toThrow('announcement-over')
    await expect(caller.announcement.publish({ ...given, firstDay: '2027-02-02' })).rejects.toThrow('ends-before-start')
    await expect(caller.announcement.publish({ ...given, sourceLanguage: 'sv' })).rejects.toThrow('empty')
    expect(await caller.announcement.list()).toEqual([])
  })

  it('is written for the advisor’s own municipalities, in the languages of its content', async () => {
    const { plan, caller } = await openRegion()
    const { plan: elsewhere } = await openRegion()
    const area = await caller.announcement.area()
    expect(area.municipalities.map(({ key }) => key)).toEqual([plan.municipality])
    expect(area.languages).toEqual(['fi', 'sv', 'en'])
    const municipalities = [elsewhere.municipality]
    await expect(
      caller.announcement.publish({ sourceLanguage: 'fi', texts, municipalities, lastDay: '2027-03-01' }),
    ).rejects.toThrow('municipality-unknown')
    await caller.announcement.publish({ sourceLanguage: 'fi', texts, lastDay: '2027-03-01' })
    expect(await onPage(elsewhere)).toEqual([])
  })
})
