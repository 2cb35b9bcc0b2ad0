import fc from 'fast-check'
import { expect, test } from 'vitest'
import { finish, TypesetPrinter } from '../../typesetting/typeset.ts'
import { compose } from './kinds/compose.ts'
import { mm } from './setting/measures.ts'
import { checkStructure } from '../../typesetting/test/structure-check.ts'
import { lostTexts, overflows } from './test/page-faults.ts'
import { randomDocument } from './test/random-documents.ts'

/** `bench/pdf/ten-thousand.ts` runs ten thousand. */
const runs = Number(process.env['RANDOM_DOCUMENTS'] ?? 250)

test(`${runs} random documents are set without exception, overflow or lost text`, async () => {
  let pages = 0
  let documents = 0
  await fc.assert(
    fc.asyncProperty(randomDocument, async (document) => {
      const printed = new TypesetPrinter().print(compose(document))
      pages += printed.pages.length
      expect(overflows(printed.pages, document.kind === 'pocket' ? mm(9) : mm(20))).toEqual([])
      expect(lostTexts(document, printed.pages)).toEqual([])
      const file = await finish(printed.file)
      expect(file.length).toBeGreaterThan(1000)
      if (++documents % 20 === 0) expect(faultsBesideClaims(file)).toEqual([])
    }),
    { numRuns: runs },
  )
  console.info(`${runs} random documents, ${pages} pages: no exception, no overflow, no lost text`)
}, 600_000)

/** A document whose headings are empty cannot conform, and then must not claim to; everything else holds for every file. */
function faultsBesideClaims(file: Uint8Array): string[] {
  const { faults } = checkStructure(file)
  const claimsNothing = faults.some((fault) => fault.startsWith('06-002'))
  return claimsNothing ? faults.filter((fault) => !/^(06-002|06-003|14-00)/.test(fault)) : [...faults]
}
