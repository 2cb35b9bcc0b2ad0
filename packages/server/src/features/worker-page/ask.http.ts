import type { Request, RequestHandler, Response } from 'express'
import { DomainError } from '@kase/shared/errors.ts'
import { questionSchema } from '@kase/shared/plans/stuck.schema.ts'
import type { Dependencies } from '../../infra/dependencies.ts'
import { createToken, hashToken } from '../../infra/secrets.ts'
import { askAdvisor, deleteOwnQuestion, listOwnQuestions } from '../questions/question.service.ts'
import { formField, idField, onceOf, queryField, wordsForIssue } from './form-guard.ts'
import { rightsDocument } from './plan-pages.page.tsx'
import { askerCookie, askerKeyOf, phoneCookie } from './phone-settings.ts'
import { readPlan } from './reading.http.ts'
import { redirectTo } from './tick.http.ts'
import { visitOf } from './visit.http.ts'

/** The page of rights and help, and private questions to the region's advisor. */

export function keepAskerKey({ publicUrl }: Dependencies, request: Request, response: Response): string {
  const key = askerKeyOf(request) ?? createToken()
  response.cookie(askerCookie, key, phoneCookie(publicUrl))
  return key
}

export const showRights =
  (deps: Dependencies): RequestHandler =>
  async (request, response) => {
    const { reading, plan, more } = await readPlan(deps, { request, response }, listOwnQuestions)
    const news = queryField(request, 'asked') ? 'asked' : queryField(request, 'deleted') ? 'deleted' : undefined
    response.type('html').send(rightsDocument({ reading, plan, questions: more, news }))
  }

export const postAsk =
  (deps: Dependencies): RequestHandler =>
  async (request, response) => {
    const { reading, plan, visit, more } = await readPlan(
      deps,
      { request, response, path: '/rights' },
      listOwnQuestions,
    )
    const body = formField(request, 'body')
    const question = questionSchema.safeParse(body)
    if (!question.success) {
      const again = { body, error: wordsForIssue(question.error, 'ask.empty') }
      return void response
        .status(422)
        .type('html')
        .send(rightsDocument({ reading, plan, questions: more, again }))
    }
    const askerKey = keepAskerKey(deps, request, response)
    const ask = {
      id: onceOf(request),
      municipality: plan.municipality.key,
      reason: null,
      body: question.data,
      language: reading.reader,
    }
    const phone = { ...visit.scope, askerHash: hashToken(askerKey) }
    await deps.db.withLink(phone, (db) => askAdvisor(db, phone, ask, deps.now()))
    response.redirect(303, reading.to('/rights', { asked: '1' }))
  }

export const postDeleteQuestion =
  (deps: Dependencies): RequestHandler =>
  async (request, response) => {
    const { scope } = visitOf(response)
    const askerKey = askerKeyOf(request)
    if (askerKey === undefined) throw new DomainError('not-found')
    const phone = { ...scope, askerHash: hashToken(askerKey) }
    await deps.db.withLink(phone, (db) => deleteOwnQuestion(db, idField(request, 'id')))
    redirectTo(request, response, '/rights', { deleted: '1' })
  }
