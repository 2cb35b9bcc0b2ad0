import { DomainError } from '@kase/shared/errors.ts'
import type { LinkScope, TenantDb } from '../../db/scope.ts'
import type { Dependencies } from '../../infra/dependencies.ts'
import { loadParticipantPlan, type ParticipantPlan } from '../plans/participant-plan.service.ts'
import { currentLinkUrl } from '../share-links/share-link.service.ts'
import { DocumentError } from './document-error.ts'
import type { ParticipantDocumentOptions } from './participant-document.service.ts'
import type { PlanDocument } from './plan-document.ts'

export { openDocumentRenderer, type DocumentRenderer } from './document-renderer.ts'

/**
 * The finished PDF file of a document: rendered in a worker thread, remembered under a hash of everything that went in. A
 * failure is logged and never remembered, so asking again is always right.
 *
 * @throws DomainError `document-busy` when too many wait or it took too long; `document-failed`
 */
export async function renderPlanDocument(
  { documents, log }: Pick<Dependencies, 'documents' | 'log'>,
  document: PlanDocument,
): Promise<Uint8Array> {
  try {
    return await documents.render(document)
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error
    log.error({ err: error, kind: document.kind }, 'a document could not be made')
    throw new DomainError(error.code === 'failed' ? 'document-failed' : 'document-busy', {}, { cause: error })
  }
}

/** What every document of a participant is made from. */
export interface DocumentSource {
  readonly plan: ParticipantPlan
  /** For the QR codes; none when the participant has no link that works. */
  readonly link: NonNullable<ParticipantDocumentOptions['link']> | undefined
}

/** @throws DomainError `not-found` */
export async function loadDocumentSource(deps: Dependencies, db: TenantDb, scope: LinkScope): Promise<DocumentSource> {
  const [plan, link] = await Promise.all([
    loadParticipantPlan(deps, db, scope),
    currentLinkUrl(deps, db, scope.participantId),
  ])
  return { plan, link }
}
