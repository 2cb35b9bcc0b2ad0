import type { ErrorRequestHandler } from 'express'
import { DomainError, errorCodes } from '@kase/shared/errors.ts'
import type { Dependencies } from './dependencies.ts'

/** Whatever no handler has answered: a code, never a stack. */
export const lastResort =
  ({ log }: Pick<Dependencies, 'log'>): ErrorRequestHandler =>
  (error: unknown, _request, response, next) => {
    if (response.headersSent) return next(error)
    const code = error instanceof DomainError ? error.code : isClientFault(error) ? 'bad-input' : 'unexpected'
    if (code === 'unexpected') log.error({ err: error }, 'a request failed')
    response.status(statusOf[errorCodes[code]] ?? 500).json({ code, params: {}, fields: [] })
  }

const isClientFault = (error: unknown): boolean =>
  error instanceof Error &&
  'status' in error &&
  typeof error.status === 'number' &&
  error.status >= 400 &&
  error.status < 500

const statusOf: Readonly<Record<string, number>> = {
  BAD_REQUEST: 400,
  UNAUTHORIZED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  PRECONDITION_FAILED: 412,
  PAYLOAD_TOO_LARGE: 413,
  TOO_MANY_REQUESTS: 429,
  SERVICE_UNAVAILABLE: 503,
}
