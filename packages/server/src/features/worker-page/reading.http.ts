import type { Request, Response } from 'express'
import { workerWords } from '@kase/shared/i18n/worker/worker-texts.ts'
import { DomainError } from '@kase/shared/errors.ts'
import type { Language } from '@kase/shared/locales.ts'
import type { Dependencies } from '../../infra/dependencies.ts'
import type { TenantDb } from '../../db/scope.ts'
import { loadParticipantPlan, type ParticipantPlan } from '../plans/participant-plan.service.ts'
import { hashToken } from '../../infra/secrets.ts'
import type { Loaded } from './extras.service.ts'
import { askedLanguage, chosenLanguage, languageCookie, switchLanguages } from './reader-language.ts'
import { readCookie } from './link-session.ts'
import { askerKeyOf, phoneCookie, textSizeCookie } from './phone-settings.ts'
import { visitOf } from './visit.http.ts'
import type { Reading, Visit } from './visit.ts'

/** What every page of a plan starts from. */
export interface PlanVisit {
  readonly visit: Visit
  readonly plan: ParticipantPlan
  readonly reading: Reading
}

/**
 * Loads the plan of a visit and settles the language: what the address asks for, else what the switch was set to on this
 * phone, else the participant's own. `more` reads what else a page needs, in the same round trip as far as it does not wait
 * for the plan.
 *
 * @throws DomainError `not-found` for a plan that has not been launched
 */
export async function readPlan<T = undefined>(
  deps: Dependencies,
  { request, response, path }: { request: Request; response: Response; path?: string },
  more?: (db: TenantDb, loading: Promise<Loaded>, visit: Visit) => Promise<T>,
): Promise<PlanVisit & { more: T }> {
  const visit = visitOf(response)
  const askerKey = askerKeyOf(request)
  const scope = { ...visit.scope, askerHash: askerKey === undefined ? undefined : hashToken(askerKey) }
  const { plan, rest } = await deps.db.readLink(scope, async (db) => {
    const loading = loadVisited(deps, db, { request, visit })
    const [{ plan }, rest] = await Promise.all([loading, more?.(db, loading, visit) as Promise<T>])
    return { plan, rest }
  })
  return { visit, plan, reading: settleReading(deps, { request, response, path, visit, plan }), more: rest }
}

async function loadVisited(
  deps: Dependencies,
  db: TenantDb,
  { request, visit }: { request: Request; visit: Visit },
): Promise<Loaded> {
  const plan = await loadParticipantPlan(deps, db, visit.scope)
  if (plan.plan.state === 'draft') throw new DomainError('not-found')
  return { plan, reader: readerOf(request, visit, plan) }
}

interface ReadingInput {
  readonly request: Request
  readonly response: Response
  /** The page's own address, where the request's is that of a form. */
  readonly path: string | undefined
  readonly visit: Visit
  readonly plan: ParticipantPlan
}

function settleReading(
  { publicUrl }: Pick<Dependencies, 'publicUrl'>,
  { request, response, path: pagePath = request.path, visit, plan }: ReadingInput,
): Reading {
  const asked = askedLanguage(request)
  const own = plan.participant.language
  if (asked && !visit.isByToken) rememberLanguage(response, asked, publicUrl)
  const reader = readerOf(request, visit, plan)
  const address = (path: string, query: Readonly<Record<string, string>>): string => {
    const text = new URLSearchParams(query).toString()
    const plain = path === '/' && visit.isByToken ? '' : path
    return `${visit.base}${plain}${text && `?${text}`}`
  }
  const carried = visit.isByToken && asked ? { lang: asked } : {}
  return {
    visit,
    reader,
    path: pagePath,
    isLarge: readCookie(request.get('cookie'), textSizeCookie) === 'large',
    words: workerWords(reader),
    languages: switchLanguages(plan.languages, own),
    to: (path, query = {}) => address(path, { ...carried, ...query }),
    inLanguage: (language) => address(pagePath, { lang: language }),
  }
}

/** The language that the address asks for, else the one chosen on this phone, else the participant's own. */
const readerOf = (request: Request, { isByToken }: Visit, { participant }: ParticipantPlan): Language =>
  askedLanguage(request) ?? (isByToken ? undefined : chosenLanguage(request)) ?? participant.language

/** Settings of the phone, not of the plan: nothing on the server changes. */
function rememberLanguage(response: Response, language: string, publicUrl: string): void {
  response.cookie(languageCookie, language, phoneCookie(publicUrl))
}
