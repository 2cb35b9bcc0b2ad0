import { base, formToken } from './page-data.script.ts'

/** What was said on this phone and not yet told to the server. It outlives the page and the phone's battery. */

export interface Said {
  readonly url: string
  /** The fields of the form, as a form sends them. */
  readonly body: string
  /** The task that it ticks, if it does: the last word about a task counts. */
  readonly task?: string
}

const key = `kw-queue ${base}`

export function waiting(): Said[] {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '[]') as Said[]
  } catch {
    return []
  }
}

const keep = (queue: readonly Said[]): void =>
  queue.length > 0 ? localStorage.setItem(key, JSON.stringify(queue)) : localStorage.removeItem(key)

/** Puts something at the end; ticking a task and taking it back leaves only the last. */
export const add = (said: Said): void =>
  keep([...waiting().filter(({ task }) => task === undefined || task !== said.task), said])

export const forgetQueue = (): void => localStorage.removeItem(key)

export type Outcome =
  | { readonly kind: 'sent'; readonly response: Response }
  /** The server understood and will not: asking again would not help. */
  | { readonly kind: 'refused'; readonly response: Response }
  | { readonly kind: 'unreachable' }

/** Tells the server one thing. Each is made so that telling it twice is the same as once. */
export async function send({ url, body }: Pick<Said, 'url' | 'body'>): Promise<Outcome> {
  try {
    const fields = new URLSearchParams(body)
    fields.set('form', formToken)
    const response = await fetch(url, { method: 'POST', body: fields, headers: { Accept: 'text/html' } })
    if (response.status === 429 || response.status >= 500) return { kind: 'unreachable' }
    return { kind: response.ok ? 'sent' : 'refused', response }
  } catch {
    return { kind: 'unreachable' }
  }
}

let isSending = false

/**
 * Sends what waits, in order; stops at the first that does not get through. `onEach` hears of everything that did.
 *
 * @returns whether everything was sent
 */
export async function sendWaiting(onEach: (said: Said, outcome: Outcome) => void): Promise<boolean> {
  if (isSending) return false
  isSending = true
  try {
    for (let [first] = waiting(); first; [first] = waiting()) {
      const outcome = await send(first)
      if (outcome.kind === 'unreachable') return false
      // Said again meanwhile: the newer word stays in the queue.
      keep(waiting().filter((each) => JSON.stringify(each) !== JSON.stringify(first)))
      onEach(first, outcome)
    }
    return true
  } finally {
    isSending = false
  }
}
