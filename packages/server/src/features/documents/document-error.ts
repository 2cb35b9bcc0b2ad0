/** Why a document could not be made. None of these is remembered: asking again is always right. */
export type DocumentErrorCode = 'queue-full' | 'timed-out' | 'failed'

/** Thrown by the renderer; `cause` holds what the worker threw. */
export class DocumentError extends Error {
  readonly code: DocumentErrorCode

  constructor(code: DocumentErrorCode, cause?: unknown) {
    super(`The document could not be made: ${code}`, { cause })
    this.name = 'DocumentError'
    this.code = code
  }
}
