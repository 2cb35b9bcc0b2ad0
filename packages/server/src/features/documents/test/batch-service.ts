import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { afterAll } from 'vitest'
import { buildFacts, type TestPlan } from '../../../../test/plan.factory.ts'
import { openTestService } from '../../../../test/service.ts'
import { lastResort } from '../../../infra/last-resort.ts'
import type { Person } from '../../../trpc/context.ts'
import { run } from '../../../typesetting/test/tools.ts'
import { batchDownloads } from '../batch-download.http.ts'
import { makeBatch } from '../document-batch.job.ts'

type Choice = Omit<Parameters<TestPlan['caller']['documentBatch']['start']>[0], 'requestKey' | 'planIds'>
export const everything: Choice = { languages: 'offered', kinds: ['plan', 'side-by-side', 'pocket'] }
export const own: Choice = { languages: 'own', kinds: ['plan'] }

/** Asks for a batch of one plan. */
export async function start({ caller, planId }: TestPlan, choice: Choice = own, requestKey = randomUUID()) {
  const { batchId } = await caller.documentBatch.start({ planIds: [planId], requestKey, ...choice })
  return batchId
}

/** A batch as its organisation sees it, if it does. */
export const viewOf = async ({ caller }: Pick<TestPlan, 'caller'>, batchId: string) =>
  (await caller.documentBatch.list({ planId: null })).find(({ id }) => id === batchId)

/** A second arrival of the same employer. */
export async function addPlan({ caller, municipality }: TestPlan, name: string): Promise<string> {
  const { planId } = await caller.plan.create({
    facts: buildFacts({ municipality, worker: { name, languages: ['fil'] }, companions: 'nobody', family: [] }),
  })
  return planId
}

/** The text of every PDF by its name, after Python has checked the archive and poppler has read each file. */
export function textsIn(archive: Buffer): Record<string, string> {
  const script =
    'import sys,io,json,zipfile,base64;z=zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()));assert z.testzip() is None;' +
    'print(json.dumps({n:base64.b64encode(z.read(n)).decode() for n in z.namelist()}))'
  const files = JSON.parse(run('python3', ['-c', script], archive).toString()) as Record<string, string>
  return Object.fromEntries(
    Object.entries(files).map(([name, data]) => [
      name,
      run('pdftotext', ['-', '-'], Buffer.from(data, 'base64')).toString(),
    ]),
  )
}

/** A service without workers, with the downloads of archives beside it. Call it once, at the top of the file. */
export async function openBatchService() {
  const service = await openTestService()
  const { deps, owner } = service
  let person: Person | undefined
  const app = express()
  app.use(
    '/api',
    batchDownloads(deps, async () => ({ deps, person, slug: undefined, address: '127.0.0.1' })),
  )
  app.use(lastResort(deps))
  const server = app.listen(0, '127.0.0.1')
  afterAll(() => new Promise((resolve) => server.close(resolve)))
  return {
    service,
    /** Runs the job of a batch, as the queue would. */
    make: ({ organisation: { tenantId } }: TestPlan, batchId: string, given = deps) =>
      makeBatch(given, { tenantId, batchId }),
    chunksOf: async (batchId: string): Promise<number> =>
      (await owner.query('select from document_batch_chunk where batch_id = $1', [batchId])).rowCount ?? 0,
    download: async (slug: string, batchId: string, as?: Person) => {
      person = as
      const { port } = server.address() as AddressInfo
      const path = `/api/organisations/${slug}/document-batches/${batchId}/plans.zip`
      const response = await fetch(`http://127.0.0.1:${port}${path}`)
      return {
        status: response.status,
        name: response.headers.get('content-disposition') ?? '',
        cache: response.headers.get('cache-control'),
        body: Buffer.from(await response.arrayBuffer()),
      }
    },
  }
}
