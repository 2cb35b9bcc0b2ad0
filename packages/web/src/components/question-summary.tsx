import { IconMessageQuestion, IconMessageCheck } from '@tabler/icons-react'
import type { QuestionState } from '@kase/shared/plans/stuck.schema.ts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { clockTime, finnishShortDay } from '../lib/calendar-format.ts'
import { useStaffLanguage } from '../lib/i18n.ts'
import { languageName } from '../lib/language.ts'
import { municipalityName } from '../lib/municipality-options.ts'
import { useTRPC, type Outputs } from '../lib/trpc.ts'
import { OwnWords } from './own-words.tsx'
import classes from './question-summary.module.css'
import { ToneBadge, type Tone } from './tone-badge.tsx'

export type Question = Outputs['question']['list']['questions'][number]

export const questionLooks = {
  open: { icon: IconMessageQuestion, tone: 'amber' },
  answered: { icon: IconMessageCheck, tone: 'green' },
} as const satisfies Record<QuestionState, { icon: typeof IconMessageQuestion; tone: Tone }>

export const questionState = ({ answer }: Pick<Question, 'answer'>): QuestionState =>
  answer === null ? 'open' : 'answered'

/** A private question: what it is about, from where and when, and its words. Who asks is not known to the advisor. */
export function QuestionSummary({ question }: { readonly question: Question }) {
  const { t } = useTranslation(['questions', 'said'])
  const language = useStaffLanguage()
  const place = useMunicipality(question.municipality)
  const state = questionState(question)
  const { icon, tone } = questionLooks[state]
  const { askedAt, body, reason, taskTitle } = question
  const asked = { date: finnishShortDay(askedAt, language), time: clockTime(askedAt, language) }
  return (
    <>
      <div className={classes.head}>
        <h3 className={classes.about}>
          {taskTitle === null ? (
            t('fromRights')
          ) : (
            <>
              <span className="vh">{t('about')}: </span>
              <span lang={place.official}>{taskTitle}</span>
            </>
          )}
        </h3>
        <ToneBadge icon={icon} tone={tone} word={t(`state.${state}`)} />
      </div>
      <p className={classes.meta}>
        {place.name}
        <span className="sep" />
        {t('writtenIn', { language: languageName(question.language, language) })}
        <span className="sep" />
        <time dateTime={askedAt}>{t('askedAt', asked)}</time>
      </p>
      {reason !== null && <p className="sm med">{t(`said:reason.${reason}`)}</p>}
      {body === '' ? (
        <p className="sm ink3">{t('noWords')}</p>
      ) : (
        <OwnWords text={body} language={question.language} className={classes.words} />
      )}
    </>
  )
}

/** The name of a municipality, and the language in which it calls a task. */
function useMunicipality(key: string) {
  const trpc = useTRPC()
  const language = useStaffLanguage()
  const options = useQuery({ ...trpc.catalogue.options.queryOptions(), staleTime: Infinity })
  const found = options.data?.municipalities.find((each) => each.key === key)
  return { name: found ? municipalityName(found, language) : key, official: found?.languages[0] }
}
