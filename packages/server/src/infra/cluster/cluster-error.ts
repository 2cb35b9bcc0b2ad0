export type ClusterErrorCode =
  | 'disk-full'
  | 'no-binaries'
  | 'no-unprivileged-user'
  | 'not-a-data-directory'
  | 'not-writable'
  | 'other-version'
  | 'password-lost'
  | 'start-failed'

/** Why the embedded PostgreSQL could not be had. The message is one sentence for the person who started the server. */
export class ClusterError extends Error {
  readonly code: ClusterErrorCode

  constructor(code: ClusterErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'ClusterError'
    this.code = code
  }
}

/** Finds the reason in what `initdb` or `postgres` wrote, or in a file system error. */
export function explainFailure(what: string, cause: unknown): ClusterError {
  if (cause instanceof ClusterError) return cause
  const text = cause instanceof Error ? cause.message : String(cause)
  if (/ENOSPC|No space left on device|Check free disk space|Disk quota exceeded|EDQUOT/i.test(text))
    return new ClusterError('disk-full', `${what}: the disk is full. Nothing was lost; make room and start again.`, {
      cause,
    })
  if (/EACCES|EPERM|EROFS|Permission denied|Read-only file system/i.test(text))
    return new ClusterError('not-writable', `${what}: the folder cannot be written. (${lastLine(text)})`, { cause })
  return new ClusterError('start-failed', `${what}: ${lastLine(text)}`, { cause })
}

const lastLine = (text: string): string =>
  text
    .trim()
    .split('\n')
    .findLast((line) => /FATAL|PANIC|error/i.test(line)) ??
  text.trim().split('\n').at(-1) ??
  'no reason was given'
