import type { ErrorCode } from '@kase/shared/errors.ts'

/** Passwords and sessions, at /api/auth. Who somebody is and what they may see comes from the router, never from here. */

export interface AuthRefusal {
  readonly ok: false
  readonly code: ErrorCode | 'offline'
  /** What is wrong with each field, as `errors.field.<issue>` says it. */
  readonly fields: readonly { readonly path: string; readonly issue: string }[]
}
export type AuthResult = { readonly ok: true } | AuthRefusal

async function ask(path: string, body: object = {}): Promise<AuthResult> {
  let response: Response
  try {
    response = await fetch(`/api/auth${path}`, {
      method: 'POST',
      // The language decides in which one the service writes mail.
      headers: { 'content-type': 'application/json', 'accept-language': document.documentElement.lang },
      body: JSON.stringify(body),
    })
  } catch {
    return { ok: false, code: 'offline', fields: [] }
  }
  const { code = 'unexpected', fields = [] } = (await response.json().catch(() => ({}))) as Partial<AuthRefusal>
  return response.ok ? { ok: true } : { ok: false, code, fields }
}

export const signIn = (email: string, password: string): Promise<AuthResult> =>
  ask('/sign-in/email', { email, password })

export const signUp = (person: { name: string; email: string; password: string }): Promise<AuthResult> =>
  ask('/sign-up/email', person)

export const signOut = (): Promise<AuthResult> => ask('/sign-out')

/** Ends every session of the person, on this device too. */
export async function signOutEverywhere(): Promise<AuthResult> {
  const result = await ask('/revoke-sessions')
  return result.ok ? signOut() : result
}

/** Asks for a mail with a link to `/reset-password/<token>`. The answer is the same whether the address is known or not. */
export const askForReset = (email: string): Promise<AuthResult> => ask('/request-password-reset', { email })

export const resetPassword = (token: string, newPassword: string): Promise<AuthResult> =>
  ask('/reset-password', { token, newPassword })

/** Keeps a session alive while the app is used; silent when nobody is signed in or nothing answers. */
export async function renewSession(): Promise<void> {
  const response = await fetch('/api/auth/get-session').catch(() => undefined)
  await response?.text().catch(() => undefined)
}
