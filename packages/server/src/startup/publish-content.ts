import { createHash } from 'node:crypto'
import { loadPacks, type Pack } from '@kase/templates/load-packs.ts'
import type { Dependencies } from '../infra/dependencies.ts'
import { publishDirectory, publishPack } from '../features/catalogue/publish.service.ts'
import { ensurePublisher } from '../features/organisations/organisation.service.ts'

/**
 * Publishes the content packs that come with the service, each in the name of its publisher's advisor organisation. Run at
 * every start: what has not changed since changes nothing.
 *
 * @returns how many packs became a new version
 */
export async function publishContent(deps: Dependencies): Promise<number> {
  let published = 0
  for (const [key, packs] of byPublisher(await loadPacks())) {
    const tenantId = fixedId(`publisher ${key}`)
    published += await deps.db.withTenant({ tenantId }, async (db) => {
      await ensurePublisher(db, { tenantId, slug: key, name: packs[0]?.publisher.name ?? key })
      let count = 0
      for (const pack of packs) if ((await publishPack(db, tenantId, pack)).isNew) count += 1
      await publishDirectory(db, tenantId, packs)
      return count
    })
  }
  return published
}

function byPublisher(packs: readonly Pack[]): Map<string, Pack[]> {
  const groups = new Map<string, Pack[]>()
  for (const pack of packs) groups.set(pack.publisher.key, [...(groups.get(pack.publisher.key) ?? []), pack])
  return groups
}

/**
 * The same id for the same name, everywhere: row-level security hides an organisation from whoever does not know its id, so
 * what the service itself makes must be found again by one that can be computed. A name-based UUID (RFC 9562, version 8).
 */
export function fixedId(name: string): string {
  const hex = createHash('sha256').update(`kase-welcome ${name}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
