import type { Request, RequestHandler, Response } from 'express'
import type { Dependencies } from '../../infra/dependencies.ts'
import { requireLaunched } from '../plans/plan-access.service.ts'
import { tickOwnTask, untickOwnTask } from '../plans/participant-task.service.ts'
import { recordOpening } from '../share-links/share-link.service.ts'
import { formField, idField, isOwnForm } from './form-guard.ts'
import { askedLanguage, chosenLanguage, languageCookie } from './reader-language.ts'
import type { LinkSessions } from './link-session.ts'
import { askerCookie, phoneCookie, textSizeCookie } from './phone-settings.ts'
import { deadEnd, linkGoneHeader } from './refusal.http.ts'
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
    const taskId = idField(request, 'task')
    const now = deps.now()
    // A refusal of any of them takes all of it back.
    const [outcome] = await deps.db.withLink(scope, (db) =>
      Promise.all([
        ticks[action](db, scope, taskId, now),
        recordOpening(db, { scope, linkId }, now),
        requireLaunched(db, scope.planId),
      ]),
    )
    // Said without a connection and sent later: somebody may have been quicker.
    const isConflict = outcome === 'overtaken' && formField(request, 'queued') !== ''
    goBack(request, response, { [isConflict ? 'conflict' : action === 'done' ? 'done' : 'undone']: taskId })
  }

/** Says that the page has been opened by a person: sent by the page's script, never by a GET. */
export const postOpened =
  (deps: Dependencies): RequestHandler =>
  async (_request, response) => {
    const { scope, linkId } = visitOf(response)
    await deps.db.withLink(scope, (db) => recordOpening(db, { scope, linkId }, deps.now()))
    response.sendStatus(204)
  }

const pagePath = /^\/(task\/[a-z0-9-]{1,80}|family\/\d{1,2}|rights|calendar)?$/

/** Sends the browser back to the page that the form stood on, with what there is to say. */
export function goBack(request: Request, response: Response, said: Readonly<Record<string, string>>): void {
  const back = formField(request, 'back')
  redirectTo(request, response, pagePath.test(back) ? back : '/', said)
}

/** Sends the browser to a page of the same visit. */
export function redirectTo(
  request: Request,
  response: Response,
  path: string,
  said: Readonly<Record<string, string>>,
): void {
  const { base, isByToken } = visitOf(response)
  const lang = isByToken ? askedLanguage(request) : undefined
  const query = new URLSearchParams({ ...(lang && { lang }), ...said }).toString()
  response.redirect(303, `${base}${isByToken && path === '/' ? '' : path}${query && `?${query}`}`)
}

/** Larger or normal letters on this phone. */
export const postTextSize =
  ({ publicUrl }: Dependencies): RequestHandler =>
  (request, response) => {
    const size = formField(request, 'size') === 'large' ? 'large' : 'normal'
    response.cookie(textSizeCookie, size, phoneCookie(publicUrl))
    goBack(request, response, {})
  }

/** Makes the phone forget the link: its cookies here, what the script has kept before this is sent. */
export const postForget =
  (sessions: LinkSessions): RequestHandler =>
  (request, response) => {
    const { linkId } = visitOf(response)
    const reader = chosenLanguage(request)
    response.clearCookie(sessions.cookieName(sessions.refOf(linkId)), sessions.cookieOptions(0))
    for (const name of [languageCookie, textSizeCookie, askerCookie]) response.clearCookie(name, { path: '/p' })
    response.set(linkGoneHeader, 'gone')
    deadEnd(request, response, {
      status: 200,
      title: 'tools.forgotten',
      text: 'link.openAgain',
      ...(reader && { reader }),
    })
  }
