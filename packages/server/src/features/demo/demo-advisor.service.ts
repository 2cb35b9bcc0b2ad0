import { addDays, finnishDay } from '@kase/shared/calendar/civil-date.ts'
import type { Dependencies } from '../../infra/dependencies.ts'
import type { Actor } from '../../trpc/context.ts'
import { publishAnnouncement } from '../announcements/announcement.service.ts'
import { addMember } from '../members/member.service.ts'
import { getOrganisation, listJoinedOrganisations } from '../organisations/organisation.service.ts'
import { getAdvisor } from '../questions/question.service.ts'
import { demoPassword, type DemoAccount, type SignUp } from './demo-accounts.ts'
import { demoAnnouncement, type DemoAdvisor } from './demo-advisors.ts'

/**
 * Makes an admin of the organisation that receives the questions of the advisor's municipality, with an announcement that is
 * running; once. The organisation itself comes with the content.
 */
export async function prepareAdvisor(
  deps: Dependencies,
  signUp: SignUp,
  { name, email, municipality, announcement }: DemoAdvisor,
): Promise<DemoAccount> {
  const password = demoPassword(deps, email)
  const { person } = await signUp({ name, email, password })
  const tenantId = await deps.db.readUser(person.userId, (db) => getAdvisor(db, municipality))
  const isNew = (await listJoinedOrganisations(deps, person)).length === 0
  const organisation = await deps.db.withTenant({ tenantId, userId: person.userId }, async (db) => {
    if (isNew) {
      await addMember(db, { tenantId, person, role: 'admin' })
      const actor: Actor = { ...person, tenantId, role: 'admin', kind: 'advisor' }
      const { sourceLanguage, lastDayIn } = announcement
      await publishAnnouncement(deps, db, actor, {
        sourceLanguage,
        texts: demoAnnouncement,
        municipalities: [],
        lastDay: addDays(finnishDay(deps.now()), lastDayIn),
      })
    }
    return getOrganisation(db, { tenantId })
  })
  return { email, password, organisation: organisation.name, role: 'admin' }
}
