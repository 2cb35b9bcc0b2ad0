import { setImmediate } from 'node:timers/promises'
import type { RequestHandler } from 'express'
import type { Language } from '@kase/shared/locales.ts'
import type { Dependencies } from '../../infra/dependencies.ts'
import { listOwnHelpRequests } from '../help-requests/help-request.service.ts'
import type { ParticipantPlan } from '../plans/participant-plan.service.ts'
import { everyPage } from './every-page.ts'
import { loadExtras } from './extras.service.ts'
import { othersOf, seeOther } from './family.service.ts'
import { assetPaths, sendContent, serviceWorkerSource } from './page-assets.ts'
import { readPlan } from './reading.http.ts'
import { searchText } from './search.ts'

/** What a phone needs to keep the plan: the service worker, the manifest, and every page in one answer. */

interface Shell {
  readonly before: string
  readonly after: string
}

/** Every page that can be opened from the home page, as the inside of one of two shells. */
interface WholePlan {
  readonly shells: readonly Shell[]
  /** By path: which shell, the title, the content of the page. */
  readonly pages: Readonly<Record<string, readonly [shell: number, title: string, main: string]>>
  readonly assets: readonly string[]
  /** By key of a task, what it is found by. */
  readonly texts: Readonly<Record<string, string>>
  /** When the link ends, and with it what the phone keeps. */
  readonly expiresAt: string
}

export const sendWholePlan =
  (deps: Dependencies): RequestHandler =>
  async (request, response) => {
    const { reading, plan, more } = await readPlan(deps, { request, response }, (db, loading, { scope }) =>
      Promise.all([loadExtras(deps, db, scope, loading), listOwnHelpRequests(db, scope)]),
    )
    const [extras, requests] = more
    const others = othersOf(plan).map((person) => seeOther(plan, person))
    const documents: [path: string, html: string][] = []
    for (const page of everyPage({ reading, plan, extras, requests, others, now: deps.now() })) {
      documents.push(page)
      // Many pages at once: other requests get their turn in between.
      await setImmediate()
    }
    const { expiresAt } = reading.visit
    const texts = searchTexts(plan, reading.reader)
    response.json({ ...takeAllApart(documents), texts, expiresAt: expiresAt.toISOString() } satisfies WholePlan)
  }

const searchTexts = (plan: ParticipantPlan, reader: Language): WholePlan['texts'] =>
  Object.fromEntries(plan.tasks.map((task) => [task.key, searchText(plan, task, reader)]))

function takeAllApart(
  documents: readonly [path: string, html: string][],
): Pick<WholePlan, 'shells' | 'pages' | 'assets'> {
  const shells = new Map<string, number>()
  const list: Shell[] = []
  const pages = Object.fromEntries(
    documents.map(([path, html]) => {
      const { before, title, main, after } = takeApart(html)
      const key = before + after
      const index = shells.get(key) ?? list.push({ before, after }) - 1
      shells.set(key, index)
      return [path, [index, title, main] as const]
    }),
  )
  return {
    shells: list,
    pages,
    assets: [assetPaths.css, assetPaths.icon, ...(assetPaths.script ? [assetPaths.script] : [])],
  }
}

/** A document as what is the same on every page and what is not; `{title}` stands where the title stood. */
function takeApart(html: string): Shell & { title: string; main: string } {
  const [start, end] = [html.indexOf('<main'), html.indexOf('</main>') + '</main>'.length]
  const [, title = ''] = /<title>(.*?)<\/title>/s.exec(html) ?? []
  return {
    before: html.slice(0, start).replace(`<title>${title}</title>`, () => '<title>{title}</title>'),
    title,
    main: html.slice(start, end),
    after: html.slice(end),
  }
}

/** `/p/me/<ref>/sw.js`: sees the pages of this link only. */
export const sendServiceWorker: RequestHandler = (request, response) => {
  if (!serviceWorkerSource) return void response.sendStatus(404)
  sendContent(request, response.set('Cache-Control', 'no-cache'), serviceWorkerSource)
}

/** How the plan looks on a home screen. */
export const sendManifest =
  (deps: Dependencies): RequestHandler =>
  async (request, response) => {
    const { reading, visit } = await readPlan(deps, { request, response })
    const name = reading.words.t('page.title')
    response.type('application/manifest+json').json({
      name,
      short_name: name,
      lang: reading.words.language,
      start_url: `${visit.base}/`,
      scope: `${visit.base}/`,
      display: 'standalone',
      background_color: '#edf1ee',
      theme_color: '#0f564a',
      icons: [{ src: assetPaths.icon, sizes: 'any', type: 'image/svg+xml', purpose: 'any maskable' }],
    })
  }
