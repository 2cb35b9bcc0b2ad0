import { createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import type { Person } from '../../trpc/context.ts'
import type { Auth } from './auth.ts'
import { findSessionPerson } from './session.repository.ts'

/**
 * The signed-in person of a request, if any. One indexed query: better-auth's own `getSession` takes two and several times the
 * processor time, on every request. Renewing a session stays better-auth's (`GET /api/auth/get-session`).
 */
export async function findPerson(auth: Auth, headers: IncomingHttpHeaders): Promise<Person | undefined> {
  const token = sessionToken(auth, headers.cookie)
  return token === undefined ? undefined : findSessionPerson(auth.pool, token)
}

/** The token of a cookie whose signature is ours: `<token>.<HMAC-SHA256 in base64>`, as better-call signs cookies. */
function sessionToken({ cookieName, secret }: Auth, header: string | undefined): string | undefined {
  const prefix = `${cookieName}=`
  const cookie = header?.split(';').find((part) => part.trimStart().startsWith(prefix))
  if (cookie === undefined) return undefined
  const value = decode(cookie.trim().slice(prefix.length))
  const dot = value.lastIndexOf('.')
  if (dot < 1) return undefined
  const token = value.slice(0, dot)
  const given = Buffer.from(value.slice(dot + 1), 'base64')
  const expected = createHmac('sha256', secret).update(token).digest()
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : undefined
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return ''
  }
}
