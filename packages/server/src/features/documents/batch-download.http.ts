import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import express, { type Request } from 'express'
import { DomainError } from '@kase/shared/errors.ts'
import { idSchema } from '@kase/shared/plans/plan.schema.ts'
import { z } from 'zod'
import type { Dependencies } from '../../infra/dependencies.ts'
import { asMember, type RequestContext } from '../../trpc/context.ts'
import { findChunk } from './batch-attempt.repository.ts'
import { openBatchArchive, type BatchArchive } from './document-batch.service.ts'

const paramsSchema = z.object({ slug: z.string(), batchId: idSchema })

/** Archives that staff download: `…/organisations/:slug/document-batches/:batchId/plans.zip`. */
export function batchDownloads(
  deps: Dependencies,
  contextOf: (request: Request) => Promise<RequestContext>,
): express.Router {
  const router = express.Router()
  router.get('/organisations/:slug/document-batches/:batchId/plans.zip', async (request, response) => {
    const params = paramsSchema.safeParse(request.params)
    if (!params.success) throw new DomainError('not-found')
    const context = { ...(await contextOf(request)), slug: params.data.slug }
    if (context.person) await deps.limits.consume('document', context.person.userId)
    const archive = await asMember(context, 'document.make', (db, actor) =>
      openBatchArchive(deps, db, actor, params.data.batchId),
    )
    response
      .attachment(archive.fileName)
      .set({ 'Cache-Control': 'private, no-store', 'Content-Length': String(archive.bytes) })
    if (request.method === 'HEAD') return void response.end()
    await pipeline(Readable.from(piecesOf(deps, archive)), response).catch((error: unknown) => {
      // The head is sent already: a broken connection is all that can tell the browser.
      deps.log.warn({ err: error, batchId: archive.batchId }, 'an archive was not sent to its end')
    })
  })
  return router
}

/** Each piece in a transaction of its own: a slow download holds no connection of the database. */
async function* piecesOf({ db }: Dependencies, archive: BatchArchive): AsyncGenerator<Buffer> {
  const { tenantId, chunks } = archive
  for (let position = 0; position < chunks; position += 1) {
    const piece = await db.withTenant({ tenantId }, (tenant) => findChunk(tenant, archive, position))
    if (!piece) throw new Error('the archive was removed while it was being sent')
    yield piece
  }
}
