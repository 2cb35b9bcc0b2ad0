import fc from 'fast-check'
import { expect, test } from 'vitest'
import { finish, TypesetPrinter } from '../../typesetting/typeset.ts'
import { compose } from './kinds/compose.ts'
import { mm } from './setting/measures.ts'
import { lostTexts, overflows } from './test/page-faults.ts'
import { randomDocument } from './test/random-documents.ts'

/** `bench/pdf/ten-thousand.ts` runs ten thousand. */
const runs = Number(process.env['RANDOM_DOCUMENTS'] ?? 400)

test(`${runs} random documents are set without exception, overflow or lost text`, async () => {
  let pages = 0
  await fc.assert(
    fc.asyncProperty(randomDocument, async (document) => {
      const printed = new TypesetPrinter().print(compose(document))
      pages += printed.pages.length
      expect(overflows(printed.pages, document.kind === 'pocket' ? mm(9) : mm(20))).toEqual([])
      expect(lostTexts(document, printed.pages)).toEqual([])
      expect((await finish(printed.file)).length).toBeGreaterThan(1000)
    }),
    { numRuns: runs },
  )
  console.info(`${runs} random documents, ${pages} pages: no exception, no overflow, no lost text`)
}, 600_000)
