import { finnishDay } from '@kase/shared/calendar/civil-date.ts'
import { factsSchema } from '@kase/shared/facts/facts.schema.ts'
import type { Role } from '@kase/shared/identity/role.policy.ts'
import type { Language } from '@kase/shared/locales.ts'
import { hasOwnPage } from '@kase/shared/plans/own-page.ts'
import type { LinkScope, TenantDb } from '../../db/scope.ts'
import type { Dependencies } from '../../infra/dependencies.ts'
import type { Actor, Person } from '../../trpc/context.ts'
import { addMember } from '../members/member.service.ts'
import {
  foundOrganisation,
  listJoinedOrganisations,
  updateOrganisation,
} from '../organisations/organisation.service.ts'
import { listParticipants } from '../plans/plan-access.service.ts'
import { launchPlan } from '../plans/launch.service.ts'
import { tickOwnTask } from '../plans/participant-task.service.ts'
import { listPlans } from '../plans/plan-list.service.ts'
import { getPlanView } from '../plans/plan-view.service.ts'
import { createPlan, finishPlan } from '../plans/plan.service.ts'
import { tickTask } from '../plans/task.service.ts'
import { currentLinkUrl, openToken, recordOpening } from '../share-links/share-link.service.ts'
import { demoPassword, type DemoAccount, type SignUp } from './demo-accounts.ts'
import { prepareAdvisor } from './demo-advisor.service.ts'
import { demoAdvisors } from './demo-advisors.ts'
import { sendMessages } from './demo-messages.ts'
import { demoEmployers, factsOf, type DemoArrival, type DemoEmployer } from './demo-people.ts'

/** What a newcomer needs to look around: printed at start and written to `demo.json`. */
export interface DemoGuide {
  readonly url: string
  readonly accounts: readonly DemoAccount[]
  readonly workerLinks: readonly { readonly url: string; readonly participant: string; readonly language: Language }[]
}

/**
 * Fills an empty service with organisations and plans that look like life, once, through the same services that people use.
 * What is there already is left as people have made it.
 */
export async function prepareDemo(deps: Dependencies, signUp: SignUp): Promise<DemoGuide> {
  const guides: Omit<DemoGuide, 'url'>[] = []
  for (const employer of demoEmployers) guides.push(await prepareEmployer(deps, signUp, employer))
  const advisors: DemoAccount[] = []
  for (const advisor of demoAdvisors) advisors.push(await prepareAdvisor(deps, signUp, advisor))
  return {
    url: deps.publicUrl,
    accounts: [...guides.flatMap((guide) => guide.accounts), ...advisors],
    workerLinks: guides.flatMap((guide) => guide.workerLinks),
  }
}

async function prepareEmployer(
  deps: Dependencies,
  signUp: SignUp,
  employer: DemoEmployer,
): Promise<Omit<DemoGuide, 'url'>> {
  const accounts = employer.people.map(({ name, email, role }) => ({
    name,
    email,
    role,
    password: demoPassword(deps, email),
  }))
  const people: { person: Person; role: Role }[] = []
  for (const account of accounts) people.push({ person: (await signUp(account)).person, role: account.role })
  const [owner] = people
  if (!owner) throw new TypeError('a demo employer has an owner')
  if ((await listJoinedOrganisations(deps, owner.person)).length === 0) {
    const { tenantId } = await foundOrganisation(deps, owner.person, employer)
    const actor: Actor = { ...owner.person, tenantId, role: 'owner', kind: 'employer' }
    await deps.db.withTenant({ tenantId, userId: actor.userId }, async (db) => {
      for (const { person, role } of people.slice(1)) await addMember(db, { tenantId, person, role })
      const { brandColour, contactPhone } = employer
      await updateOrganisation(db, actor, {
        brandColour,
        contactPhone,
        contactName: owner.person.name,
        contactEmail: owner.person.email,
      })
    })
    for (const arrival of employer.arrivals) await makeArrival(deps, actor, { employer, arrival })
  }
  return {
    accounts: accounts.map(({ email, password, role }) => ({ email, password, organisation: employer.name, role })),
    workerLinks: await listWorkerLinks(deps, owner.person),
  }
}

