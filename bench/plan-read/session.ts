import type { RunningServer } from '../../e2e/harness/server.ts'

export interface Session {
  readonly headers: Readonly<Record<string, string>>
  /** Calls a query of the API. */
  readonly call: <T>(procedure: string, input?: object) => Promise<T>
}

interface Me {
  readonly organisations: readonly { readonly slug: string; readonly name: string }[]
}

/** Signs in as the first HR person of the demo, in their organisation. */
export async function signInAsHr({ url, demo }: Pick<RunningServer, 'url' | 'demo'>): Promise<Session> {
  const account = demo.accounts.find(({ role }) => role === 'hr')
  if (!account) throw new Error('the demo has nobody in HR')
  const response = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email: account.email, password: account.password }),
  })
  if (!response.ok) throw new Error(`signing in: ${response.status} ${await response.text()}`)
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  const me = await query<Me>(url, { cookie }, 'session.me')
  const slug = me.organisations.find(({ name }) => name === account.organisation)?.slug ?? ''
  const headers = { cookie, 'x-organisation': slug }
  return { headers, call: (procedure, input) => query(url, headers, procedure, input) }
}

async function query<T>(url: string, headers: Record<string, string>, procedure: string, input?: object): Promise<T> {
  const search = input ? `?input=${encodeURIComponent(JSON.stringify(input))}` : ''
  const response = await fetch(`${url}/trpc/${procedure}${search}`, { headers })
  const body = (await response.json()) as { result?: { data: T } }
  if (!body.result) throw new Error(`${procedure}: ${response.status} ${JSON.stringify(body)}`)
  return body.result.data
}
