/**
 * Ten thousand random documents through the engine: no exception, no overflow, no lost text. Takes some twenty minutes of one
 * processor, so CI runs a few hundred of them (random-documents.integration.test.ts) and this is run by hand.
 *
 * node pdf/ten-thousand.ts [documents] [first seed]
 */
import { TypesetPrinter, finish } from '../../packages/server/src/typesetting/typeset.ts'
import { compose } from '../../packages/server/src/features/documents/kinds/compose.ts'
import { mm } from '../../packages/server/src/features/documents/setting/measures.ts'
import { lostTexts, overflows } from '../../packages/server/src/features/documents/test/page-faults.ts'
import { randomDocuments } from '../../packages/server/src/features/documents/test/random-documents.ts'

const total = Number(process.argv[2] ?? 10_000)
const firstSeed = Number(process.argv[3] ?? 1)
const batch = 100

const counts = { documents: 0, pages: 0, bytes: 0, exceptions: 0, overflows: 0, lost: 0 }

for (let done = 0; done < total; done += batch) {
  const seed = firstSeed + done / batch
  const documents = randomDocuments(seed, Math.min(batch, total - done))
  for (const [index, document] of documents.entries()) {
    counts.documents++
    try {
      const { pages, file } = new TypesetPrinter().print(compose(document))
      const outside = overflows(pages, document.kind === 'pocket' ? mm(9) : mm(20))
      const lost = lostTexts(document, pages)
      counts.pages += pages.length
      counts.bytes += (await finish(file)).length
      if (outside.length > 0) report('overflows', seed, index, outside[0])
      if (lost.length > 0) report('lost', seed, index, lost[0])
    } catch (error) {
      report('exceptions', seed, index, error)
    }
  }
  const minutes = (performance.now() / 60_000).toFixed(1)
  console.log(`${counts.documents} of ${total} after ${minutes} min: ${JSON.stringify(counts)}`)
}

console.log(
  `${counts.documents} random documents, ${counts.pages} pages, ${(counts.bytes / 1e6).toFixed(0)} MB: ` +
    `${counts.exceptions} exceptions, ${counts.overflows} with overflow, ${counts.lost} with lost text`,
)
process.exitCode = counts.exceptions + counts.overflows + counts.lost === 0 ? 0 : 1

function report(kind: 'exceptions' | 'overflows' | 'lost', seed: number, index: number, what: unknown): void {
  counts[kind]++
  if (counts[kind] <= 5) console.log(`${kind}: seed ${seed}, document ${index}:`, what)
}
