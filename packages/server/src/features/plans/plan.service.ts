import { DomainError } from '@kase/shared/errors.ts'
import type { Facts } from '@kase/shared/facts/facts.schema.ts'
import type { TenantDb } from '../../db/scope.ts'
import type { Dependencies } from '../../infra/dependencies.ts'
import type { Actor } from '../../trpc/context.ts'
import { recordAudit } from '../audit/audit.service.ts'
import { isMember } from '../members/member.service.ts'
import { buildFromFacts, participantRows, planTaskRows, type BuiltPlan } from './build.service.ts'
import { replaceParticipants } from './participant.repository.ts'
import { insertPlanEvent } from './plan-event.repository.ts'
import { listPlanTasks, replacePlanTasks } from './plan-task.repository.ts'
import { deletePlan, insertPlan, lockPlan, updatePlan, updatePlanFacts } from './plan.repository.ts'

/**
 * Makes a draft from facts: participants and dated tasks, left-out ones included. Sends nothing.
 *
 * @throws DomainError `municipality-unknown`
 */
export async function createPlan(
  deps: Dependencies,
  db: TenantDb,
  actor: Actor,
  facts: Facts,
): Promise<{ planId: string }> {
  const { tenantId, userId } = actor
  const built = await buildFromFacts(deps, db, { tenantId, facts })
  const planId = await insertPlan(db, { tenantId, createdBy: userId, facts, layers: originsOf(built) })
  await fillPlan(db, { planId, tenantId, facts, built, defaultOwnerId: userId })
  await insertPlanEvent(db, { tenantId, planId, kind: 'created', actorKind: 'member', userId })
  await recordAudit(db, actor, 'plan.created', planId)
  return { planId }
}

/**
 * Builds a draft anew from changed facts. What people decided about single tasks stays.
 *
 * @throws DomainError `not-found`; `plan-not-draft`; `changed-meanwhile` when somebody else saved since `revision`
 */
export async function updateFacts(
  deps: Dependencies,
  db: TenantDb,
  actor: Actor,
  { planId, revision, facts }: { planId: string; revision: number; facts: Facts },
): Promise<{ revision: number }> {
  const plan = await lockPlan(db, planId)
  if (plan.state !== 'draft') throw new DomainError('plan-not-draft')
  if (plan.revision !== revision) throw new DomainError('changed-meanwhile')
  const built = await buildFromFacts(deps, db, { tenantId: actor.tenantId, facts })
  await updatePlanFacts(db, { id: planId, facts, layers: originsOf(built) })
  await fillPlan(db, { planId, tenantId: actor.tenantId, facts, built, defaultOwnerId: plan.createdBy })
  await insertPlanEvent(db, {
    tenantId: actor.tenantId,
    planId,
    kind: 'facts-changed',
    actorKind: 'member',
    userId: actor.userId,
  })
  await recordAudit(db, actor, 'plan.facts-changed', planId)
  return { revision: revision + 1 }
}

interface Filling {
  readonly planId: string
  readonly tenantId: string
  readonly facts: Facts
  readonly built: BuiltPlan
  readonly defaultOwnerId: string
}

async function fillPlan(db: TenantDb, { planId, tenantId, facts, built, defaultOwnerId }: Filling): Promise<void> {
  const choices = await listPlanTasks(db, [planId])
  await replaceParticipants(db, planId, participantRows(facts, { tenantId, planId }))
  await replacePlanTasks(db, planId, planTaskRows(built.tasks, { tenantId, planId, defaultOwnerId, choices }))
}

const originsOf = ({ catalogue }: BuiltPlan) => catalogue.layers.map((layer) => layer.origin)

/** Throws a draft away; a plan that has been launched is kept. */
export async function discardDraft(db: TenantDb, actor: Actor, planId: string): Promise<void> {
  const plan = await lockPlan(db, planId)
  if (plan.state !== 'draft') throw new DomainError('plan-not-draft')
  await deletePlan(db, planId)
  await recordAudit(db, actor, 'plan.discarded', planId, { worker: plan.workerName })
}

/** Closes a plan. Nothing is lost: it stays readable with its whole history, and can be opened again. */
export async function finishPlan(deps: Dependencies, db: TenantDb, actor: Actor, planId: string): Promise<void> {
  const plan = await lockPlan(db, planId)
  if (plan.state !== 'launched') throw new DomainError('plan-not-launched')
  await updatePlan(db, planId, { state: 'finished', finishedAt: deps.now() })
  await insertPlanEvent(db, {
    tenantId: actor.tenantId,
    planId,
    kind: 'finished',
    actorKind: 'member',
    userId: actor.userId,
  })
  await recordAudit(db, actor, 'plan.finished', planId)
}

export async function reopenPlan(db: TenantDb, actor: Actor, planId: string): Promise<void> {
  const plan = await lockPlan(db, planId)
  if (plan.state !== 'finished') throw new DomainError('plan-not-launched')
  await updatePlan(db, planId, { state: 'launched', finishedAt: null })
  await insertPlanEvent(db, {
    tenantId: actor.tenantId,
    planId,
    kind: 'reopened',
    actorKind: 'member',
    userId: actor.userId,
  })
  await recordAudit(db, actor, 'plan.reopened', planId)
}

/**
 * Gives the plan a buddy, or takes the buddy away.
 *
 * @throws DomainError `owner-not-member`
 */
export async function assignBuddy(
  db: TenantDb,
  actor: Actor,
  { planId, buddyId }: { planId: string; buddyId: string | null },
): Promise<void> {
  await lockPlan(db, planId)
  if (buddyId !== null && !(await isMember(db, actor, buddyId))) throw new DomainError('owner-not-member')
  await updatePlan(db, planId, { buddyId })
  await recordAudit(db, actor, 'plan.buddy-assigned', planId, { buddyId })
}
