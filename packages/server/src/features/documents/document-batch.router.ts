import { z } from 'zod'
import { batchRefSchema, chooseBatchSchema, startBatchSchema } from '@kase/shared/documents/document-batch.schema.ts'
import { idSchema } from '@kase/shared/plans/plan.schema.ts'
import { memberProcedure, router } from '../../trpc/procedures.ts'
import { countBatchFiles, listBatches, removeBatch, retryBatch, startBatch } from './document-batch.service.ts'

/** Many documents in one ZIP file, made in the background; the file itself comes from batch-download.http.ts. */
export const documentBatchRouter = router({
  /** What a choice would come to, before anything is made. */
  count: memberProcedure('document.make')
    .input(chooseBatchSchema)
    .query(({ ctx, input }) => ctx.inTenant((db) => countBatchFiles(ctx.deps, db, input))),

  start: memberProcedure('document.make')
    .input(startBatchSchema)
    .mutation(({ ctx, input }) => ctx.inTenant((db, actor) => startBatch(ctx.deps, db, actor, input))),

  /** Those about one plan, or (null) all of the organisation. */
  list: memberProcedure('document.make')
    .input(z.strictObject({ planId: idSchema.nullable() }))
    .query(({ ctx, input }) => ctx.inTenant((db, actor) => listBatches(ctx.deps, db, actor, input.planId))),

  retry: memberProcedure('document.make')
    .input(batchRefSchema)
    .mutation(({ ctx, input }) => ctx.inTenant((db, actor) => retryBatch(ctx.deps, db, actor, input.batchId))),

  remove: memberProcedure('document.make')
    .input(batchRefSchema)
    .mutation(({ ctx, input }) => ctx.inTenant((db, actor) => removeBatch(db, actor, input.batchId))),
})
