import { can } from '@kase/shared/identity/role.policy.ts'
import { IconLanguage } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { PageHead } from '../../components/page-head.tsx'
import { QuestionSummary } from '../../components/question-summary.tsx'
import { SkeletonRows } from '../../components/skeleton-rows.tsx'
import { LoadError, PartError, StateCard } from '../../components/state-card.tsx'
import { longDay } from '../../lib/calendar-format.ts'
import { useStaffLanguage } from '../../lib/i18n.ts'
import { useMyPlace } from '../../lib/my-place.ts'
import { useTRPC } from '../../lib/trpc.ts'
import { useToday } from '../../lib/use-today.ts'
import classes from './advisor-home.module.css'
import { RunningAnnouncements } from './running-announcements.tsx'

const route = getRouteApi('/o/$organisation/')

/** What waits for the advisor, and what the workers of the region are being told. */
export function AdvisorHomePage() {
  const language = useStaffLanguage()
  const place = useMyPlace()
  const today = useToday()
  return (
    <div className="page">
      <PageHead title={place?.name ?? ''} over={<span className="upper-first">{longDay(today, language)}</span>} />
      {place !== undefined && can(place.role, 'question.answer') ? <Overview /> : <NothingYet />}
    </div>
  )
}

function Overview() {
  const trpc = useTRPC()
  const counts = useQuery(trpc.question.count.queryOptions())
  const announcements = useQuery(trpc.announcement.list.queryOptions())
  const failed = [counts, announcements].find((query) => query.isError)
  if (failed)
    return (
      <div className="card">
        <LoadError
          error={failed.error}
          onRetry={() => {
            void counts.refetch()
            void announcements.refetch()
          }}
        />
      </div>
    )
  if (!counts.isSuccess || !announcements.isSuccess)
    return (
      <div className="card">
        <SkeletonRows rows={4} />
      </div>
    )
  const inState = (state: string) => announcements.data.filter((each) => each.state === state)
  const running = inState('running')
  return (
    <>
      <Figures open={counts.data.open} running={running.length} coming={inState('coming').length} />
      <div className="grid">
        <WaitingQuestions />
        <RunningAnnouncements announcements={running} />
      </div>
    </>
  )
}

interface FiguresProps {
  readonly open: number
  readonly running: number
  readonly coming: number
}

function Figures({ open, running, coming }: FiguresProps) {
  const { t } = useTranslation('advisor')
  const { organisation } = route.useParams()
  const params = { organisation }
  return (
    <ul className={`card ${classes.figures}`} aria-label={t('figures')}>
      <li>
        <Link to="/o/$organisation/questions" params={params}>
          <b className={open > 0 ? classes.waiting : undefined}>{open}</b> {t('openQuestions', { count: open })}
        </Link>
      </li>
      <li>
        <Link to="/o/$organisation/announcements" params={params}>
          <b>{running}</b> {t('runningAnnouncements', { count: running })}
        </Link>
      </li>
      <li>
        <Link to="/o/$organisation/announcements" params={params}>
          <b>{coming}</b> {t('comingAnnouncements', { count: coming })}
        </Link>
      </li>
    </ul>
  )
}

const shown = 3

function WaitingQuestions() {
  const { t } = useTranslation('advisor')
  const { organisation } = route.useParams()
  const trpc = useTRPC()
  const questions = useQuery(trpc.question.list.queryOptions({ state: 'open', limit: shown }))
  return (
    <section className="card c8" aria-labelledby="waiting-questions">
      <div className="card-head">
        <h2 id="waiting-questions">{t('questions')}</h2>
      </div>
      {questions.isPending && <SkeletonRows />}
      {questions.isError && <PartError onRetry={() => void questions.refetch()} />}
      {questions.isSuccess && questions.data.questions.length === 0 && (
        <p className="card-body sm ink3">{t('noQuestions')}</p>
      )}
      {questions.isSuccess && (
        <ul className="rows">
          {questions.data.questions.map((question) => (
            <li key={question.id} className={classes.question}>
              <QuestionSummary question={question} />
            </li>
          ))}
        </ul>
      )}
      <p className="card-foot">
        <Link className="link" to="/o/$organisation/questions" params={{ organisation }} search={{ state: 'all' }}>
          {t('allQuestions')}
        </Link>
      </p>
    </section>
  )
}

function NothingYet() {
  const { t } = useTranslation('advisor')
  return (
    <div className="card">
      <StateCard icon={IconLanguage} title={t('translator')} text={t('translatorText')} />
    </div>
  )
}
