import { can } from '@kase/shared/identity/role.policy.ts'
import { IconArrowForward, IconEyeCheck, IconHandStop } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { clockTime, finnishShortDay } from '../../lib/calendar-format.ts'
import { useStaffLanguage } from '../../lib/i18n.ts'
import { languageName } from '../../lib/language.ts'
import { useMyPlace } from '../../lib/my-place.ts'
import { firstName } from '../../lib/person-name.ts'
import type { Outputs } from '../../lib/trpc.ts'
import { useMembers } from '../../lib/use-owner.ts'
import { exchangeId, goToAnswer } from './answer-box.ts'
import { MessageWords } from './message-words.tsx'
import classes from './said.module.css'
import type { Message, TaskSaid } from './use-said.ts'

type Plan = Outputs['plan']['get']

interface TaskSaidProps {
  readonly task: Plan['tasks'][number]
  readonly plan: Plan
  readonly said: TaskSaid
  readonly onLeaveOut: () => void
}

/** Under a task: that somebody is stuck, does not want it or has read it, and what was asked and answered before. */
export function TaskSaidLines({ task, plan, said, onLeaveOut }: TaskSaidProps) {
  const { t } = useTranslation('said')
  const language = useStaffLanguage()
  const waiting = task.isDone ? [] : said.messages.filter(({ answer }) => answer === null)
  const earlier = said.messages.filter((message) => !waiting.includes(message))
  return (
    <>
      {waiting.slice(-1).map((message) => (
        <span key={message.id} className={classes.line}>
          <span className="late">
            <IconHandStop size={15} className="icon" aria-hidden />{' '}
            {t('since', { date: finnishShortDay(message.sentAt, language) })}
          </span>
          {message.reason !== null && <span className="ink2">{t(`reason.${message.reason}`)}</span>}
          <button type="button" className="link no-print" onClick={() => goToAnswer(message.id)}>
            {t('toAnswer')}
            <span className="vh">: {task.title}</span>
          </button>
        </span>
      ))}
      {said.decline !== undefined && !task.isDone && (
        <DeclineLine task={task} plan={plan} decline={said.decline} onLeaveOut={onLeaveOut} />
      )}
      {said.readings.map((reading) => (
        <span key={reading.at} className={classes.line}>
          <span className="ink2">
            <IconEyeCheck size={15} className={`icon ${classes.read}`} aria-hidden />{' '}
            {t('read', {
              date: finnishShortDay(reading.at, language),
              version: reading.version,
              language: languageName(reading.language, language),
            })}
          </span>
        </span>
      ))}
      {earlier.length > 0 && <Earlier taskId={task.id} messages={earlier} />}
    </>
  )
}

function DeclineLine({
  task,
  plan,
  decline,
  onLeaveOut,
}: Omit<TaskSaidProps, 'said'> & { readonly decline: NonNullable<TaskSaid['decline']> }) {
  const { t } = useTranslation(['said', 'plan'])
  const language = useStaffLanguage()
  const place = useMyPlace()
  const name = firstName(plan.participants.find(({ id }) => id === decline.participantId)?.name ?? plan.workerName)
  const mayLeaveOut =
    place !== undefined && can(place.role, 'plan.write') && plan.state !== 'finished' && !task.isLocked
  return (
    <span className={classes.line}>
      <span className="soon">
        <IconArrowForward size={15} className="icon" aria-hidden /> {t('notMine', { name })}
      </span>
      <span className="ink2">
        {t(`decline.${decline.reason}`, { name })}, {finnishShortDay(decline.declinedAt, language)}
      </span>
      {mayLeaveOut && (
        <>
          <button type="button" className="link no-print" onClick={onLeaveOut}>
            {t('plan:leaveOut')}
            <span className="vh">: {task.title}</span>
          </button>
          <span className={`ink3 no-print ${classes.hint}`}>{t('declineHint', { name })}</span>
        </>
      )}
    </span>
  )
}

function Earlier({ taskId, messages }: { readonly taskId: string; readonly messages: readonly Message[] }) {
  const { t } = useTranslation(['said', 'plan'])
  const language = useStaffLanguage()
  const members = useMembers()
  const place = useMyPlace()
  const nameOf = (userId: string | null) =>
    members.find((member) => member.userId === userId)?.name ??
    (userId === place?.userId ? place?.personName : undefined) ??
    t('plan:somebody')
  return (
    <details className={classes.earlier}>
      <summary id={exchangeId(taskId)}>{t('exchange', { count: messages.length })}</summary>
      <ul className="stack g4">
        {messages.map((message) => (
          <li key={message.id} className="stack g2">
            <MessageWords message={message} />
            {message.answer === null || message.answeredAt === null ? (
              <p className="xs ink3">{t('unanswered')}</p>
            ) : (
              <div>
                <p dir="auto" className={classes.reply}>
                  {message.answer}
                </p>
                <p className={`xs ink3 ${classes.source}`}>
                  {t('answered', { name: nameOf(message.answeredBy) })}
                  <span className="sep" />
                  <time dateTime={message.answeredAt}>
                    {finnishShortDay(message.answeredAt, language)} {clockTime(message.answeredAt, language)}
                  </time>
                </p>
              </div>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
