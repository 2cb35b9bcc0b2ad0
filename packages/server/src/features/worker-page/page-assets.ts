import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import type { Request, Response } from 'express'
import { assetUrl } from '../../infra/assets.ts'

/** The few files that the page loads, each under a name that carries a hash of its content. */

interface Asset {
  readonly path: string
  readonly type: string
  readonly content: Buffer
  /** Made once and as small as brotli can: every phone fetches it, and it never changes. */
  readonly compressed: Buffer
}

const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path fill="#0f564a" d="M0 0h24v24H0z"/><path fill="#fff" d="M0 4h24v1.5H0zM0 18.5h24V20H0zM12 7l6.5 5-6.5 5-6.5-5zM0 9l3 3-3 3zM24 9l-3 3 3 3z"/></svg>`

const cssType = 'text/css; charset=utf-8'

const assets = {
  /** Made smaller by the build; as it is written without one. */
  css:
    builtAsset('worker.css', cssType) ??
    asset('worker.css', cssType, readFileSync(assetUrl('src/features/worker-page/worker.css'))),
  icon: asset('icon.svg', 'image/svg+xml', Buffer.from(icon)),
  /** Made by the build; without it the page works all the same. */
  script: builtAsset('worker-page.js', 'text/javascript; charset=utf-8'),
  serviceWorker: builtAsset('worker-page-offline.js', 'text/javascript; charset=utf-8'),
}

function asset(name: string, type: string, content: Buffer): Asset {
  const hash = createHash('sha256').update(content).digest('base64url').slice(0, 8)
  const path = `/p/assets/${name.replace('.', `.${hash}.`)}`
  return { path, type, content, compressed: brotliCompressSync(content) }
}

function builtAsset(name: string, type: string): Asset | undefined {
  const file = assetUrl(`dist/${name}`)
  return existsSync(file) ? asset(name, type, readFileSync(file)) : undefined
}

export const assetPaths = {
  css: assets.css.path,
  icon: assets.icon.path,
  script: assets.script?.path,
}

export const serviceWorkerSource = assets.serviceWorker

const byPath = new Map(Object.values(assets).flatMap((each) => (each ? [[each.path, each] as const] : [])))

/** Sends a file, compressed for a browser that takes brotli; the caller says how long it may be kept. */
export function sendContent(request: Request, response: Response, { type, content, compressed }: Asset): void {
  response.set('Content-Type', type).vary('Accept-Encoding')
  if (!request.acceptsEncodings('br')) return void response.send(content)
  response.set('Content-Encoding', 'br').send(compressed)
}

/** @param name the last segment of the address */
export const findAsset = (name: string): Asset | undefined => byPath.get(`/p/assets/${name}`)
