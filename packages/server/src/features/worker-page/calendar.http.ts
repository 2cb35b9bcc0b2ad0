import type { Request, RequestHandler, Response } from 'express'
import { workerWords } from '@kase/shared/i18n/worker/worker-texts.ts'
import { DomainError } from '@kase/shared/errors.ts'
import type { Language } from '@kase/shared/locales.ts'
import { plainText } from '@kase/shared/text/rich-text.ts'
import type { Dependencies } from '../../infra/dependencies.ts'
import {
  loadParticipantPlan,
  wordsOf,
  type ParticipantPlan,
  type ParticipantTask,
} from '../plans/participant-plan.service.ts'
import { openToken } from '../share-links/share-link.service.ts'
import { calendarDocument } from './calendar.page.tsx'
import { calendarFile, type CalendarEntry } from './calendar-file.ts'
import type { LinkSessions } from './link-session.ts'
import { hasPin } from './pin.http.ts'
import { askedLanguage } from './reader-language.ts'
import { readPlan } from './reading.http.ts'
import { refuseLink } from './refusal.http.ts'

/** The dates of a plan in the phone's own calendar: one task, all of them once, or as a feed that follows the plan. */

/** `/calendar`: how to get the dates; the feed has a token of its own that opens nothing but dates. */
export const showCalendar =
  (deps: Dependencies, sessions: LinkSessions): RequestHandler =>
  async (request, response) => {
    const { reading, plan, visit } = await readPlan(deps, { request, response })
    const feed = `${deps.publicUrl}/p/feed/${sessions.seal({ token: visit.token, isFeed: true, ...(visit.pin && { pin: visit.pin }) })}.ics?lang=${reading.reader}`
    response.type('html').send(calendarDocument({ reading, plan, feed }))
  }

export const sendCalendar =
  (deps: Dependencies): RequestHandler =>
  async (request, response) => {
    const { reading, plan } = await readPlan(deps, { request, response })
    sendFile(deps, response, { plan, tasks: plan.tasks, reader: reading.reader })
  }

export const sendTaskDate =
  (deps: Dependencies): RequestHandler =>
  async (request, response) => {
    const { reading, plan } = await readPlan(deps, { request, response })
    const task = plan.tasks.find(({ key }) => key === request.params['key'])
    if (!task?.dueOn) throw new DomainError('not-found')
    sendFile(deps, response, { plan, tasks: [task], reader: reading.reader, name: task.key })
  }

/** `/p/feed/<sealed>.ics`: what a calendar asks for again and again, without a cookie. */
export const sendFeed =
  (deps: Dependencies, sessions: LinkSessions): RequestHandler =>
  async (request: Request, response: Response) => {
    const session = sessions.open(String(request.params['sealed']))
    const opened = session?.isFeed ? await openToken(deps, session.token) : undefined
    if (!session || opened?.kind !== 'open' || !hasPin(opened, session)) return refuseLink(deps, request, response)
    const plan = await deps.db.readLink(opened.scope, (db) => loadParticipantPlan(deps, db, opened.scope))
    if (plan.plan.state === 'draft') throw new DomainError('not-found')
    sendFile(deps, response, { plan, tasks: plan.tasks, reader: askedLanguage(request) ?? plan.participant.language })
  }

interface FileInput {
  readonly plan: ParticipantPlan
  readonly tasks: readonly ParticipantTask[]
  readonly reader: Language
  readonly name?: string
}

function sendFile(
  { publicUrl, now }: Pick<Dependencies, 'publicUrl' | 'now'>,
  response: Response,
  { plan, tasks, reader, name = 'plan' }: FileInput,
): void {
  const host = new URL(publicUrl).host
  const entries = tasks.flatMap((task) => entryOf(plan, task, { reader, host }) ?? [])
  const words = workerWords(reader)
  const title = `${words.t('page.title')} · ${plan.employer.name}`
  response
    .set('Content-Type', 'text/calendar; charset=utf-8')
    .set('Content-Disposition', `attachment; filename="${name}.ics"`)
    .send(calendarFile(entries, { name: title, language: reader, madeAt: now() }))
}

function entryOf(
  plan: ParticipantPlan,
  task: ParticipantTask,
  { reader, host }: { reader: Language; host: string },
): CalendarEntry | undefined {
  if (task.dueOn === null) return undefined
  const words = wordsOf(plan, task, reader)
  const { place, officialName } = task
  return {
    uid: `${task.id}@${host}`,
    day: task.dueOn,
    title: words.title,
    description: [officialName?.name, ...words.steps.map((step, index) => `${index + 1}. ${plainText(step)}`)]
      .filter(Boolean)
      .join('\n'),
    location: place ? [place.officialName, place.address].filter(Boolean).join(', ') : undefined,
    url: words.officialPage ?? undefined,
    isDone: task.doneAt !== null,
  }
}
