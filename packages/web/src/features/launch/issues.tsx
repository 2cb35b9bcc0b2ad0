import { Button } from '@mantine/core'
import {
  IconAlertTriangle,
  IconBan,
  IconCalendarEvent,
  IconCalendarQuestion,
  IconCircleCheck,
  IconClockExclamation,
  IconLanguage,
  IconMailQuestion,
  IconMapPin,
  IconUser,
  type Icon,
} from '@tabler/icons-react'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useStaffLanguage } from '../../lib/i18n.ts'
import { languageName } from '../../lib/language.ts'
import type { Outputs } from '../../lib/trpc.ts'
import { BuddyChoice } from './buddy-choice.tsx'
import { EmailChoice } from './email-choice.tsx'
import { LateTask } from './late-task.tsx'
import classes from './launch.module.css'

type Check = Outputs['plan']['checkLaunch']
type Issue = Check['issues'][number]

const route = getRouteApi('/o/$organisation/plans/$planId/check')
const lateShown = 4

interface IssuesProps {
  readonly plan: Check['plan']
  readonly issues: readonly Issue[]
  /** Shows only these tasks in the table. */
  readonly onShow: (taskIds: readonly string[]) => void
}

/** What blocks stands apart from what only warns; each says how to put it right, where that is possible here. */
export function Issues({ plan, issues, onShow }: IssuesProps) {
  const { t } = useTranslation('launch')
  const blocks = issues.filter((issue) => issue.blocks)
  const warnings = issues.filter((issue) => !issue.blocks)
  return (
    <>
      {blocks.length > 0 && (
        <section className={`card ${classes.blocking}`} aria-labelledby="blocks">
          <div className="card-head card-head-sm">
            <h2 id="blocks">{t('blocks', { count: blocks.length })}</h2>
          </div>
          <ul className="rows">
            {blocks.map((issue) => (
              <IssueRow key={issue.kind} issue={issue} plan={plan} onShow={onShow} />
            ))}
          </ul>
        </section>
      )}
      <section className="card" aria-labelledby="warnings">
        {warnings.length === 0 ? (
          <p className="card-pad row" id="warnings">
            <IconCircleCheck size={20} color="var(--kw-green-fg)" aria-hidden />
            {blocks.length === 0 ? t('allWell') : t('fixFirst')}
          </p>
        ) : (
          <>
            <div className="card-head card-head-sm wrap">
              <h2 id="warnings">{t('warnings', { count: warnings.length })}</h2>
              <span className="sm ink3">{t('warningsNote')}</span>
            </div>
            <ul className="rows">
              {warnings.map((issue) => (
                <IssueRow key={keyOf(issue)} issue={issue} plan={plan} onShow={onShow} />
              ))}
            </ul>
          </>
        )}
      </section>
    </>
  )
}

const keyOf = (issue: Issue): string =>
  issue.kind === 'not-reviewed'
    ? `${issue.kind}-${issue.language}`
    : issue.kind === 'unreachable'
      ? `${issue.kind}-${issue.participantId}`
      : issue.kind

interface IssueRowProps extends Omit<IssuesProps, 'issues'> {
  readonly issue: Issue
}

function IssueRow({ issue, plan, onShow }: IssueRowProps) {
  const { t } = useTranslation('launch')
  const language = useStaffLanguage()
  switch (issue.kind) {
    case 'no-tasks':
      return <Row icon={IconBan} title={t('issue.no-tasks')} text={t('issue.no-tasksText')} action={<FactsLink />} />
    case 'no-start-date':
      return (
        <Row
          icon={IconCalendarQuestion}
          title={t('issue.no-start-date')}
          text={t('issue.no-start-dateText')}
          action={<FactsLink />}
        />
      )
    case 'first-day-before-arrival':
      return (
        <Row
          icon={IconAlertTriangle}
          title={t('issue.first-day-before-arrival')}
          text={t('issue.first-day-before-arrivalText')}
          action={<FactsLink />}
        />
      )
    case 'unreachable': {
      const name = plan.participants.find(({ id }) => id === issue.participantId)?.name ?? plan.workerName
      return (
        <Row
          icon={IconMailQuestion}
          title={t('issue.unreachable', { name })}
          text={t('issue.unreachableText')}
          action={<EmailChoice plan={plan} name={name} />}
        />
      )
    }
    case 'dates-passed':
      return <LateRows plan={plan} taskIds={issue.taskIds} />
    case 'no-owner':
      return (
        <Row
          icon={IconUser}
          title={t('issue.no-owner', { count: issue.taskIds.length })}
          text={t('issue.no-ownerText')}
          action={<BuddyChoice plan={plan} />}
        />
      )
    case 'not-reviewed':
      return (
        <Row
          icon={IconLanguage}
          title={t('issue.not-reviewed', {
            count: issue.taskIds.length,
            language: languageName(issue.language, language),
          })}
          text={t('issue.not-reviewedText', { machine: issue.machine, missing: issue.missing })}
          action={<ShowThem taskIds={issue.taskIds} onShow={onShow} />}
        />
      )
    case 'places-missing':
    case 'moved-off-closed-days':
    case 'waits-for-dates':
      return (
        <Row
          icon={issue.kind === 'places-missing' ? IconMapPin : IconCalendarEvent}
          title={t(`issue.${issue.kind}`, { count: issue.taskIds.length })}
          text={t(`issue.${issue.kind}Text`)}
          action={<ShowThem taskIds={issue.taskIds} onShow={onShow} />}
        />
      )
  }
}

interface RowProps {
  readonly icon: Icon
  readonly title: string
  readonly text: ReactNode
  readonly action: ReactNode
}

function Row({ icon: Picture, title, text, action }: RowProps) {
  return (
    <li className={classes.issue}>
      <Picture size={20} aria-hidden />
      <div>
        <p className="med">{title}</p>
        <p className="xs ink3">{text}</p>
      </div>
      <div className={classes.action}>{action}</div>
    </li>
  )
}

/** Tasks whose day has passed, each with its own choice; a long list opens on demand. */
function LateRows({ plan, taskIds }: { readonly plan: Check['plan']; readonly taskIds: readonly string[] }) {
  const { t } = useTranslation('launch')
  const [showsAll, setShowsAll] = useState(false)
  const tasks = plan.tasks.filter((task) => taskIds.includes(task.id))
  const shown = showsAll ? tasks : tasks.slice(0, lateShown)
  return (
    <>
      {shown.map((task) => (
        <li key={task.id} className={classes.issue}>
          <IconClockExclamation size={20} aria-hidden />
          <LateTask task={task} planId={plan.id} today={plan.today} />
        </li>
      ))}
      {shown.length < tasks.length && (
        <li className={classes.issue}>
          <span />
          <button type="button" className="link" onClick={() => setShowsAll(true)}>
            {t('showMore', { count: tasks.length - shown.length })}
          </button>
        </li>
      )}
    </>
  )
}

function ShowThem({
  taskIds,
  onShow,
}: {
  readonly taskIds: readonly string[]
  readonly onShow: IssuesProps['onShow']
}) {
  const { t } = useTranslation('launch')
  return (
    <Button variant="subtle" size="compact-sm" onClick={() => onShow(taskIds)}>
      {t('showThem')}
    </Button>
  )
}

function FactsLink() {
  const { t } = useTranslation('launch')
  const params = route.useParams()
  return (
    <Link to="/o/$organisation/plans/$planId/facts" params={params} className="link">
      {t('facts')}
    </Link>
  )
}
