import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import express, { type RequestHandler, type Response } from 'express'
import { assetUrl } from './assets.ts'

/** The built staff web app: its files, and its one page for every address that the app's own router answers. */
export function webApp(): express.Router {
  const folder = assetUrl('../web/dist/')
  const router = express.Router()
  // File names under /assets carry a hash of their content.
  router.use(
    '/assets',
    express.static(fileURLToPath(new URL('assets/', folder)), {
      immutable: true,
      maxAge: '1y',
      index: false,
      redirect: false,
    }),
  )
  router.use('/assets', (_, response) => response.sendStatus(404))
  router.use(express.static(fileURLToPath(folder), { index: false, redirect: false, maxAge: '1h' }))
  router.get('/{*path}', page(new URL('index.html', folder)))
  return router
}

function page(file: URL): RequestHandler {
  let template: Promise<string> | undefined
  return async (_, response) => {
    template ??= readFile(file, 'utf8').catch((error: unknown) => {
      template = undefined // a page that is being built is there the next time
      throw error
    })
    const nonce = randomBytes(16).toString('base64')
    setContentPolicy(response, nonce)
    response
      .set('Cache-Control', 'no-cache')
      .type('html')
      .send((await template).replaceAll('__CSP_NONCE__', nonce))
  }
}

/** Style elements need the nonce (Mantine makes them); scripts come from files only. */
function setContentPolicy(response: Response, nonce: string): void {
  const policy = {
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': `'self' 'nonce-${nonce}'`,
    'img-src': "'self' data: blob:",
    'font-src': "'self'",
    'connect-src': "'self'",
    'manifest-src': "'self'",
    'form-action': "'self'",
    'frame-ancestors': "'none'",
    'base-uri': "'none'",
  }
  response.set(
    'Content-Security-Policy',
    Object.entries(policy)
      .map(([name, value]) => `${name} ${value}`)
      .join('; '),
  )
}
