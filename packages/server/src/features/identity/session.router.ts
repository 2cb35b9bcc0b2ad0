import { openProcedure, router } from '../../trpc/procedures.ts'
import { listJoinedOrganisations } from '../organisations/organisation.service.ts'

export const sessionRouter = router({
  /** Who is signed in and what they are a member of; null when nobody is. */
  me: openProcedure.query(async ({ ctx: { deps, person } }) =>
    person ? { person, organisations: await listJoinedOrganisations(deps, person) } : null,
  ),
})
