import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { Writable } from 'node:stream'
import { pino } from 'pino'
import { afterAll, describe, expect, it } from 'vitest'
import { openPlan } from '../test/plan.factory.ts'
import { openTestService } from '../test/service.ts'
import { createApp } from './app.ts'
import { createPool } from './db/pool.ts'
import { createAuth } from './features/identity/auth.ts'

const service = await openTestService()
const lines: string[] = []
const log = pino(new Writable({ write: (chunk: Buffer, _, done) => (lines.push(chunk.toString()), done()) }))
const deps = { ...service.deps, log }
const authPool = createPool(service.authUrl, { max: 2, onError: () => undefined })
const auth = createAuth({ pool: authPool, deps })
const server = createApp({ deps, auth, trustedProxies: 0, isReady: async () => true }).listen(0, '127.0.0.1')
await once(server, 'listening')
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve))
  await authPool.end()
})
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

const post = (path: string, body: string, headers: Record<string, string> = {}) =>
  fetch(origin + path, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } })

const signUp = await post(
  '/api/auth/sign-up/email',
  JSON.stringify({ name: 'Aino Esimerkki', email: 'aino@example.com', password: 'a long enough one' }),
  { origin: deps.publicUrl },
)
const cookie = signUp.headers
  .getSetCookie()
  .map((each) => each.split(';')[0])
  .join('; ')

const codeOf = async (response: Response): Promise<unknown> => {
  const body = (await response.json()) as { code?: unknown; error?: { data: { code: unknown } } }
  return body.error?.data.code ?? body.code
}

describe('bad input over HTTP', () => {
  it.each([
    [
      'a body of 20 MB',
      '/trpc/organisation.create',
      JSON.stringify({ name: 'x'.repeat(20_000_000) }),
      413,
      'too-large',
    ],
    ['a body that is no JSON', '/trpc/organisation.create', '{"name":', 400, 'bad-input'],
    ['a procedure that is not there', '/trpc/plan.steal', '{}', 404, 'not-found'],
    ['a way to the identities that is not there', '/api/auth/admin', '{}', 404, 'not-found'],
    ['an interface that is not there', '/api/v9/plans', '{}', 404, 'not-found'],
    [
      'a password of a megabyte',
      '/api/auth/sign-in/email',
      JSON.stringify({ email: 'a@b.fi', password: 'x'.repeat(1_000_000) }),
      413,
      'too-large',
    ],
  ])('%s gets a clear answer', async (_, path, body, status, code) => {
    const response = await post(path, body, { cookie })
    expect([response.status, await codeOf(response)]).toEqual([status, code])
  })

  it('says neither a stack nor a sentence of the code', async () => {
    const text = await (await post('/trpc/plan.create', '{"facts":{"worker":5}}', { cookie })).text()
    expect(text).not.toMatch(/node_modules|\.ts:\d|at \w+ \(|Invalid input|ZodError/)
  })
})

describe('a page of another site', () => {
  it("calls no procedure with a member's cookies", async () => {
    const response = await post('/trpc/organisation.create', '{}', { origin: 'https://evil.example', cookie })
    expect([response.status, await codeOf(response)]).toEqual([403, 'not-allowed'])
  })

  it('may not be what the browser took it for', async () => {
    expect((await post('/trpc/organisation.create', '{}', { origin: 'null' })).status).toBe(403)
    expect((await post('/trpc/organisation.create', '{}', { origin })).status).toBe(401)
  })
})

describe('headers', () => {
  it('allow scripts and styles of our own only, and no frame', async () => {
    const response = await fetch(`${origin}/sign-in`, { headers: { accept: 'text/html' } })
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("script-src 'self'")
    expect(policy).not.toMatch(/unsafe-(inline|eval)/)
    expect(policy).toContain("frame-ancestors 'none'")
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response.headers.get('x-powered-by')).toBeNull()
  })

  it('give each page a nonce of its own', async () => {
    const nonce = async () =>
      /'nonce-([^']+)'/.exec((await fetch(`${origin}/`)).headers.get('content-security-policy') ?? '')?.[1]
    const [first, second] = [await nonce(), await nonce()]
    expect(first).toMatch(/^[A-Za-z0-9+/=]{20,}$/)
    expect(first).not.toBe(second)
  })
})

it('is alive and ready', async () => {
  expect(await (await fetch(`${origin}/healthz`)).text()).toBe('ok')
  expect((await fetch(`${origin}/readyz`)).status).toBe(200)
})

it('writes no token into its log', async () => {
  const { caller, planId } = await openPlan(service)
  const url = (await caller.shareLink.list({ planId }))[0]?.url ?? ''
  const token = url.split('/').at(-1) ?? ''
  lines.length = 0
  const response = await fetch(`${origin}/p/${token}?lang=en`, { headers: { cookie: 'kase-session=secret-cookie' } })
  expect(response.status).toBe(200)
  await fetch(`${origin}/p/${token}/plan.pdf?lang=en`, { method: 'HEAD' })
  await fetch(`${origin}/invitation/${token}`)
  expect(lines.length).toBeGreaterThan(1)
  expect(lines.join()).not.toContain(token)
  expect(lines.join()).not.toContain('secret-cookie')
})
