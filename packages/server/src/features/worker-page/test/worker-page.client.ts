import type { AddressInfo } from 'node:net'
import express from 'express'
import { afterAll } from 'vitest'
import type { TestPlan } from '../../../../test/plan.factory.ts'
import type { TestService } from '../../../../test/service.ts'
import { workerPages } from '../worker-page.http.ts'

const sameOrigin = { 'sec-fetch-site': 'same-origin' }

interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly body: string
  readonly location: string | null
  readonly setCookie: string
  /** The cookies of the answer as a browser would send them back. */
  readonly cookie: string
}

type RequestHeaders = Readonly<Record<string, string>>

/** Serves the worker's pages over real HTTP and talks to them as a phone without a script would. */
export async function openWorkerPages(service: TestService) {
  const app = express()
  app.set('trust proxy', 1)
  app.use('/p', workerPages(service.deps))
  const server = app.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  afterAll(() => new Promise((resolve) => server.close(resolve)))
  const { port } = server.address() as AddressInfo
  let caller = 0

  /** Every request comes from an address of its own unless it names one: limits by address are for their own test. */
  const send = async (path: string, init: RequestInit, headers: RequestHeaders, address?: string): Promise<Answer> => {
    caller += 1
    const from = address ?? `10.1.${Math.floor(caller / 250)}.${caller % 250}`
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      redirect: 'manual',
      ...init,
      headers: { 'x-forwarded-for': from, ...headers },
    })
    const cookies = answer.headers.getSetCookie()
    return {
      status: answer.status,
      headers: answer.headers,
      body: await answer.text(),
      location: answer.headers.get('location'),
      setCookie: cookies[0] ?? '',
      cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; '),
    }
  }

  return {
    get: (path: string, { method = 'GET', ...headers }: RequestHeaders = {}, address?: string) =>
      send(path, { method }, headers, address),
    post: (path: string, form: RequestHeaders, headers: RequestHeaders = {}) =>
      send(
        path,
        { method: 'POST', body: new URLSearchParams(form) },
        { ...(!headers['origin'] && sameOrigin), ...headers },
      ),
    /** The token of a participant's link, as it stands in the address that HR copies. */
    tokenOf: async ({ caller: hr, planId, participants }: TestPlan, role: 'worker' | 'partner'): Promise<string> => {
      const link = (await hr.shareLink.list({ planId })).find(
        ({ participantId, url }) => participantId === participants[role] && url !== null,
      )
      if (!link?.url) throw new Error(`the ${role} has no link`)
      return link.url.slice(link.url.lastIndexOf('/') + 1)
    },
    formIn,
    /** Everything of a plan that a request could have changed. */
    stateOf: async ({ planId }: TestPlan): Promise<unknown> => {
      const tables = ['task_tick', 'plan_event', 'share_link']
      const states = []
      for (const table of tables)
        states.push(
          (await service.owner.query(`select * from ${table} where plan_id = $1 order by 1, 2`, [planId])).rows,
        )
      return states
    },
  }
}

/** The fields of the form that ticks a task, or of the first form of a page that carries the link's token. */
function formIn(body: string, taskId: string | undefined): Record<string, string> {
  const wanted = taskId === undefined ? 'name="form"' : `name="task" value="${taskId}"`
  const form = [...body.matchAll(/<form.*?<\/form>/gs)].map(([text]) => text).find((text) => text.includes(wanted))
  if (!form) throw new Error(`the page has no form with ${wanted}`)
  return fieldsIn(form)
}

const fieldsIn = (form: string): Record<string, string> =>
  Object.fromEntries(
    [...form.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  )

/** The words of a page, as somebody reads them. */
export const textOf = (html: string): string =>
  html
    .replace(/<svg.*?<\/svg>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
