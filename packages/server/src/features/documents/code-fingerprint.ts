/** Which code sets documents: a file made by other code, words or measures must not be handed out as if made by these. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { assetUrl } from '../../infra/assets.ts'

/** Hexadecimal. Of the built thread where there is one, else of the sources it is made of, and of the shared package in any case. */
export function codeFingerprint(): string {
  const hash = createHash('sha256')
  for (const place of codePlaces())
    for (const file of filesIn(place)) hash.update(path.relative(place, file)).update(readFileSync(file))
  return hash.digest('hex')
}

const isBuilt = !import.meta.url.endsWith('.ts')

/** The shared package is never bundled: its sources are what runs. */
const codePlaces = (): string[] =>
  [...(isBuilt ? ['dist/render-worker.js'] : ['src/features/documents/', 'src/typesetting/']), '../shared/src/'].map(
    (place) => fileURLToPath(assetUrl(place)),
  )

const filesIn = (place: string): string[] =>
  statSync(place).isFile()
    ? [place]
    : readdirSync(place, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.join(entry.parentPath, entry.name))
        .sort()
