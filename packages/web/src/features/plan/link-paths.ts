import type { Language } from '@kase/shared/locales.ts'

/** The path of a worker page on this site, from the whole address that is given to the worker. */
export const pagePath = (url: string): string => new URL(url, window.location.origin).pathname

export const pdfKinds = ['side-by-side', 'plan', 'several', 'pocket', 'record'] as const
export type PdfKind = (typeof pdfKinds)[number]

/** Whose PDF, and how it is set. */
export interface PdfChoice {
  readonly slug: string
  readonly planId: string
  readonly participantId: string
  readonly kind: PdfKind
  /** The reader's first; only `several` looks beyond the first. */
  readonly languages: readonly Language[]
  /** The second column of `side-by-side`. */
  readonly official?: 'fi' | 'sv'
}

/** Where staff get a person's PDF; it needs no link of that person. */
export function pdfPath({ slug, planId, participantId, kind, languages, official }: PdfChoice): string {
  const query = new URLSearchParams({ kind, lang: languages.join(',') })
  if (kind === 'side-by-side' && official !== undefined) query.set('official', official)
  const path = ['organisations', slug, 'plans', planId, 'participants', participantId].map(encodeURIComponent).join('/')
  return `/api/${path}/plan.pdf?${query}`
}

/** How a person's PDF is set unless somebody chooses: beside an official language, for who reads neither of them. */
export const defaultPdfKind = (language: Language): PdfKind =>
  language === 'fi' || language === 'sv' ? 'plan' : 'side-by-side'
