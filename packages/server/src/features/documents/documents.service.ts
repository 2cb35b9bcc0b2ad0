import { DomainError } from '@kase/shared/errors.ts'
import type { LinkScope, TenantDb } from '../../db/scope.ts'
import type { Dependencies } from '../../infra/dependencies.ts'
import { loadParticipantPlan, type ParticipantPlan } from '../plans/participant-plan.service.ts'
import { currentLinkUrl } from '../share-links/share-link.service.ts'
import { DocumentError } from './document-error.ts'
import { findLogo } from './employer-logo.repository.ts'
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

/** What every document of a participant is made from, ready to spread into `ParticipantDocumentOptions`. */
export interface DocumentSource extends DocumentExtras {
  readonly plan: ParticipantPlan
}

/** What stands in a participant's document and not in their plan. */
export type DocumentExtras = Pick<ParticipantDocumentOptions, 'link' | 'logo'>

/** @throws DomainError `not-found` */
export async function loadDocumentSource(deps: Dependencies, db: TenantDb, scope: LinkScope): Promise<DocumentSource> {
  const [plan, extras] = await Promise.all([loadParticipantPlan(deps, db, scope), loadDocumentExtras(deps, db, scope)])
  return { plan, ...extras }
}

/** The link for the QR codes, when the participant has one that works, and the employer's logo: one round trip. */
export async function loadDocumentExtras(deps: Dependencies, db: TenantDb, scope: LinkScope): Promise<DocumentExtras> {
  const [link, logo] = await Promise.all([currentLinkUrl(deps, db, scope.participantId), findLogo(db, scope.tenantId)])
  return { ...(link && { link }), ...(logo && { logo }) }
}
