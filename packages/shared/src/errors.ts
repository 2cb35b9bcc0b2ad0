/**
 * Every way in which a request can be refused. The code is what travels; its words are in the catalogues (`errors.<code>`).
 * A code that is missing here does not compile, and a test asks for its words in every staff language.
 */

export const errorCodes = {
  'signed-out': 'UNAUTHORIZED',
  /** Said for an unknown address and for a wrong password: the two look alike. */
  'wrong-credentials': 'UNAUTHORIZED',
  'address-taken': 'CONFLICT',
  'reset-invalid': 'PRECONDITION_FAILED',
  /** Said for what is not there and for what is somebody else's: the two look alike. */
  'not-found': 'NOT_FOUND',
  'not-allowed': 'FORBIDDEN',
  'bad-input': 'BAD_REQUEST',
  'too-large': 'PAYLOAD_TOO_LARGE',
  'too-many-requests': 'TOO_MANY_REQUESTS',
  'changed-meanwhile': 'CONFLICT',
  'slug-taken': 'CONFLICT',
  'municipality-unknown': 'BAD_REQUEST',
  'plan-not-draft': 'PRECONDITION_FAILED',
  'plan-not-launched': 'PRECONDITION_FAILED',
  'plan-blocked': 'PRECONDITION_FAILED',
  'task-locked': 'PRECONDITION_FAILED',
  'task-private': 'FORBIDDEN',
  'task-waits': 'PRECONDITION_FAILED',
  'owner-not-member': 'BAD_REQUEST',
  'participant-has-no-link': 'BAD_REQUEST',
  'link-revoked': 'PRECONDITION_FAILED',
  'address-missing': 'BAD_REQUEST',
  'already-member': 'CONFLICT',
  'invitation-invalid': 'PRECONDITION_FAILED',
  'invitation-other-address': 'FORBIDDEN',
  'last-owner': 'PRECONDITION_FAILED',
  'role-not-of-kind': 'BAD_REQUEST',
  'mail-not-failed': 'PRECONDITION_FAILED',
  'announcement-over': 'BAD_REQUEST',
  'language-not-offered': 'BAD_REQUEST',
  'document-failed': 'INTERNAL_SERVER_ERROR',
  'document-busy': 'SERVICE_UNAVAILABLE',
  'batch-too-many-files': 'BAD_REQUEST',
  'batch-waits': 'TOO_MANY_REQUESTS',
  'batch-storage-full': 'PRECONDITION_FAILED',
  'batch-not-failed': 'PRECONDITION_FAILED',
  'logo-type': 'BAD_REQUEST',
  'logo-too-large': 'PAYLOAD_TOO_LARGE',
  'logo-too-many-points': 'BAD_REQUEST',
  'logo-damaged': 'BAD_REQUEST',
  /** An SVG with anything that runs, loads, or writes text in a font that is not there. */
  'logo-svg-content': 'BAD_REQUEST',
  unexpected: 'INTERNAL_SERVER_ERROR',
} as const

export type ErrorCode = keyof typeof errorCodes

/** A refusal of the domain. It carries a code, never prose; `params` fill the words of the catalogue. */
export class DomainError extends Error {
  readonly code: ErrorCode
  readonly params: Readonly<Record<string, string | number>>

  constructor(code: ErrorCode, params: Readonly<Record<string, string | number>> = {}, options?: ErrorOptions) {
    super(code, options)
    this.name = 'DomainError'
    this.code = code
    this.params = params
  }
}
