import { randomUUID } from 'node:crypto'
import type { Language, StaffLanguage } from '@kase/shared/locales.ts'
import type { DeclineReason, StuckReason } from '@kase/shared/plans/stuck.schema.ts'
import type { LinkScope } from '../../db/scope.ts'
import type { Dependencies } from '../../infra/dependencies.ts'
import { createToken, hashToken } from '../../infra/secrets.ts'
import type { Actor } from '../../trpc/context.ts'
import { sendHelpRequest } from '../help-requests/help-request.service.ts'
import { declineTask } from '../plans/decline.service.ts'
import { getPlanView } from '../plans/plan-view.service.ts'
import { askAdvisor } from '../questions/question.service.ts'

/** What a demo worker has said on the page: to the employer, to the advisor, or of a task. */
export interface DemoMessages {
  readonly toEmployer?: { readonly task: string; readonly reason: StuckReason; readonly body: string }
  /** Without a task it was asked on the page of rights and help. */
  readonly toAdvisor?: { readonly task?: string; readonly reason: StuckReason | null; readonly body: string }
  readonly declines?: { readonly task: string; readonly reason: DeclineReason }
}

interface Sender {
  readonly scope: LinkScope
  readonly language: Language
  readonly municipality: string
  /** The language that the municipality calls the task by. */
  readonly officialLanguage: StaffLanguage
}

/** Says it all in the scope of the worker's link, an hour ago. A task that is not in the plan is a mistake of the demo's. */
export async function sendMessages(
  deps: Dependencies,
  actor: Actor,
  { scope, language, municipality, officialLanguage }: Sender,
  { toEmployer, toAdvisor, declines }: DemoMessages,
): Promise<void> {
  const { tasks } = await deps.db.withTenant({ tenantId: scope.tenantId, userId: actor.userId }, (db) =>
    getPlanView(deps, db, actor, { planId: scope.planId, language: officialLanguage }),
  )
  const find = (key: string) => {
    const task = tasks.find((each) => each.key === key)
    if (!task) throw new TypeError(`the demo plan has no task ${key}`)
    return task
  }
  const at = new Date(deps.now().getTime() - 3_600_000)
  // No phone has this key: the demo's visitors see the question as the advisor.
  const phone = { ...scope, askerHash: hashToken(createToken()) }
  await deps.db.withLink(phone, async (db) => {
    const id = randomUUID()
    if (toEmployer) {
      const { task, ...said } = toEmployer
      await sendHelpRequest(db, scope, { ...said, id, language, taskId: find(task).id }, at)
    }
    if (toAdvisor) {
      const { task, ...said } = toAdvisor
      const question = { ...said, id, language, municipality }
      const about = task === undefined ? {} : { task: { key: task, title: find(task).title } }
      await askAdvisor(db, phone, { ...question, ...about }, at)
    }
    if (declines) {
      const { id: planTaskId, isPrivate } = find(declines.task)
      await declineTask(db, scope, { planTaskId, isPrivate, reason: declines.reason, declinedAt: at })
    }
  })
}
