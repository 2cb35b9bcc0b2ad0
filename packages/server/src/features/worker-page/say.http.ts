import type { Request, RequestHandler } from 'express'
import { DomainError } from '@kase/shared/errors.ts'
import { isLanguage } from '@kase/shared/locales.ts'
import { declineReasons, stuckSchema } from '@kase/shared/plans/stuck.schema.ts'
import type { Dependencies } from '../../infra/dependencies.ts'
import { dismissAnnouncement } from '../announcements/announcement.service.ts'
import { sendHelpRequest } from '../help-requests/help-request.service.ts'
import { acknowledgeTask, loadReadings } from '../plans/acknowledgement.service.ts'
import { declineTask, takeBackDecline } from '../plans/decline.service.ts'
import { titleOf, type ParticipantPlan, type ParticipantTask } from '../plans/participant-plan.service.ts'
import { askAdvisor } from '../questions/question.service.ts'
import { hashToken } from '../../infra/secrets.ts'
import { keepAskerKey } from './ask.http.ts'
import { formField, idField, onceOf, wordsForIssue } from './form-guard.ts'
import { notMineDocument } from './not-mine.page.tsx'
import { findTask } from './plan-pages.http.ts'
import { readPlan } from './reading.http.ts'
import { stuckDocument } from './stuck.page.tsx'
import { goBack } from './tick.http.ts'
import { visitOf } from './visit.http.ts'

/** What a reader says besides "done": to the employer, to the advisor, or about a task. Post, redirect, get. */

export const showStuck =
  (deps: Dependencies): RequestHandler =>
  async (request, response) => {
    const { reading, plan } = await readPlan(deps, { request, response })
    const task = openTask(plan, request)
    response.type('html').send(stuckDocument({ reading, plan, task }))
  }

export const postStuck =
  (deps: Dependencies): RequestHandler =>
  async (request, response) => {
    const { reading, plan, visit } = await readPlan(deps, { request, response })
    const task = openTask(plan, request)
    const typed = { reason: formField(request, 'reason'), body: formField(request, 'body') }
    const said = stuckSchema.safeParse(typed)
    if (!said.success) {
      const reason = stuckSchema.shape.reason.parse(typed.reason)
      const again = { reason, body: typed.body, error: wordsForIssue(said.error, 'stuck.pickOne') }
      return void response.status(422).type('html').send(stuckDocument({ reading, plan, task, again }))
    }
    const at = deps.now()
    const language = reading.reader
    const id = onceOf(request)
    const isToEmployer = formField(request, 'to') === 'employer' && !task.row.isPrivate
    if (isToEmployer) {
      const sent = { ...said.data, id, taskId: task.id, language }
      await deps.db.withLink(visit.scope, (db) => sendHelpRequest(db, visit.scope, sent, at))
    } else {
      const phone = { ...visit.scope, askerHash: hashToken(keepAskerKey(deps, request, response)) }
      const ask = { ...said.data, ...about(plan, task), id, language }
      await deps.db.withLink(phone, (db) => askAdvisor(db, phone, ask, at))
    }
    const path = `/task/${task.key}`
    response.redirect(303, reading.to(path, { sent: isToEmployer ? 'employer' : 'advisor' }))
  }

/** What a question is about, in the source language of the task: the advisor knows it by that name. */
function about(plan: ParticipantPlan, task: ParticipantTask) {
  const { title } = titleOf(plan, task, plan.officialLanguage)
  return { municipality: plan.municipality.key, task: { key: task.key, title } }
}

/** @throws DomainError `plan-not-launched` once the plan is finished */
function openTask(plan: ParticipantPlan, request: Request): ParticipantTask {
  if (plan.plan.state !== 'launched') throw new DomainError('plan-not-launched')
  return findTask(plan, request)
}

export const showNotMine =
  (deps: Dependencies): RequestHandler =>
  async (request, response) => {
    const { reading, plan } = await readPlan(deps, { request, response })
    const task = declinableTask(plan, request)
    response.type('html').send(notMineDocument({ reading, plan, task }))
  }

export const postNotMine =
  (deps: Dependencies): RequestHandler =>
  async (request, response) => {
    const { reading, plan, visit } = await readPlan(deps, { request, response })
    const { id: planTaskId, row } = declinableTask(plan, request)
    const reason = declineReasons.find((each) => each === formField(request, 'reason')) ?? 'wrong'
    const decline = { planTaskId, isPrivate: row.isPrivate, reason, declinedAt: deps.now() }
    await deps.db.withLink(visit.scope, (db) => declineTask(db, visit.scope, decline))
    response.redirect(303, reading.to('/'))
  }

/** @throws DomainError `task-locked` for a task about rights or help */
function declinableTask(plan: ParticipantPlan, request: Request): ParticipantTask {
  const task = openTask(plan, request)
  if (task.row.definition.locked) throw new DomainError('task-locked')
  return task
}

export const postTakeBack =
  (deps: Dependencies): RequestHandler =>
  async (request, response) => {
    const { reading, plan, visit } = await readPlan(deps, { request, response })
    const task = plan.tasks.find(({ id }) => id === formField(request, 'task'))
    if (!task) throw new DomainError('not-found')
    await deps.db.withLink(visit.scope, (db) => takeBackDecline(db, task.id))
    response.redirect(303, reading.to(`/task/${task.key}`))
  }

/** "I have read and understood": records the version and the language that stood on the page. */
export const postAcknowledge =
  (deps: Dependencies): RequestHandler =>
  async (request, response) => {
    const { plan, visit, more } = await readPlan(deps, { request, response }, (db, loading, { scope }) =>
      loadReadings(
        deps,
        db,
        scope,
        loading.then((loaded) => loaded.plan),
      ),
    )
    const task = plan.tasks.find(({ id }) => id === formField(request, 'task'))
    const language = formField(request, 'language')
    if (!task || !isLanguage(language)) throw new DomainError('not-found')
    const versionId = idField(request, 'version')
    const correction = more.corrections.get(task.id)
    const current = plan.versions.get(task.row.textVersionId)
    const version = [current, correction?.version].find((each) => each?.versionId === versionId)
    if (!version) throw new DomainError('not-found')
    const isKnown = version === current ? more.confirmed.has(task.id) : correction?.isSeen
    const acknowledged = { task, version, language, at: deps.now() }
    if (!isKnown) await deps.db.withLink(visit.scope, (db) => acknowledgeTask(db, visit.scope, acknowledged))
    goBack(request, response, {})
  }

export const postDismiss =
  (deps: Dependencies): RequestHandler =>
  async (request, response) => {
    const { scope } = visitOf(response)
    await deps.db.withLink(scope, (db) => dismissAnnouncement(db, scope, idField(request, 'id'), deps.now()))
    goBack(request, response, {})
  }
