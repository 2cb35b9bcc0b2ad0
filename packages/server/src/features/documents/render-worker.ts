/** Runs in a worker thread: a document in, a finished file out. */
import { move } from 'piscina'
import { typeset } from '../../typesetting/typeset.ts'
import { compose } from './kinds/compose.ts'
import type { PlanDocument } from './plan-document.ts'

/** The thread's one task; the bytes are handed over, not copied. */
export default async function renderDocument(document: PlanDocument): Promise<unknown> {
  const file = await typeset(compose(document))
  // A buffer of Node's own pool must not be handed over with all that shares it.
  const own = new Uint8Array(file)
  return move(own)
}
