import type { Logger } from 'pino'
import type { Database } from '../db/scope.ts'
import type { VersionCache } from '../features/catalogue/catalogue.service.ts'
import type { DocumentRenderer } from '../features/documents/documents.service.ts'
import type { Jobs } from './jobs.ts'
import type { RateLimits } from './rate-limit.ts'
import type { Secrets } from './secrets.ts'

/** What the services of every feature work with; made once in the composition root, handed down as a parameter. */
export interface Dependencies {
  readonly db: Database
  readonly jobs: Jobs
  readonly secrets: Secrets
  readonly log: Logger
  /** Makes PDF files, in threads of its own. */
  readonly documents: DocumentRenderer
  readonly limits: RateLimits
  readonly versions: VersionCache
  /** Where people reach the service, without a slash at the end. */
  readonly publicUrl: string
  /** Whether mail goes out or lands as files. */
  readonly mailDelivery: 'smtp' | 'files'
  /** The clock: tests set it. */
  readonly now: () => Date
}
