import { initTRPC, TRPCError } from '@trpc/server'
import { DomainError, errorCodes, type ErrorCode } from '@kase/shared/errors.ts'
import type { Action } from '@kase/shared/identity/role.policy.ts'
import { ZodError } from 'zod'
import type { TenantDb } from '../db/scope.ts'
import { asMember, asReader, type Actor, type RequestContext } from './context.ts'

/**
 * The base procedures, a ladder that only narrows the context. A procedure is a schema, a rung and one call. `next()` never
 * throws in tRPC, so no middleware opens a transaction: the resolver does, through `ctx.inTenant`.
 */

/** One bad field of an input: where it is and the catalogue key of what is wrong with it (`errors.field.<issue>`). */
export interface FieldIssue {
  readonly path: string
  readonly issue: string
}

export interface ErrorData {
  readonly code: ErrorCode
  readonly params: Readonly<Record<string, string | number>>
  readonly fields: readonly FieldIssue[]
}

const trpc = initTRPC
  .context<RequestContext>()
  .meta<{ action?: Action }>()
  .create({
    errorFormatter: ({ shape, error }) => {
      const data = errorDataOf(error)
      // Neither the words nor the stack of an error leave the server: the code says it all.
      return {
        code: shape.code,
        message: data.code,
        data: { httpStatus: shape.data.httpStatus, path: shape.data.path, ...data },
      }
    },
  })

/** What a caller may know of an error. */
export function errorDataOf(error: TRPCError): ErrorData {
  const { cause } = error
  if (cause instanceof DomainError) return { code: cause.code, params: cause.params, fields: [] }
  if (cause instanceof ZodError)
    return {
      code: 'bad-input',
      params: {},
      fields: cause.issues.slice(0, 50).map((issue) => ({ path: issue.path.join('.'), issue: issueKey(issue) })),
    }
  if (error.code === 'PAYLOAD_TOO_LARGE') return { code: 'too-large', params: {}, fields: [] }
  if (error.code === 'NOT_FOUND') return { code: 'not-found', params: {}, fields: [] }
  if (error.code === 'INTERNAL_SERVER_ERROR') return { code: 'unexpected', params: {}, fields: [] }
  return { code: 'bad-input', params: {}, fields: [] }
}

/** Our own schemas name what is wrong (`too-long`); for the rest zod's issue code is the key. */
const issueKey = (issue: ZodError['issues'][number]): string =>
  /^[a-z]+(-[a-z]+)*$/.test(issue.message) ? issue.message : issue.code

export const { router, createCallerFactory } = trpc

/** Turns a refusal of the domain into tRPC's error of the right kind; anything else stays unexpected. */
const refusals = trpc.middleware(async ({ next }) => {
  const result = await next()
  if (!result.ok && result.error.cause instanceof DomainError) {
    const { cause } = result.error
    return { ...result, error: new TRPCError({ code: errorCodes[cause.code], message: cause.code, cause }) }
  }
  return result
})

/** Anyone, signed in or not. */
export const openProcedure = trpc.procedure.use(refusals)

/** A signed-in person: `ctx.person`. */
export const personProcedure = openProcedure.use(({ ctx, next }) => {
  if (!ctx.person) throw new DomainError('signed-out')
  return next({ ctx: { ...ctx, person: ctx.person } })
})

/**
 * A member of the organisation that the request names, who may do `action`. `ctx.inTenant(work)` opens the transaction,
 * checks membership and role in it, and hands over the scoped database and the actor. A query can only read.
 */
export const memberProcedure = (action: Action) =>
  personProcedure.meta({ action }).use(({ ctx, next, type }) =>
    next({
      ctx: {
        ...ctx,
        inTenant: <T>(work: (db: TenantDb, actor: Actor) => Promise<T>): Promise<T> =>
          (type === 'query' ? asReader : asMember)(ctx, action, work),
      },
    }),
  )