const dayMs = 86_400_000

/** Plays an arrival through from the day its plan was made, with the clock of each day. */
async function makeArrival(
  deps: Dependencies,
  actor: Actor,
  { employer, arrival }: { employer: DemoEmployer; arrival: DemoArrival },
): Promise<void> {
  const at = (days: number): Dependencies => ({ ...deps, now: () => new Date(deps.now().getTime() + days * dayMs) })
  const facts = factsSchema.parse(factsOf(arrival, employer, finnishDay(deps.now())))
  const { tenantId, userId } = actor
  const inTenant = <T>(work: (db: TenantDb) => Promise<T>): Promise<T> => deps.db.withTenant({ tenantId, userId }, work)
  const { planId } = await inTenant((db) => createPlan(at(arrival.made), db, actor, facts))
  if (arrival.state === 'draft') return
  await inTenant((db) => launchPlan(at(arrival.made), db, actor, { planId, sendTo: [] }))
  const scope = await doTasks(deps, actor, { planId, arrival })
  if (scope && arrival.says) {
    const { municipality, worker } = facts
    const [language = 'en'] = worker.languages
    const sender = { scope, language, municipality, officialLanguage: employer.language }
    await sendMessages(deps, actor, sender, arrival.says)
  }
  if (arrival.state === 'finished') await inTenant((db) => finishPlan(at(-2), db, actor, planId))
}

/**
 * Ticks the share of the due tasks that the arrival says, each by the one whose task it is, on its day. Returns the scope of the
 * worker's link.
 */
async function doTasks(
  deps: Dependencies,
  actor: Actor,
  { planId, arrival }: { planId: string; arrival: DemoArrival },
): Promise<LinkScope | undefined> {
  const { tenantId, userId } = actor
  const { tasks, today } = await deps.db.withTenant({ tenantId, userId }, (db) =>
    getPlanView(deps, db, actor, { planId, language: 'en' }),
  )
  const due = tasks.filter(
    (task) => !task.isPrivate && (arrival.state === 'finished' || (task.dueOn !== null && task.dueOn < today)),
  )
  const done = due.slice(0, Math.round(due.length * arrival.doneShare))
  const dayOf = (dueOn: string | null) => new Date(`${dueOn !== null && dueOn < today ? dueOn : today}T09:00:00Z`)
  const link = await deps.db.withTenant({ tenantId, userId }, async (db) => {
    const [first] = await listParticipants(db, [planId])
    return first && currentLinkUrl(deps, db, first.id)
  })
  const opened = link && (await openToken(deps, link.url.split('/').at(-1) ?? ''))
  if (opened && arrival.isOpened) await deps.db.withLink(opened.scope, (db) => recordOpening(db, opened, deps.now()))
  for (const task of done) {
    if (task.assignee !== 'worker')
      await deps.db.withTenant({ tenantId, userId }, (db) =>
        tickTask({ ...deps, now: () => dayOf(task.dueOn) }, db, actor, { planId, taskId: task.id }),
      )
    else if (opened && arrival.isOpened)
      await deps.db.withLink(opened.scope, (db) => tickOwnTask(db, opened.scope, task.id, dayOf(task.dueOn)))
  }
  return opened?.scope
}

async function listWorkerLinks(deps: Dependencies, person: Person): Promise<DemoGuide['workerLinks']> {
  const [joined] = await listJoinedOrganisations(deps, person)
  if (!joined) return []
  const actor: Actor = { ...person, tenantId: joined.tenantId, role: joined.role, kind: joined.kind }
  return deps.db.withTenant({ tenantId: joined.tenantId, userId: person.userId }, async (db) => {
    const { plans } = await listPlans(deps, db, actor, { search: '', cursor: undefined, limit: 100, language: 'en' })
    const participants = (
      await listParticipants(
        db,
        plans.map((plan) => plan.id),
      )
    ).filter(hasOwnPage)
    const links = []
    for (const { id, name, language } of participants) {
      const link = await currentLinkUrl(deps, db, id)
      if (link) links.push({ url: link.url, participant: name, language })
    }
    return links
  })
}
