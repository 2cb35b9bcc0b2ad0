import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterAll, describe, expect, it } from 'vitest'
import { createApp } from '../src/app.ts'
import { createPool } from '../src/db/pool.ts'
import { createDatabase } from '../src/db/scope.ts'
import { createAuth } from '../src/features/identity/auth.ts'
import { signUpPerson } from '../src/features/identity/session.service.ts'
import { openWorkerPages } from '../src/features/worker-page/test/worker-page.client.ts'
import { createRateLimits } from '../src/infra/rate-limit.ts'
import { insertMember } from './organisation.factory.ts'
import { openPlan, type TestPlan } from './plan.factory.ts'
import { countRoundTrips } from './round-trips.ts'
import { openTestService } from './service.ts'

/** How often a request waits for the database, counted on the wire: at most three times to read and five to write. */

const plain = await openTestService()
const [app, auth] = [await countRoundTrips(plain.appUrl), await countRoundTrips(plain.authUrl)]
const pool = openPool(app.url)
const service = { ...plain, deps: { ...plain.deps, db: createDatabase(pool), limits: createRateLimits(pool) } }
const client = await openWorkerPages(service)

function openPool(url: string) {
  const opened = createPool(url, { max: 2, onError: () => undefined })
  afterAll(() => opened.end())
  return opened
}

/** The second of two equal requests: the first opens connections and fetches what never changes. */
async function countOf(request: () => Promise<unknown>): Promise<number> {
  await request()
  let ofAuth = 0
  const ofApp = await app.during(async () => {
    ofAuth = await auth.during(request)
  })
  return ofApp + ofAuth
}

describe('a page of a worker’s plan', async () => {
  const plan = await openPlan(service)
  const token = await client.tokenOf(plan, 'worker')
  const arrival = await client.get(`/p/${token}`, { accept: 'text/html' })
  const base = (arrival.location ?? '').replace(/\/$/, '')
  const page = async (path: string) => {
    const answer = await client.get(base + path, { cookie: arrival.cookie, accept: 'text/html' })
    expect(answer.status, path).toBe(200)
    return answer
  }

  it.each([
    ['home', '/'],
    ['search', '/?q=bank'],
    ['task', '/task/bank-account'],
    ['clerk', '/task/bank-account/clerk'],
    ['stuck', '/task/bank-account/stuck'],
    ['not mine', '/task/bank-account/not-mine'],
    ['rights', '/rights'],
    ['family', '/family/1'],
    ['a child', '/family/2'],
    ['calendar', '/calendar'],
    ['every page at once', '/whole-plan.json'],
  ])('%s takes two', async (_, path) => expect(await countOf(() => page(path))).toBe(2))

  it('by its token takes two', async () => expect(await countOf(() => client.get(`/p/${token}`))).toBe(2))

  it('with questions takes no more', async () => {
    const form = client.formIn((await page('/rights')).body, undefined)
    const asked = await client.post(`${base}/ask`, { ...form, body: 'May I?' }, { cookie: arrival.cookie })
    const cookie = `${arrival.cookie}; ${asked.cookie}`
    const answer = await client.get(`${base}/rights`, { cookie })
    expect(answer.body).toContain('May I?')
    expect(await countOf(() => client.get(`${base}/rights`, { cookie }))).toBe(2)
  })

  it.each(['done', 'undo'])('takes five to say %s, said once or again', async (action) => {
    const task = plan.tasks['identity-code'] ?? ''
    const form = client.formIn((await page('/')).body, task)
    const say = () => client.post(`${base}/${action}`, form, { cookie: arrival.cookie })
    const first = await app.during(say)
    expect([first, await app.during(say)]).toEqual([5, 5])
  })

  it.each([
    ['stuck to the employer', '/task/permit/stuck', { reason: 'time', to: 'employer' }],
    ['stuck to the advisor', '/task/permit/stuck', { reason: 'time', to: 'advisor' }],
    ['a question', '/ask', { body: 'Must I?' }],
    ['not mine', '/task/permit/not-mine', { reason: 'already' }],
    ['larger letters', '/text-size', { size: 'large' }],
  ])('takes five at most to say %s', async (_, path, said) => {
    const form = client.formIn((await page('/')).body, undefined)
    const say = async () => {
      const answer = await client.post(base + path, { form: form['form'] ?? '', ...said }, { cookie: arrival.cookie })
      expect(answer.status).toBe(303)
    }
    expect(await app.during(say)).toBeLessThanOrEqual(5)
  })
})

describe('staff', () => {
  it('take three to read a plan and five to tick a task', async () => {
    const plan = await openPlan(service)
    const ask = await signIn(plan)
    const input = encodeURIComponent(JSON.stringify({ planId: plan.planId, language: 'en' }))
    expect(await countOf(() => ask(`plan.get?input=${input}`))).toBe(3)
    const body = { planId: plan.planId, taskId: plan.tasks['check-permit'] }
    expect(await app.during(() => ask('task.tick', body))).toBe(4) // and one to know who asks
    expect(await countOf(() => ask('task.untick', body))).toBe(5)
  })
})

/** A member of the plan's organisation, signed in over HTTP with the whole application behind it. */
async function signIn({ organisation }: TestPlan) {
  const { deps } = service
  const identity = createAuth({ pool: openPool(auth.url), deps })
  const account = { name: 'Aino', email: 'aino@example.com', password: 'correct horse battery staple' }
  const { person } = await signUpPerson(identity, account)
  await insertMember(service.owner, organisation, 'hr', person)
  const server = createApp({ deps, auth: identity, trustedProxies: 0, isReady: async () => true }).listen(
    0,
    '127.0.0.1',
  )
  await once(server, 'listening')
  afterAll(() => new Promise((resolve) => server.close(resolve)))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const post = (path: string, body: object, headers: Record<string, string> = {}) =>
    fetch(url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
  const entered = await post('/api/auth/sign-in/email', account, { origin: deps.publicUrl })
  const cookie = entered.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  const headers = { cookie, 'x-organisation': organisation.slug }
  return async (procedure: string, body?: object): Promise<void> => {
    const path = `/trpc/${procedure}`
    const answer = body ? await post(path, body, headers) : await fetch(url + path, { headers })
    expect(answer.status, await answer.text()).toBe(200)
  }
}
