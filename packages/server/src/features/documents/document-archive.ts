/** Many documents in one archive: all participants, all languages, a group of arrivals. */
import { DomainError } from '@kase/shared/errors.ts'
import { DocumentError } from './document-error.ts'
import type { DocumentRenderer } from './document-renderer.ts'
import type { PlanDocument } from './plan-document.ts'
import { zipOf, type ZipEntry } from './zip.ts'

export interface ArchiveItem {
  /** Without an ending; slashes make folders. What two items share gets a number. */
  readonly name: string
  /** Asked for shortly before the file is made, so that few documents are in memory. */
  readonly document: () => Promise<PlanDocument>
}

/** A file that could not be made; the archive holds the others. */
export interface LeftOut {
  readonly name: string
  readonly error: Error
}

export interface ArchiveProgress {
  readonly done: number
  readonly total: number
  readonly leftOut: readonly LeftOut[]
}

interface ArchiveOptions {
  readonly madeAt: Date
  /** Told after each file and waited for: what it throws ends the archive. */
  readonly onProgress?: (progress: ArchiveProgress) => Promise<void> | void
  /** Documents asked for at a time; few, so that single requests are served in between. */
  readonly atOnce?: number
}

/**
 * The archive, piece by piece, in the order of the items; only `atOnce` files are in memory. A file that cannot be made is left
 * out and told of, so that one broken plan does not hold back a hundred others.
 *
 * @throws what has nothing to do with one file, such as a database that does not answer
 */
export function documentArchive(
  renderer: Pick<DocumentRenderer, 'render'>,
  items: readonly ArchiveItem[],
  options: ArchiveOptions,
): AsyncGenerator<Buffer> {
  return zipOf(entriesOf(renderer, items, options), options.madeAt)
}

async function* entriesOf(
  renderer: Pick<DocumentRenderer, 'render'>,
  items: readonly ArchiveItem[],
  { onProgress, atOnce = 2 }: ArchiveOptions,
): AsyncGenerator<ZipEntry> {
  const leftOut: LeftOut[] = []
  const names = distinctNames(items)
  const make = (index: number): Promise<Made> | undefined => {
    const item = items[index]
    return item && settled(item.document().then((document) => renderer.render(document)))
  }
  const ahead = Array.from({ length: Math.min(atOnce, items.length) }, (_, index) => make(index))
  for (const [index, name] of names.entries()) {
    const made = await ahead[index]
    ahead[index] = undefined
    ahead.push(make(index + atOnce))
    if (made?.file) yield { name: `${name}.pdf`, data: made.file }
    else if (made?.error && isOfOneFile(made.error)) leftOut.push({ name, error: made.error })
    else throw made?.error
    await onProgress?.({ done: index + 1, total: items.length, leftOut: [...leftOut] })
  }
}

interface Made {
  readonly file?: Uint8Array
  readonly error?: Error
}

/** Never rejects: a failure waits for its turn without counting as unhandled. */
const settled = (file: Promise<Uint8Array>): Promise<Made> =>
  file.then(
    (made) => ({ file: made }),
    (error: unknown) => ({ error: error instanceof Error ? error : new Error(String(error)) }),
  )

/** What is wrong with one document or its plan. Anything else (no database, no memory) would be wrong with the next one too. */
const isOfOneFile = (error: Error): boolean =>
  [DocumentError, DomainError, TypeError, RangeError, SyntaxError].some((kind) => error instanceof kind)

/** File names without what file systems refuse, no two alike whatever their case, none that leads out of the folder. */
function distinctNames(items: readonly ArchiveItem[]): string[] {
  const used = new Set<string>()
  return items.map(({ name }) => {
    const clean =
      name
        .replace(/[\p{Cc}\\:*?"<>|]/gu, '')
        .split('/')
        .map((part) => part.replace(/[. ]+$/, '').trim())
        .filter((part) => part !== '')
        .join('/') || 'plan'
    let own = clean
    for (let number = 2; used.has(own.toLowerCase()); number++) own = `${clean} ${number}`
    used.add(own.toLowerCase())
    return own
  })
}
