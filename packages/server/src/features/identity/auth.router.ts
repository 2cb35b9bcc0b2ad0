import {
  changePasswordSchema,
  resetPasswordSchema,
  resetRequestSchema,
  signInSchema,
  signUpSchema,
} from '@kase/shared/identity/credentials.schema.ts'
import { errorCodes, type ErrorCode } from '@kase/shared/errors.ts'
import { TRPCError } from '@trpc/server'
import { getHTTPStatusCodeFromError } from '@trpc/server/http'
import { fromNodeHeaders } from 'better-auth/node'
import express, {
  type ErrorRequestHandler,
  type Request as ExpressRequest,
  type Response as ExpressResponse,
} from 'express'
import type { ZodType } from 'zod'
import { errorDataOf, type ErrorData } from '../../trpc/procedures.ts'
import { addressHeader, authPath, type Auth } from './auth.ts'

/**
 * The ways to better-auth: these and no other, each with the schema of what it takes. Refusals look like those of the
 * procedures; session tokens leave in cookies only.
 */

const endpoints: Readonly<Record<string, ZodType<object> | undefined>> = {
  '/sign-up/email': signUpSchema,
  '/sign-in/email': signInSchema,
  '/sign-out': undefined,
  '/revoke-sessions': undefined,
  '/request-password-reset': resetRequestSchema,
  '/reset-password': resetPasswordSchema,
  '/change-password': changePasswordSchema,
}

/** Express router for `/api/auth`; mount it before any body parser, with `trust proxy` set on the app. */
export function authRouter(auth: Auth): express.Router {
  const router = express.Router({ caseSensitive: true, strict: true })
  router.use((_, response, next) => {
    response.set('Cache-Control', 'no-store')
    next()
  })
  // Renews a session that is a day old: the web app asks when it starts.
  router.get('/get-session', async (request, response) => {
    const answer = await forward(auth, request, { path: '/get-session' })
    await reply(response, answer, (body) => ({ isSignedIn: body !== null }))
  })
  router.use(express.json({ limit: '16kb' }))
  for (const [path, schema] of Object.entries(endpoints))
    router.post(path, async (request, response) => {
      const { data, error } = schema?.safeParse(request.body ?? {}) ?? { data: {} }
      if (error) return refuse(response, errorDataOf(new TRPCError({ code: 'BAD_REQUEST', cause: error })))
      // A new password ends the sessions on every other device.
      const body = path === '/change-password' ? { ...data, revokeOtherSessions: true } : data
      await reply(response, await forward(auth, request, { path, body }), () => ({ ok: true }))
    })
  router.use((_, response) => refuse(response, errorOf('not-found')))
  router.use(bodyErrors)
  return router
}

interface Forwarded {
  readonly path: string
  readonly body?: object | undefined
}

/** Hands a checked request to better-auth, with the address of the caller as express knows it. */
function forward(auth: Auth, request: ExpressRequest, { path, body }: Forwarded): Promise<Response> {
  const headers = fromNodeHeaders(request.headers)
  for (const name of ['content-length', 'content-type', 'transfer-encoding', 'connection']) headers.delete(name)
  headers.set(addressHeader, request.ip ?? '')
  if (body) headers.set('content-type', 'application/json')
  return auth.handle(
    new Request(new URL(authPath + path, auth.publicUrl), {
      method: request.method,
      headers,
      ...(body && { body: JSON.stringify(body) }),
    }),
  )
}

/** Sends the cookies of the answer on, and of its body only what `view` takes from it. */
async function reply(response: ExpressResponse, answer: Response, view: (body: unknown) => object): Promise<void> {
  const cookies = answer.headers.getSetCookie()
  if (cookies.length > 0) response.append('Set-Cookie', cookies)
  const body: unknown = await answer.json().catch(() => null)
  if (answer.ok) {
    response.status(200).json(view(body))
    return
  }
  const retryAfter = answer.headers.get('x-retry-after')
  if (retryAfter) response.set('Retry-After', retryAfter)
  refuse(response, errorOf(codeOf(answer.status, body)))
}

/** better-auth's codes for what our forms can run into. */
const codes: Readonly<Record<string, ErrorCode>> = {
  INVALID_EMAIL_OR_PASSWORD: 'wrong-credentials',
  INVALID_PASSWORD: 'wrong-credentials',
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: 'address-taken',
  // Two sign-ups with one address at the same moment: the index let one through.
  FAILED_TO_CREATE_USER: 'address-taken',
  INVALID_TOKEN: 'reset-invalid',
}

function codeOf(status: number, body: unknown): ErrorCode {
  const given = body !== null && typeof body === 'object' && 'code' in body ? String(body.code) : ''
  const known = codes[given]
  if (known) return known
  if (status === 401) return 'signed-out'
  if (status === 403) return 'not-allowed'
  if (status === 429) return 'too-many-requests'
  return status < 500 ? 'bad-input' : 'unexpected'
}

const errorOf = (code: ErrorCode): ErrorData => ({ code, params: {}, fields: [] })

function refuse(response: ExpressResponse, error: ErrorData): void {
  response.status(getHTTPStatusCodeFromError(new TRPCError({ code: errorCodes[error.code] }))).json(error)
}

/** A body that is no JSON, or too much of it. */
const bodyErrors: ErrorRequestHandler = (error: { readonly status?: number }, _request, response, next) => {
  if (error.status === 413) return refuse(response, errorOf('too-large'))
  if (error.status !== undefined && error.status < 500) return refuse(response, errorOf('bad-input'))
  next(error)
}
