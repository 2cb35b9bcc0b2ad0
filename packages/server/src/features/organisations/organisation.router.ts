import { setLogoSchema } from '@kase/shared/identity/organisation-logo.schema.ts'
import { createOrganisationSchema, updateOrganisationSchema } from '@kase/shared/identity/organisation.schema.ts'
import { memberProcedure, personProcedure, router } from '../../trpc/procedures.ts'
import { getLogo, removeLogo, setLogo } from '../documents/employer-logo.service.ts'
import { foundOrganisation, getOrganisation, updateOrganisation } from './organisation.service.ts'

export const organisationRouter = router({
  create: personProcedure
    .input(createOrganisationSchema)
    .mutation(({ ctx, input }) => foundOrganisation(ctx.deps, ctx.person, input)),

  get: memberProcedure('organisation.read').query(({ ctx }) => ctx.inTenant(getOrganisation)),

  update: memberProcedure('organisation.update')
    .input(updateOrganisationSchema)
    .mutation(({ ctx, input }) => ctx.inTenant((db, actor) => updateOrganisation(db, actor, input))),

  getLogo: memberProcedure('organisation.read').query(({ ctx }) => ctx.inTenant(getLogo)),

  setLogo: memberProcedure('organisation.update')
    .input(setLogoSchema)
    .mutation(({ ctx, input }) => setLogo(ctx.deps, ctx.inTenant, input)),

  removeLogo: memberProcedure('organisation.update').mutation(({ ctx }) => ctx.inTenant(removeLogo)),
})
