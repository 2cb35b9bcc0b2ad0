import { questionStates } from '@kase/shared/plans/stuck.schema.ts'
import { Button } from '@mantine/core'
import { IconShieldLock } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FilterChips } from '../../components/filter-chips.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { questionLooks, type Question } from '../../components/question-summary.tsx'
import { SkeletonRows } from '../../components/skeleton-rows.tsx'
import { LoadError, StateCard } from '../../components/state-card.tsx'
import { useTRPC } from '../../lib/trpc.ts'
import { QuestionRow } from './question-row.tsx'
import classes from './questions.module.css'
import { useQuestionPages } from './use-questions.ts'

const route = getRouteApi('/o/$organisation/questions')

/** The advisor's inbox: private questions of workers and their families, and the answers. */
export function QuestionsPage() {
  const { t } = useTranslation('questions')
  const trpc = useTRPC()
  const navigate = useNavigate({ from: '/o/$organisation/questions' })
  const { state: chosen = 'open' } = route.useSearch()
  const state = chosen === 'all' ? undefined : chosen
  const counts = useQuery(trpc.question.count.queryOptions()).data
  const questions = useQuestionPages(state)
  const [answering, setAnswering] = useState<readonly Question[]>([])
  const listed = questions.data?.pages.flatMap((page) => page.questions) ?? []
  const rows = withAnswering(listed, answering)
  const show = (next: typeof chosen) => void navigate({ search: { state: next }, replace: true })
  return (
    <div className="page">
      <PageHead title={t('title')} lead={t('lead')} />
      <div className="grid">
        <section className="card c8" aria-labelledby="inbox">
          <h2 id="inbox" className="vh">
            {state === undefined ? t('all') : t(`state.${state}`)}
          </h2>
          <div className={classes.filter}>
            <FilterChips
              label={t('filter')}
              all={{ label: t('all'), count: counts && counts.open + counts.answered }}
              chips={questionStates.map((each) => ({
                value: each,
                label: t(`state.${each}`),
                icon: questionLooks[each].icon,
                count: counts?.[each],
              }))}
              value={state}
              onChange={(next) => show(next ?? 'all')}
            />
          </div>
          {questions.isPending && <SkeletonRows rows={4} />}
          {questions.isError && <LoadError error={questions.error} onRetry={() => void questions.refetch()} />}
          {questions.isSuccess && rows.length === 0 && <Nothing state={state} hasAny={hasAny(counts)} />}
          <ul className="rows">
            {rows.map((question) => (
              <QuestionRow
                key={question.id}
                question={question}
                isAnswering={answering.some(({ id }) => id === question.id)}
                onAnswer={() => setAnswering([question, ...answering])}
                onClose={() => setAnswering((all) => all.filter(({ id }) => id !== question.id))}
                onOvertaken={() => show('all')}
              />
            ))}
          </ul>
          {questions.hasNextPage && (
            <p className="card-foot">
              <Button
                variant="subtle"
                loading={questions.isFetchingNextPage}
                onClick={() => void questions.fetchNextPage()}
              >
                {t('more')}
              </Button>
            </p>
          )}
        </section>
        <HowItWorks />
      </div>
    </div>
  )
}

/** What is being answered stays in sight, also when the list no longer has it: nothing that was typed goes away by itself. */
const withAnswering = (listed: readonly Question[], answering: readonly Question[]): readonly Question[] => [
  ...answering.filter(({ id }) => !listed.some((each) => each.id === id)),
  ...listed,
]

const hasAny = (counts: { open: number; answered: number } | undefined): boolean =>
  counts === undefined || counts.open + counts.answered > 0

interface NothingProps {
  readonly state: 'open' | 'answered' | undefined
  readonly hasAny: boolean
}

function Nothing({ state, hasAny: someElsewhere }: NothingProps) {
  const { t } = useTranslation('questions')
  return (
    <div aria-live="polite">
      {state === undefined || !someElsewhere ? (
        <StateCard icon={questionLooks.open.icon} title={t('none')} text={t('noneText')} />
      ) : state === 'open' ? (
        <StateCard icon={questionLooks.answered.icon} title={t('noneOpen')} text={t('noneOpenText')} />
      ) : (
        <StateCard icon={questionLooks.answered.icon} title={t('noneAnswered')} />
      )}
    </div>
  )
}

function HowItWorks() {
  const { t } = useTranslation('questions')
  return (
    <section className={`c4 ${classes.how}`} aria-labelledby="how">
      <h2 id="how">
        <IconShieldLock size={20} aria-hidden />
        {t('how')}
      </h2>
      <p>{t('howName')}</p>
      <p>{t('howDelete')}</p>
      <p>{t('howDanger')}</p>
    </section>
  )
}
