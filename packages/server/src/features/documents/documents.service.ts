/** Finished PDF files of plan documents: rendered in worker threads, remembered under a hash of everything that went in. */
import { openDocumentRenderer, type DocumentRenderer } from './document-renderer.ts'
import type { PlanDocument } from './plan-document.ts'

let shared: DocumentRenderer | undefined

/**
 * Renders a document on the process's shared renderer, opened at the first call. Throws `DocumentError`; a failure is never cached,
 * so the caller may simply ask again.
 */
export function renderPlanDocument(document: PlanDocument): Promise<Uint8Array> {
  shared ??= openDocumentRenderer()
  return shared.render(document)
}

/** Ends the worker threads of the shared renderer; call it when the server stops. */
export async function closeDocumentRenderer(): Promise<void> {
  const closing = shared
  shared = undefined
  await closing?.close()
}
