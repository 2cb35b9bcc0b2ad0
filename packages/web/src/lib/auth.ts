import { createAuthClient } from 'better-auth/client'

/** Passwords and sessions (better-auth at /api/auth). What a person may see comes from the router, never from here. */
const client = createAuthClient({ basePath: '/api/auth' })

export type AuthRefusal = 'wrong' | 'taken' | 'short-password' | 'expired' | 'too-many-requests' | 'offline' | 'unexpected'
export type AuthResult = { readonly ok: true } | { readonly ok: false; readonly reason: AuthRefusal }

interface AuthAnswer {
  readonly error: { readonly status: number; readonly code?: string | undefined } | null
}

const reasonsByCode: Record<string, AuthRefusal> = {
  INVALID_EMAIL_OR_PASSWORD: 'wrong',
  INVALID_EMAIL: 'wrong',
  USER_ALREADY_EXISTS: 'taken',
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: 'taken',
  PASSWORD_TOO_SHORT: 'short-password',
  PASSWORD_TOO_LONG: 'short-password',
  INVALID_TOKEN: 'expired',
}

async function ask(call: () => Promise<AuthAnswer>): Promise<AuthResult> {
  try {
    const { error } = await call()
    if (error === null) return { ok: true }
    if (error.status === 429) return { ok: false, reason: 'too-many-requests' }
    return { ok: false, reason: reasonsByCode[error.code ?? ''] ?? (error.status === 401 ? 'wrong' : 'unexpected') }
  } catch {
    return { ok: false, reason: 'offline' }
  }
}

export const signIn = (email: string, password: string): Promise<AuthResult> =>
  ask(() => client.signIn.email({ email, password }))

export const signUp = (person: { name: string; email: string; password: string }): Promise<AuthResult> =>
  ask(() => client.signUp.email(person))

export const signOut = (): Promise<AuthResult> => ask(() => client.signOut())

/** Ends every session of the person, on this device too. */
export const signOutEverywhere = async (): Promise<AuthResult> => {
  const result = await ask(() => client.revokeSessions())
  return result.ok ? ask(() => client.signOut()) : result
}

/** Asks for a mail with a link that leads to `/reset-password`. The answer is the same whether the address is known or not. */
export const askForReset = (email: string): Promise<AuthResult> =>
  ask(() => client.requestPasswordReset({ email, redirectTo: '/reset-password' }))

export const resetPassword = (token: string, newPassword: string): Promise<AuthResult> =>
  ask(() => client.resetPassword({ token, newPassword }))
