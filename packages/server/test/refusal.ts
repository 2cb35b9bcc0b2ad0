import { TRPCError } from '@trpc/server'
import { errorDataOf, type ErrorData } from '../src/trpc/procedures.ts'

/**
 * What a caller learns of a refused call, without what is empty: `{ code: 'not-found' }`. A call that succeeds fails the test.
 */
export async function refusal(call: Promise<unknown>): Promise<Partial<ErrorData>> {
  const error = await call.then(
    (value) => new Error(`the call was not refused: ${JSON.stringify(value)}`),
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof TRPCError)) throw error
  const { code, params, fields } = errorDataOf(error)
  if (code === 'unexpected') throw error
  return { code, ...(Object.keys(params).length > 0 && { params }), ...(fields.length > 0 && { fields }) }
}
