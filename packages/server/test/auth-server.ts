import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { afterAll } from 'vitest'
import { createPool } from '../src/db/pool.ts'
import { authPath, createAuth, type Auth } from '../src/features/identity/auth.ts'
import { authRouter } from '../src/features/identity/auth.router.ts'
import type { TestService } from './service.ts'

interface Answer {
  readonly status: number
  readonly body: unknown
  readonly headers: Headers
  /** The cookies as a browser would send them back. */
  readonly cookie: string
}

interface Asked {
  readonly body?: unknown
  readonly cookie?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly method?: string
  /** Where the request seems to come from, as the one proxy before the service says. */
  readonly address?: string
}

export interface TestAuthServer {
  readonly auth: Auth
  readonly ask: (path: string, asked?: Asked) => Promise<Answer>
}

/** A real HTTP server with nothing but `/api/auth` on it, behind one trusted proxy. Ends with the test file. */
export async function openAuthServer(
  { authUrl, deps }: TestService,
  publicUrl = deps.publicUrl,
): Promise<TestAuthServer> {
  const pool = createPool(authUrl, { max: 4, onError: () => undefined })
  const auth = createAuth({ pool, deps: { ...deps, publicUrl } })
  const app = express().set('trust proxy', 1).use(authPath, authRouter(auth))
  const server = app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  afterAll(async () => {
    await new Promise((resolve) => server.close(resolve))
    await pool.end()
  })
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const ask = async (
    path: string,
    { body, cookie, headers, method = 'POST', address }: Asked = {},
  ): Promise<Answer> => {
    const response = await fetch(`${origin}${authPath}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        origin: publicUrl,
        'x-forwarded-for': address ?? randomAddress(),
        ...(method === 'POST' && { 'content-type': 'application/json' }),
        ...(cookie && { cookie }),
        ...headers,
      },
      ...(method === 'POST' && { body: typeof body === 'string' ? body : JSON.stringify(body ?? {}) }),
    })
    const text = await response.text()
    return {
      status: response.status,
      body: text.startsWith('{') ? (JSON.parse(text) as unknown) : text,
      headers: response.headers,
      cookie: response.headers
        .getSetCookie()
        .map((set) => set.split(';')[0])
        .join('; '),
    }
  }
  return { auth, ask }
}

const part = (): number => 1 + Math.floor(Math.random() * 250)
const randomAddress = (): string => `10.${part()}.${part()}.${part()}`
