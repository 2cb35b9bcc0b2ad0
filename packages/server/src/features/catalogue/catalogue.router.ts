import { personProcedure, router } from '../../trpc/procedures.ts'
import { listCatalogueOptions } from './catalogue-options.service.ts'

/** What forms offer: known before any plan exists. */
export const catalogueRouter = router({
  /** Municipalities by region, and the languages that content exists in. */
  options: personProcedure.query(({ ctx }) =>
    ctx.deps.db.readUser(ctx.person.userId, (db) => listCatalogueOptions(db)),
  ),
})
