import { brotliCompressSync } from 'node:zlib'
import type { Plugin, Rolldown } from 'vite'

type Chunk = Rolldown.OutputChunk

/**
 * Prints, at the end of a build, how much JavaScript a browser loads before the first screen stands (QUALITY, "Speed"):
 * the entry, the catalogue of one language and the home route with everything that they import, as brotli bytes.
 */
export function firstJavaScript(): Plugin {
  return {
    name: 'first-javascript',
    apply: 'build',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((output): output is Chunk => output.type === 'chunk')
      const entry = chunks.filter((chunk) => chunk.isEntry)
      const screen = (name: string) => chunks.filter((chunk) => chunk.facadeModuleId?.endsWith(name))
      const language = screen('/i18n/staff/fi.ts')
      const report = [
        ['sign-in', closure([...entry, ...language, ...screen('/auth/sign-in.page.tsx')], chunks)],
        ['home', closure([...entry, ...language, ...screen('/home/home.page.tsx')], chunks)],
      ] as const
      for (const [name, loaded] of report) {
        const bytes = loaded.reduce((sum, chunk) => sum + brotliCompressSync(chunk.code).length, 0)
        this.info(`first JavaScript, ${name}: ${(bytes / 1000).toFixed(1)} kB brotli in ${loaded.length} files`)
      }
    },
  }
}

/** The chunks and all that they import statically. */
function closure(from: Chunk[], chunks: Chunk[]): Chunk[] {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]))
  const loaded = new Set<Chunk>()
  const load = (chunk: Chunk | undefined) => {
    if (chunk === undefined || loaded.has(chunk)) return
    loaded.add(chunk)
    for (const name of chunk.imports) load(byName.get(name))
  }
  from.forEach(load)
  return [...loaded]
}
