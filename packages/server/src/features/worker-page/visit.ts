import type { Language } from '@kase/shared/locales.ts'
import type { WorkerWords } from '@kase/shared/i18n/worker/worker-texts.ts'
import type { LinkScope } from '../../db/scope.ts'

/** One request of somebody who holds a link: whose page it is and how its addresses begin. */
export interface Visit {
  readonly scope: LinkScope
  readonly linkId: string
  readonly token: string
  /** Shows that the link's code was given, where it has one. */
  readonly pin?: string
  readonly expiresAt: Date
  /** `/p/<token>` or `/p/me/<ref>`: what every address of the page starts with. */
  readonly base: string
  /** Whether the token itself stands in the address: such a visit has no cookie to remember the language in. */
  readonly isByToken: boolean
  /** What a form must carry: bound to the link, so a form of one link is no good for another. */
  readonly formToken: string
}

/** How a page is read: by whom, in which words, and where its links lead. */
export interface Reading {
  readonly visit: Visit
  readonly reader: Language
  readonly words: WorkerWords
  /** Languages of the switch. */
  readonly languages: readonly Language[]
  /** The page within the visit, where a form leads back to: `/`, `/task/tax-card`. */
  readonly path: string
  /** Larger letters, as chosen on this phone. */
  readonly isLarge: boolean
  /** The address of a page of this visit; keeps the chosen language where no cookie does. */
  readonly to: (path: string, query?: Readonly<Record<string, string>>) => string
  /** The address of this very page in another language. */
  readonly inLanguage: (language: Language) => string
}
