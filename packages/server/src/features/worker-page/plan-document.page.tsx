import type { ReactNode } from 'react'
import type { ParticipantPlan } from '../plans/participant-plan.service.ts'
import { Bar, renderDocument, Top } from './layout.page.tsx'
import type { Reading } from './visit.ts'

interface PlanFrame {
  readonly reading: Reading
  readonly plan: Pick<ParticipantPlan, 'employer'>
}

interface PlanPage {
  readonly top: ReactNode
  readonly title: string
  readonly content: ReactNode
  readonly current?: 'home' | 'help'
  readonly skipTo?: string
}

/** A page of a plan: way back, language switch and the fixed bar around its content. */
export function planDocument({ reading, plan }: PlanFrame, { top, title, content, current, skipTo }: PlanPage): string {
  const { words, reader, languages, inLanguage, to } = reading
  return renderDocument({
    words,
    title,
    colour: plan.employer.colour,
    isLarge: reading.isLarge,
    ...phoneOf(reading),
    hasAllIcons: languages.length === 0,
    ...(skipTo && { skipTo }),
    top: (
      <Top words={words} reader={reader} languages={languages} inLanguage={inLanguage}>
        {top}
      </Top>
    ),
    bar: <Bar words={words} home={to('/')} help={to('/rights')} {...(current && { current })} />,
    children: content,
  })
}

/** A visit by cookie can be kept on the phone; one by token has no address of its own to keep it under. */
export const phoneOf = ({ visit }: Reading): { phone?: { base: string; formToken: string } } =>
  visit.isByToken ? {} : { phone: { base: visit.base, formToken: visit.formToken } }
