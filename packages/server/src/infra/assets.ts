import { existsSync } from 'node:fs'

/**
 * The address of a file that the server reads at run time, such as `src/db/migrations/` or `../templates/packs/`. Such files
 * stay where they lie in the checkout, so the path is the same from the sources and from the bundle in `dist/`.
 *
 * @param path relative to `packages/server/`; a folder ends with a slash
 */
export const assetUrl = (path: string): URL => new URL(path, packageFolder)

const packageFolder = nearestPackage(new URL('.', import.meta.url))

function nearestPackage(folder: URL): URL {
  return existsSync(new URL('package.json', folder)) ? folder : nearestPackage(new URL('..', folder))
}
