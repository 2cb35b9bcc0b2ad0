import type { Request, RequestHandler, Response } from 'express'
import { DomainError } from '@kase/shared/errors.ts'
import { idSchema } from '@kase/shared/plans/plan.schema.ts'
import type { Dependencies } from '../../infra/dependencies.ts'
import { getPlan } from '../plans/plan-access.service.ts'
import { tickOwnTask, untickOwnTask } from '../plans/participant-task.service.ts'
import { recordOpening } from '../share-links/share-link.service.ts'
import { formField, isOwnForm } from './form-guard.ts'
import { askedLanguage } from './reader-language.ts'
import { deadEnd } from './refusal.http.ts'
import { visitOf } from './visit.http.ts'

/** What a participant does with a form: post, redirect, get. */

/** Lets a form through that came from the link's own page, within what one person can need. */
export const guardForm =
  ({ limits }: Dependencies): RequestHandler =>
  async (request, response, next) => {
    const { linkId, formToken } = visitOf(response)
    if (!isOwnForm(request, formToken))
      return deadEnd(request, response, { status: 403, title: 'error.stale', text: 'link.openAgainMore' })
    await limits.consume('link-use', linkId)
    next()
  }

const ticks = { done: tickOwnTask, undo: untickOwnTask } as const

/** Marks a task done or takes the mark away. Repeating it changes nothing. */
export const postTick =
  (deps: Dependencies, action: keyof typeof ticks): RequestHandler =>
  async (request, response) => {
    const { scope, linkId } = visitOf(response)
    const task = idSchema.safeParse(formField(request, 'task'))
    if (!task.success) throw new DomainError('not-found')
    const now = deps.now()
    const key = await deps.db.withLink(scope, async (db) => {
      const { state } = await getPlan(db, scope.planId)
      if (state !== 'launched') throw new DomainError('plan-not-launched')
      await ticks[action](db, scope, task.data, now)
      await recordOpening(db, { scope, linkId }, now)
      return taskKey(formField(request, 'key'))
    })
    goBack(request, response, { [action === 'done' ? 'done' : 'undone']: key })
  }

/** Says that the page has been opened by a person: sent by the page's script, never by a GET. */
export const postOpened =
  (deps: Dependencies): RequestHandler =>
  async (_request, response) => {
    const { scope, linkId } = visitOf(response)
    await deps.db.withLink(scope, (db) => recordOpening(db, { scope, linkId }, deps.now()))
    response.sendStatus(204)
  }

const taskKey = (text: string): string => (/^[a-z0-9-]{1,80}$/.test(text) ? text : '')

/** Sends the browser back to the page that the form stood on. */
export function goBack(request: Request, response: Response, said: Readonly<Record<string, string>>): void {
  const { base, isByToken } = visitOf(response)
  const key = taskKey(formField(request, 'key'))
  const lang = isByToken ? askedLanguage(request) : undefined
  const isTask = formField(request, 'from') === 'task' && key !== ''
  const query = new URLSearchParams({ ...(lang && { lang }), ...said }).toString()
  const path = isTask ? `/task/${key}` : isByToken ? '' : '/'
  response.redirect(303, `${base}${path}${query && `?${query}`}`)
}
