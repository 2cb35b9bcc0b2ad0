/** Many documents in one archive: all participants, all languages, a group of arrivals. */
import { DocumentError } from './document-error.ts'
import type { DocumentRenderer } from './document-renderer.ts'
import type { PlanDocument } from './plan-document.ts'
import { zipOf, type ZipEntry } from './zip.ts'

export interface BatchItem {
  /** Without an ending; what two items share gets a number. */
  readonly name: string
  readonly document: PlanDocument
}

export interface BatchProgress {
  readonly done: number
  readonly total: number
  /** Names of the items that could not be made; the archive holds the others. */
  readonly failed: readonly string[]
}

interface BatchOptions {
  readonly madeAt: Date
  readonly onProgress?: (progress: BatchProgress) => void
  /** Documents asked for at a time; few, so that single requests are served in between. */
  readonly atOnce?: number
}

/**
 * The archive of a batch, piece by piece, in the order of the items; only `atOnce` files are in memory. A file that cannot be
 * made is left out and told of, so that one broken plan does not hold back a hundred others.
 */
export function batchArchive(
  renderer: Pick<DocumentRenderer, 'render'>,
  items: readonly BatchItem[],
  options: BatchOptions,
): AsyncGenerator<Buffer> {
  return zipOf(entriesOf(renderer, items, options), options.madeAt)
}

async function* entriesOf(
  renderer: Pick<DocumentRenderer, 'render'>,
  items: readonly BatchItem[],
  { onProgress, atOnce = 2 }: BatchOptions,
): AsyncGenerator<ZipEntry> {
  const failed: string[] = []
  const names = distinctNames(items)
  const make = (index: number): Promise<Uint8Array | undefined> | undefined => {
    const item = items[index]
    return item && renderer.render(item.document).catch(leftOut)
  }
  const ahead = Array.from({ length: Math.min(atOnce, items.length) }, (_, index) => make(index))
  for (const [index, name] of names.entries()) {
    const file = await ahead[index]
    ahead[index] = undefined
    ahead.push(make(index + atOnce))
    if (file) yield { name: `${name}.pdf`, data: file }
    else failed.push(name)
    onProgress?.({ done: index + 1, total: items.length, failed: [...failed] })
  }
}

function leftOut(error: unknown): undefined {
  if (error instanceof DocumentError) return undefined
  throw error
}

/** File names without what file systems refuse, no two alike whatever their case. */
function distinctNames(items: readonly BatchItem[]): string[] {
  const used = new Set<string>()
  return items.map(({ name }) => {
    const clean =
      name
        .replace(/[\p{Cc}\\:*?"<>|]/gu, '')
        .replace(/\.+(?=\/|$)/g, '')
        .trim() || 'plan'
    let own = clean
    for (let number = 2; used.has(own.toLowerCase()); number++) own = `${clean} ${number}`
    used.add(own.toLowerCase())
    return own
  })
}
