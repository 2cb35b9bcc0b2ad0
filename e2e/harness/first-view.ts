import { request as httpRequest } from 'node:http'
import type { Browser, BrowserContext } from 'playwright-core'

/** One answer of the server, in bytes as they went over the wire. */
export interface Answer {
  /** The last part of its address without what is particular to one link or one build. */
  readonly name: string
  readonly kind: 'page' | 'style' | 'script' | 'other'
  readonly body: number
  readonly headers: number
}

/**
 * What a phone fetches when it opens a link for the first time: the redirect, the page and all that the page asks for, the
 * manifest and the service worker. The whole plan, which the service worker fetches when nothing else is going on, is not in it.
 */
export async function weighFirstView(browser: Browser, link: string): Promise<Answer[]> {
  // Without a service worker every request is the page's own.
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, serviceWorkers: 'block' })
  try {
    const answers: Promise<Answer>[] = []
    context.on('requestfinished', (request) => {
      const weigh = async (): Promise<Answer> => {
        const { responseBodySize: body, responseHeadersSize: headers } = await request.sizes()
        return { name: nameOf(request.url()), kind: kinds[request.resourceType()] ?? 'other', body, headers }
      }
      answers.push(weigh())
    })
    const page = await context.newPage()
    const opened = page.waitForEvent('requestfinished', (request) => request.url().endsWith('/opened'))
    await page.goto(link, { waitUntil: 'networkidle' })
    await opened
    const base = page.url().replace(/\/$/, '')
    // A browser without a window fetches neither of these by itself, or does not say how large they were.
    const later = await Promise.all([
      weigh(context, `${base}/manifest.webmanifest`, 'other'),
      weigh(context, `${base}/sw.js`, 'script'),
    ])
    return [...(await Promise.all(answers)), ...later]
  } finally {
    await context.close()
  }
}

const kinds: Readonly<Record<string, Answer['kind']>> = { document: 'page', stylesheet: 'style', script: 'script' }

const nameOf = (url: string): string =>
  new URL(url).pathname
    .replace(/^\/p\/me\/[^/]+\/$/, 'page')
    .replace(/^\/p\/[\w-]{22}$/, 'link')
    .replace(/^.*\//, '')
    .replace(/\.[\w-]{8}\./, '.')

/** Fetches one more address as this browser would, and counts what comes before it is unpacked. */
async function weigh(context: BrowserContext, url: string, kind: Answer['kind']): Promise<Answer> {
  const cookies = await context.cookies(url)
  const headers = {
    'accept-encoding': 'gzip, deflate, br, zstd',
    cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
  }
  return new Promise((resolve, reject) => {
    const asked = httpRequest(url, { headers }, (response) => {
      let body = 0
      response.on('data', (chunk: Buffer) => (body += chunk.length))
      response.on('error', reject)
      response.on('end', () => {
        if (response.statusCode !== 200) return reject(new Error(`${response.statusCode} ${url}`))
        resolve({ name: nameOf(url), kind, body, headers: response.rawHeaders.join(': ').length + 20 })
      })
    })
    asked.on('error', reject).end()
  })
}
