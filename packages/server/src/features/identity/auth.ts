import { hash, verify } from '@node-rs/argon2'
import { matchLanguage, isStaffLanguage, type StaffLanguage } from '@kase/shared/locales.ts'
import { passwordMaxLength, passwordMinLength } from '@kase/shared/identity/credentials.schema.ts'
import { betterAuth } from 'better-auth'
import { PostgresDialect } from 'kysely'
import type pg from 'pg'
import type { Dependencies } from '../../infra/dependencies.ts'
import { noTenantId, queueMail } from '../mail/mail.service.ts'

/**
 * Passwords and sessions, by better-auth in its own schema and under its own role. It knows no organisation: what a person
 * may see is decided by our memberships (db/scope.ts).
 */

interface AuthOptions {
  /** Connects as `kase_auth`. */
  readonly pool: pg.Pool
  readonly deps: Pick<Dependencies, 'db' | 'jobs' | 'secrets' | 'log' | 'publicUrl' | 'now'>
}

export interface Auth {
  /** Answers a request to better-auth itself; what may reach it is decided in auth.router.ts. */
  readonly handle: (request: Request) => Promise<Response>
  readonly pool: pg.Pool
  readonly publicUrl: string
  /** Name of the cookie that carries a session. */
  readonly cookieName: string
  /** Key that cookies are signed with. */
  readonly secret: string
}

/** Carries the caller's address from express, which knows how many proxies to believe, to the rate limits. */
export const addressHeader = 'x-kase-address'

export const authPath = '/api/auth'

const day = 86_400

/** For each address; windows in seconds. An office shares one address, so the limits leave room for a busy morning. */
const rateLimit = {
  enabled: true,
  storage: 'database' as const,
  window: 60,
  max: 120,
  customRules: {
    '/sign-in/email': { window: 60, max: 30 },
    '/sign-up/email': { window: 60, max: 10 },
    '/request-password-reset': { window: 300, max: 10 },
    '/reset-password': { window: 60, max: 10 },
    '/change-password': { window: 60, max: 10 },
    // Every page load renews the session by this. A window ends only after a pause as long as itself, so an office that never
    // pauses would be shut out; whoever has no signed cookie learns and costs nothing.
    '/get-session': false as const,
  },
}

export function createAuth({ pool, deps }: AuthOptions): Auth {
  const { publicUrl, secrets, log } = deps
  const isHttps = publicUrl.startsWith('https://')
  const secret = secrets.derive('better-auth')
  const auth = betterAuth({
    appName: 'KASE Welcome',
    baseURL: publicUrl,
    basePath: authPath,
    secret,
    trustedOrigins: originsOf(publicUrl),
    database: { dialect: new PostgresDialect({ pool }), type: 'postgres', schemaName: 'auth', transaction: true },
    telemetry: { enabled: false },
    logger: {
      log: (level, message, ...details: unknown[]) => {
        const err = details.find((detail) => detail instanceof Error)
        log[level === 'error' ? 'error' : 'warn']({ source: 'better-auth', err }, message)
      },
    },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: passwordMinLength,
      maxPasswordLength: passwordMaxLength,
      password: {
        hash: (password) => hash(password),
        verify: ({ hash: stored, password }) => verify(stored, password),
      },
      resetPasswordTokenExpiresIn: 3_600,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: ({ user, token }, request) => sendResetMail(deps, { ...user, token, request }),
    },
    session: { expiresIn: 7 * day, updateAge: day },
    rateLimit,
    advanced: {
      // Said, because better-auth would leave both checks out under NODE_ENV=test.
      disableOriginCheck: false,
      disableCSRFCheck: false,
      database: { generateId: 'uuid' },
      ipAddress: { ipAddressHeaders: [addressHeader] },
      ...cookieSettings(isHttps),
    },
  })
  return { handle: auth.handler, pool, publicUrl, cookieName: sessionCookie(isHttps), secret }
}

/** `__Host-` ties the cookie to this host, to https and to the path `/`; a browser takes it on https only. */
const sessionCookie = (isHttps: boolean): string => (isHttps ? '__Host-kase-session' : 'kase-session')

const cookieSettings = (isHttps: boolean) => ({
  // The prefixed name carries the promise; better-auth's own switch would put `__Secure-` in front of it.
  useSecureCookies: false,
  cookiePrefix: isHttps ? '__Host-kase' : 'kase',
  defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' as const, path: '/', secure: isHttps },
  cookies: { session_token: { name: sessionCookie(isHttps) } },
})

/** On a machine of one's own the service is reached by either of its two names. */
function originsOf(publicUrl: string): string[] {
  const { protocol, port, origin } = new URL(publicUrl)
  if (protocol === 'https:') return [origin]
  const suffix = port === '' ? '' : `:${port}`
  return [...new Set([origin, `http://localhost${suffix}`, `http://127.0.0.1${suffix}`])]
}

interface ResetMail {
  readonly name: string
  readonly email: string
  readonly token: string
  readonly request: Request | undefined
}

async function sendResetMail(deps: AuthOptions['deps'], { name, email, token, request }: ResetMail): Promise<void> {
  await deps.db.withTenant({ tenantId: noTenantId }, (db) =>
    queueMail(deps, db, {
      tenantId: noTenantId,
      template: 'password-reset',
      language: languageOf(request?.headers.get('accept-language')),
      to: email,
      payload: { name },
      secret: token,
    }),
  )
}

/** The first staff language of an Accept-Language header; the web app sends the one that it is shown in. */
function languageOf(header: string | null | undefined): StaffLanguage {
  for (const range of (header ?? '').split(',')) {
    const language = matchLanguage(range.split(';')[0] ?? '')
    if (language && isStaffLanguage(language)) return language
  }
  return 'fi'
}
