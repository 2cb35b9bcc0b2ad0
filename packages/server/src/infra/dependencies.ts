import type { Logger } from 'pino'
import type { Database } from '../db/scope.ts'
import type { Jobs } from './jobs.ts'
import type { Secrets } from './secrets.ts'

/** What the services of every feature work with; made once in the composition root, handed down as a parameter. */
export interface Dependencies {
  readonly db: Database
  readonly jobs: Jobs
  readonly secrets: Secrets
  readonly log: Logger
  /** Where people reach the service, without a slash at the end. */
  readonly publicUrl: string
  /** The clock: tests set it. */
  readonly now: () => Date
}
