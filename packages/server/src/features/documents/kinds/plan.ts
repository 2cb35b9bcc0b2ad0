/** The plan in one language, side by side, and in several languages. */
import type { Language } from '@kase/shared/locales.ts'
import type { PageSequence } from '../../../typesetting/content.ts'
import { firstPageHead } from '../blocks/first-page.ts'
import { pairRightsAndHelp, rightsAndHelp } from '../blocks/rights-and-help.ts'
import { footer, header } from '../blocks/running-heads.ts'
import { pairSection, section, titlesOf } from '../blocks/sections.ts'
import type { Pair } from '../blocks/task-side-by-side.ts'
import type { PlanContent } from '../plan-document.ts'
import { pageMargins } from '../setting/measures.ts'

/** The pages of a plan in one language. */
export function planPages(plan: PlanContent, language: Language): PageSequence {
  const titles = titlesOf(plan.sections)
  return {
    language,
    margins: pageMargins,
    header: header(plan, language),
    footer: footer(plan, [language]),
    content: [
      ...firstPageHead(plan, { own: language }),
      ...plan.sections.map((part) => section(part, titles, language)),
      rightsAndHelp(plan.rightsAndHelp, language),
    ],
  }
}

/** The pages of a plan in two languages, task beside task. */
export function sideBySidePages(plan: PlanContent, pair: Pair): PageSequence {
  const titles = titlesOf(plan.sections)
  return {
    language: pair.own,
    margins: pageMargins,
    header: header(plan, pair.own),
    footer: footer(plan, [pair.own, pair.official]),
    content: [
      ...firstPageHead(plan, { own: pair.own, official: pair.official }),
      ...plan.sections.map((part) => pairSection(part, titles, pair)),
      pairRightsAndHelp(plan.rightsAndHelp, pair),
    ],
  }
}
