import { finnishHolidays } from '@kase/shared/calendar/finnish-holidays.ts'
import type { Facts } from '@kase/shared/facts/facts.schema.ts'
import { buildPlan, type PlannedTask } from '@kase/shared/plans/build-plan.ts'
import type { TenantDb } from '../../db/scope.ts'
import type { Dependencies } from '../../infra/dependencies.ts'
import { loadPlanCatalogue, type PlanCatalogue } from '../catalogue/catalogue.service.ts'
import { getOrganisation } from '../organisations/organisation.service.ts'
import type { NewParticipant } from './participant.repository.ts'
import type { NewPlanTask } from './plan-task.repository.ts'

export interface BuiltPlan {
  readonly catalogue: PlanCatalogue
  readonly tasks: readonly PlannedTask[]
}

/**
 * Builds the plan of some facts from what is published now for the employer of the scope. Writes nothing.
 *
 * @throws DomainError `municipality-unknown`
 */
export async function buildFromFacts(
  { versions }: Pick<Dependencies, 'versions'>,
  db: TenantDb,
  { tenantId, facts }: { tenantId: string; facts: Facts },
): Promise<BuiltPlan> {
  const { usesStarter } = await getOrganisation(db, { tenantId })
  const catalogue = await loadPlanCatalogue(db, versions, { municipality: facts.municipality, tenantId, usesStarter })
  const { layers, directory } = catalogue
  return { catalogue, tasks: buildPlan({ facts, layers, directory, holidays: finnishHolidays }) }
}

/** What a person decided about a task while the plan was a draft; it outlives a rebuild. */
export interface PersonsChoice {
  readonly key: string
  readonly isIncluded: boolean
  readonly inclusion: 'rule' | 'person'
  readonly dueOn: string | null
  readonly isDateFixed: boolean
  readonly ownerId: string | null
  readonly note: string | null
}

interface RowContext {
  readonly tenantId: string
  readonly planId: string
  /** Who answers for the employer's own tasks unless somebody else is chosen. */
  readonly defaultOwnerId: string
  readonly choices: readonly PersonsChoice[]
}

/** The rows of a built plan, in its order, with the choices that people made before laid over them. */
export function planTaskRows(
  tasks: readonly PlannedTask[],
  { tenantId, planId, defaultOwnerId, choices }: RowContext,
): NewPlanTask[] {
  const chosen = new Map(choices.map((choice) => [choice.key, choice]))
  return tasks.map((planned, position) => {
    const { task, origin, textOrigin, verdict, due, place } = planned
    const choice = chosen.get(task.key)
    const isByPerson = choice?.inclusion === 'person' && !task.locked
    return {
      tenantId,
      planId,
      key: task.key,
      position,
      definition: task,
      templateTenantId: origin.tenantId,
      templateVersionId: origin.versionId,
      textTenantId: textOrigin.tenantId,
      textVersionId: textOrigin.versionId,
      section: task.section,
      assignee: task.assignee,
      isIncluded: isByPerson ? choice.isIncluded : planned.isIncluded,
      inclusion: isByPerson ? 'person' : 'rule',
      verdict: { answer: verdict.answer, reasons: [...verdict.reasons] },
      ...dates(due, choice),
      ownerId: choice?.ownerId ?? (task.assignee === 'hr' ? defaultOwnerId : null),
      placeTenantId: place?.kind === 'place' ? place.place.tenantId : null,
      placeKey: place?.kind === 'place' ? place.place.key : null,
      note: choice?.note ?? null,
    }
  })
}

function dates(
  due: PlannedTask['due'],
  choice: PersonsChoice | undefined,
): Pick<NewPlanTask, 'dueOn' | 'rolledFrom' | 'waitsFor' | 'isDateFixed'> {
  if (choice?.isDateFixed) return { dueOn: choice.dueOn, rolledFrom: null, waitsFor: null, isDateFixed: true }
  return {
    dueOn: due?.kind === 'dated' ? due.date : null,
    rolledFrom: due?.kind === 'dated' ? (due.rolledFrom ?? null) : null,
    waitsFor: due?.kind === 'waits' ? due.anchor : null,
    isDateFixed: false,
  }
}

/** The people of a plan in the order of the form: the worker first. */
export function participantRows(
  { worker, family }: Facts,
  { tenantId, planId }: { tenantId: string; planId: string },
): NewParticipant[] {
  const [language = 'en'] = worker.languages
  const first = {
    role: 'worker' as const,
    name: worker.name,
    age: null,
    language,
    email: worker.email ?? null,
    phone: worker.phone ?? null,
  }
  const others = family.map((member) => ({
    role: member.role,
    name: member.name,
    age: member.age ?? null,
    language: member.language,
    email: member.email ?? null,
    phone: member.phone ?? null,
  }))
  return [first, ...others].map((person, position) => ({ ...person, tenantId, planId, position }))
}
