import type { Request, RequestHandler } from 'express'
import { DomainError } from '@kase/shared/errors.ts'
import { matchLanguage, type Language } from '@kase/shared/locales.ts'
import type { Dependencies } from '../../infra/dependencies.ts'
import { loadDocumentExtras, renderPlanDocument } from '../documents/documents.service.ts'
import { buildParticipantDocument } from '../documents/participant-document.service.ts'
import type { ParticipantPlan, ParticipantTask } from '../plans/participant-plan.service.ts'
import { listOwnHelpRequests } from '../help-requests/help-request.service.ts'
import { loadExtras } from './extras.service.ts'
import { queryField } from './form-guard.ts'
import { clerkDocument } from './clerk.page.tsx'
import { familyDocument } from './family.page.tsx'
import { getOther } from './family.service.ts'
import { canTick, homeDocument, taskDocument, type Flash } from './plan-pages.page.tsx'
import { readPlan } from './reading.http.ts'

/** The pages of a plan that are only read. None of them changes anything. */

export const showHome =
  (deps: Dependencies): RequestHandler =>
  async (request, response) => {
    const { reading, plan, more } = await readPlan(deps, { request, response }, (db, loading, { scope }) =>
      loadExtras(deps, db, scope, loading),
    )
    const flash = flashOf(plan, { done: queryField(request, 'done'), undone: queryField(request, 'undone') })
    const search = queryField(request, 'q')?.slice(0, 100).trim()
    response.type('html').send(homeDocument({ reading, plan, extras: more, flash, search }))
  }

export const showTask =
  (deps: Dependencies): RequestHandler =>
  async (request, response) => {
    const { reading, plan, more } = await readPlan(deps, { request, response }, (db, loading, { scope }) =>
      Promise.all([loadExtras(deps, db, scope, loading), listOwnHelpRequests(db, scope)]),
    )
    const [extras, requests] = more
    const task = findTask(plan, request)
    const flash = flashOf(plan, { done: queryField(request, 'done'), undone: queryField(request, 'undone') })
    const sent = queryField(request, 'sent')
    response.type('html').send(
      taskDocument({
        reading,
        plan,
        extras,
        requests: requests.filter(({ planTaskId }) => planTaskId === task.id),
        flash,
        sent: sent === 'employer' || sent === 'advisor' ? sent : undefined,
        task,
        now: deps.now(),
      }),
    )
  }

export const showClerk =
  (deps: Dependencies): RequestHandler =>
  async (request, response) => {
    const { reading, plan } = await readPlan(deps, { request, response })
    response.type('html').send(clerkDocument({ reading, plan, task: findTask(plan, request) }))
  }

/** `/family/1`: another person of the plan, by their place in it. */
export const showFamily =
  (deps: Dependencies): RequestHandler =>
  async (request, response) => {
    const { reading, plan } = await readPlan(deps, { request, response })
    const other = getOther(plan, String(request.params['position']))
    response.type('html').send(familyDocument({ reading, plan, ...other, canTick: canTick(plan) }))
  }

/** @throws DomainError `not-found` for a task that does not stand on the reader's page */
export function findTask({ tasks }: ParticipantPlan, request: Request): ParticipantTask {
  const task = tasks.find(({ key }) => key === request.params['key'])
  if (!task) throw new DomainError('not-found')
  return task
}

/** What the address says was done just now, if the plan agrees. */
function flashOf(
  { tasks }: ParticipantPlan,
  { done, undone }: { done: string | undefined; undone: string | undefined },
): Flash | undefined {
  const find = (id: string | undefined): ParticipantTask | undefined =>
    id === undefined ? undefined : tasks.find((task) => task.id === id)
  const ticked = find(done)
  if (ticked?.doneAt) return { kind: 'done', task: ticked }
  const unticked = find(undone)
  return unticked && !unticked.doneAt ? { kind: 'undone', task: unticked } : undefined
}

/** `plan.pdf?lang=fi` in one language, `&with=fi` with an official language beside it. */
export const sendPdf =
  (deps: Dependencies): RequestHandler =>
  async (request, response) => {
    const { visit, reading, plan, more } = await readPlan(deps, { request, response }, (db, _, { scope }) =>
      loadDocumentExtras(deps, db, scope),
    )
    await deps.limits.consume('document', visit.linkId)
    const official = officialOf(queryField(request, 'with'))
    const bytes = await renderPlanDocument(
      deps,
      buildParticipantDocument(plan, {
        kind: official ? 'side-by-side' : 'plan',
        languages: [reading.reader],
        ...(official && { official }),
        ...more,
      }),
    )
    const name = [`plan`, reading.reader, ...(official ? [official] : [])].join('-')
    response
      .type('application/pdf')
      .set('Content-Disposition', `inline; filename="${name}.pdf"`)
      .set('Content-Language', [reading.reader, ...(official ? [official] : [])].join(', '))
      .send(Buffer.from(bytes))
  }

function officialOf(tag: string | undefined): 'fi' | 'sv' | undefined {
  const language: Language | undefined = tag === undefined ? undefined : matchLanguage(tag)
  return language === 'fi' || language === 'sv' ? language : undefined
}
