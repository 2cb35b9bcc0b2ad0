import type { Request, RequestHandler, Response } from 'express'
import type { Dependencies } from '../../infra/dependencies.ts'
import { openToken } from '../share-links/share-link.service.ts'
import { answerExpired } from './expired.http.ts'
import { queryField } from './form-guard.ts'
import { readCookie, type LinkSessions } from './link-session.ts'
import { askPin, hasPin, keepSession } from './pin.http.ts'
import { deadEnd, linkGoneHeader, refuseLink } from './refusal.http.ts'
import type { Visit } from './visit.ts'

/** Finds out whose page a request is for, by the token in its address or by the cookie that a token left. */

/**
 * `/p/<token>`: a browser is given the cookie and sent on to an address without the token, so that the token stays out of
 * history, referrers and logs. Whoever does not ask for HTML (a script, a calendar, a preview) gets the page itself.
 */
export function visitByToken(deps: Dependencies, sessions: LinkSessions): RequestHandler {
  return async (request, response, next) => {
    const token = String(request.params['token'])
    const opened = await openToken(deps, token)
    if (!opened) return refuseLink(deps, request, response)
    const base = `/p/${token}`
    if (opened.kind === 'expired') return answerExpired(deps, { request, response, opened, base })
    const ref = sessions.refOf(opened.linkId)
    if (wantsPage(request)) {
      keepSession(deps, sessions, { response, opened, session: { token } })
      return response.redirect(303, withQuery(`/p/me/${ref}${request.path}`, request))
    }
    // Without a cookie nobody can show that they know the code.
    if (opened.pinHash !== null) return refuseLink(deps, request, response)
    setVisit(response, {
      ...opened,
      token,
      base,
      isByToken: true,
      formToken: sessions.formToken(opened.linkId),
    })
    next()
  }
}

/** A page that a person looks at: files and feeds keep the token, because what fetches them keeps no cookies. */
const wantsPage = (request: Request): boolean =>
  (request.method === 'GET' || request.method === 'HEAD') &&
  !/\.[a-z]+$/.test(request.path) &&
  (request.get('accept') ?? '').includes('text/html')

function withQuery(path: string, request: Request): string {
  const lang = queryField(request, 'lang')
  return lang === undefined ? path : `${path}?lang=${encodeURIComponent(lang)}`
}

/** `/p/me/<ref>`: the cookie must be there, and its token must still open the same link. */
export function visitByCookie(deps: Dependencies, sessions: LinkSessions): RequestHandler {
  return async (request, response, next) => {
    const ref = String(request.params['ref'])
    const session = sessions.open(readCookie(request.get('cookie'), sessions.cookieName(ref)))
    if (!session || session.isFeed) {
      response.set(linkGoneHeader, 'gone')
      return deadEnd(request, response, { status: 404, title: 'link.openAgain', text: 'link.openAgainMore' })
    }
    const opened = await openToken(deps, session.token)
    if (!opened || sessions.refOf(opened.linkId) !== ref) {
      response.clearCookie(sessions.cookieName(ref), sessions.cookieOptions(0))
      return refuseLink(deps, request, response)
    }
    const base = `/p/me/${ref}`
    if (opened.kind === 'expired') return answerExpired(deps, { request, response, opened, base })
    if (!hasPin(opened, session)) return askPin(deps, sessions, { request, response, opened, session, base })
    setVisit(response, {
      ...opened,
      ...session,
      base,
      isByToken: false,
      formToken: sessions.formToken(opened.linkId),
    })
    next()
  }
}

const setVisit = (response: Response, visit: Visit): void => void (response.locals['visit'] = visit)

/** The visit of a request that has come through one of the two gates. */
export const visitOf = (response: Response): Visit => response.locals['visit'] as Visit
