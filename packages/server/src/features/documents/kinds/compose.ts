/** From a plan document to what the engine sets. */
import type { Language } from '@kase/shared/locales.ts'
import type { PageSequence, TypesetDocument } from '../../../typesetting/content.ts'
import type { PlanDocument } from '../plan-document.ts'
import { labelsOf } from '../setting/labels.ts'
import { planPages, sideBySidePages } from './plan.ts'
import { pocketPages } from './pocket.ts'
import { recordLabels, recordPages } from './record.ts'

/** The whole file of a document. Pure: the same document always composes the same. */
export function compose(document: PlanDocument): TypesetDocument {
  const language = document.kind === 'several' ? document.languages[0] : document.language
  return {
    language,
    title: titleOf(document, language),
    author: document.employer.name,
    madeAt: new Date(`${document.madeOn}T10:00:00Z`),
    sequences: sequencesOf(document),
  }
}

function titleOf(document: PlanDocument, language: Language): string {
  const title = document.kind === 'record' ? recordLabels(document.language).title : labelsOf(language).title
  return `${title} – ${document.participant.name}`
}

function sequencesOf(document: PlanDocument): PageSequence[] {
  switch (document.kind) {
    case 'plan':
      return [planPages(document, document.language)]
    case 'side-by-side':
      return [sideBySidePages(document, { own: document.language, official: document.official })]
    case 'several':
      return document.languages.map((language) => planPages(document, language))
    case 'pocket':
      return [pocketPages(document)]
    case 'record':
      return [recordPages(document)]
  }
}
