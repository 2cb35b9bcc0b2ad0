import express, { type ErrorRequestHandler, type RequestHandler } from 'express'
import { DomainError, errorCodes } from '@kase/shared/errors.ts'
import type { WorkerText } from '@kase/shared/i18n/worker/worker-texts.ts'
import type { Dependencies } from '../../infra/dependencies.ts'
import { postAsk, postDeleteQuestion, showRights } from './ask.http.ts'
import { sendCalendar, sendFeed, sendTaskDate, showCalendar } from './calendar.http.ts'
import { createLinkSessions, type LinkSessions } from './link-session.ts'
import { findAsset, sendContent } from './page-assets.ts'
import { sendPdf, showClerk, showFamily, showHome, showTask } from './plan-pages.http.ts'
import { deadEnd, refuseLink } from './refusal.http.ts'
import {
  postAcknowledge,
  postDismiss,
  postNotMine,
  postStuck,
  postTakeBack,
  showNotMine,
  showStuck,
} from './say.http.ts'
import { guardForm, postForget, postOpened, postTextSize, postTick } from './tick.http.ts'
import { sendManifest, sendServiceWorker, sendWholePlan } from './whole-plan.http.ts'
import { visitByCookie, visitByToken } from './visit.http.ts'

/** Forms of the page are short; a longer body is refused before it is read. */
const maxFormBytes = 20_000

/** The worker's pages, to be mounted at `/p`: HTML made on the server, complete without a script. */
export function workerPages(deps: Dependencies): express.Router {
  const sessions = createLinkSessions(deps)
  const router = express.Router()
  router.use(pageHeaders)
  router.use(express.urlencoded({ extended: false, limit: maxFormBytes, parameterLimit: 20 }))
  router.get('/assets/:name', sendAsset)
  router.get('/feed/:sealed.ics', sendFeed(deps, sessions))
  router.use('/me/:ref', visitByCookie(deps, sessions), planRoutes(deps, sessions))
  router.use('/:token', visitByToken(deps, sessions), planRoutes(deps, sessions))
  router.use((request, response) => refuseLink(deps, request, response))
  router.use(answerErrors(deps))
  return router
}

function planRoutes(deps: Dependencies, sessions: LinkSessions): express.Router {
  const router = express.Router()
  router.get('/', showHome(deps))
  router.get('/task/:key', showTask(deps))
  router.get('/task/:key/clerk', showClerk(deps))
  router.get('/task/:key/task.ics', sendTaskDate(deps))
  router.get('/family/:position', showFamily(deps))
  router.get('/rights', showRights(deps))
  router.get('/calendar', showCalendar(deps, sessions))
  router.get('/calendar.ics', sendCalendar(deps))
  router.get('/plan.pdf', sendPdf(deps))
  router.get('/whole-plan.json', sendWholePlan(deps))
  router.get('/manifest.webmanifest', sendManifest(deps))
  router.get('/sw.js', sendServiceWorker)
  router.get('/task/:key/stuck', showStuck(deps))
  router.get('/task/:key/not-mine', showNotMine(deps))
  router.post('/{*path}', guardForm(deps))
  router.post('/done', postTick(deps, 'done'))
  router.post('/undo', postTick(deps, 'undo'))
  router.post('/opened', postOpened(deps))
  router.post('/text-size', postTextSize(deps))
  router.post('/forget', postForget(sessions))
  router.post('/task/:key/stuck', postStuck(deps))
  router.post('/task/:key/not-mine', postNotMine(deps))
  router.post('/take-back', postTakeBack(deps))
  router.post('/acknowledge', postAcknowledge(deps))
  router.post('/dismiss', postDismiss(deps))
  router.post('/ask', postAsk(deps))
  router.post('/question/delete', postDeleteQuestion(deps))
  router.use(() => {
    throw new DomainError('not-found')
  })
  return router
}

const contentPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Everything under `/p` is personal unless it says otherwise: kept by nobody, indexed by nobody, told to nobody. */
const pageHeaders: RequestHandler = (_, response, next) => {
  response.set({
    'Cache-Control': 'no-store',
    'Content-Security-Policy': contentPolicy,
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'X-Robots-Tag': 'noindex, nofollow, noarchive',
  })
  next()
}

const sendAsset: RequestHandler = (request, response) => {
  const asset = findAsset(String(request.params['name']))
  if (!asset) return void response.sendStatus(404)
  sendContent(request, response.set('Cache-Control', 'public, max-age=31536000, immutable'), asset)
}

/** Every refusal is a page in words; none shows what went wrong inside. */
function answerErrors({ log }: Dependencies): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error)
    const status = statusOf(error)
    if (status >= 500) log.error({ err: error }, 'a worker page failed')
    const [title, text] = wordsFor(status)
    deadEnd(request, response, { status, title, text })
  }
}

function statusOf(error: unknown): number {
  if (error instanceof DomainError) return domainStatus[errorCodes[error.code]] ?? 500
  const isClientFault =
    error instanceof Error && 'status' in error && typeof error.status === 'number' && error.status < 500
  return isClientFault ? (error.status as number) : 500
}

const domainStatus: Readonly<Record<string, number>> = {
  NOT_FOUND: 404,
  TOO_MANY_REQUESTS: 429,
  BAD_REQUEST: 400,
  CONFLICT: 409,
  PRECONDITION_FAILED: 409,
  SERVICE_UNAVAILABLE: 503,
}

function wordsFor(status: number): [title: WorkerText, text: WorkerText] {
  if (status === 404) return ['link.wrong', 'link.openAgain']
  if (status === 413) return ['error.tooLong', 'page.back']
  if (status === 429) return ['link.tooMany', 'link.tooManyMore']
  if (status === 503) return ['error.pdf', 'link.tooManyMore']
  return status < 500 ? ['error.stale', 'link.openAgain'] : ['error.unexpected', 'link.tooManyMore']
}
