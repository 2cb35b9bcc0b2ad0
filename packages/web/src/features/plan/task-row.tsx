import { can } from '@kase/shared/identity/role.policy.ts'
import { Checkbox } from '@mantine/core'
import { IconHourglass, IconLock, IconMapPin, IconMessage } from '@tabler/icons-react'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { PersonAvatar } from '../../components/person-avatar.tsx'
import { SectionIcon } from '../../components/section-icon.tsx'
import { TaskDate } from '../../components/task-date.tsx'
import { TaskMenu } from '../../components/task-menu.tsx'
import { finnishShortDay } from '../../lib/calendar-format.ts'
import { useStaffLanguage } from '../../lib/i18n.ts'
import { useMyPlace } from '../../lib/my-place.ts'
import { useReasonText } from '../../lib/reason-text.ts'
import type { Outputs } from '../../lib/trpc.ts'
import { useOwnerOf } from '../../lib/use-owner.ts'
import { useTaskChanges, type TaskChange } from '../../lib/use-task-changes.ts'
import classes from './plan.module.css'
import { TaskSaidLines } from './task-said.tsx'
import type { TaskSaid } from './use-said.ts'
import { useTick } from './use-tick.ts'

const TaskEditor = lazy(async () => ({ default: (await import('../../components/task-editor.tsx')).TaskEditor }))

type Plan = Outputs['plan']['get']
type Task = Plan['tasks'][number]

interface TaskRowProps {
  readonly task: Task
  readonly plan: Plan
  readonly municipality: string
  readonly said: TaskSaid
}

/** One task: whether it is done, what it is and why, who does it and when. The family's own carries a lock instead of a box. */
export function TaskRow({ task, plan, municipality, said }: TaskRowProps) {
  const place = useMyPlace()
  const ownerOf = useOwnerOf(plan)
  const changes = useTaskChanges(plan.id)
  const [isEditing, setIsEditing] = useState(false)
  const save = async (change: TaskChange) => {
    if (await changes.change(task, change)) setIsEditing(false)
  }
  const mayWrite = place !== undefined && can(place.role, 'plan.write') && plan.state !== 'finished'
  const leaveOut = () => void changes.include(task, false)
  const owner = ownerOf(task)
  const isWaiting = !task.isDone && task.waitsFor.length > 0
  return (
    <li id={`task-${task.id}`} className="print-row">
      <div className={`${classes.task} ${task.isDone ? classes.done : isWaiting ? classes.waiting : ''}`}>
        <TaskBox task={task} plan={plan} isWaiting={isWaiting} />
        <span className={classes.section}>
          <SectionIcon section={task.section} size="small" isNamed />
        </span>
        <div className={classes.title}>
          <b lang={task.titleLanguage}>{task.title}</b>
          <TaskWhy task={task} municipality={municipality} isWaiting={isWaiting} />
          <TaskSaidLines task={task} plan={plan} said={said} onLeaveOut={leaveOut} />
        </div>
        <span className={`row sm ${classes.owner}`}>
          <PersonAvatar name={owner.name} kind={owner.kind} size="small" />
          <span className={`${classes.ownerName} ${owner.isMissing ? 'soon' : ''}`}>{owner.shortName}</span>
        </span>
        <span className={classes.due}>
          <TaskDate task={task} today={plan.today} isDraft={plan.state === 'draft'} />
        </span>
        <span className={classes.more}>
          {mayWrite && <TaskMenu task={task} onEdit={() => setIsEditing(true)} onLeaveOut={leaveOut} />}
        </span>
      </div>
      {isEditing && (
        <Suspense>
          <TaskEditor
            task={task}
            isBusy={changes.isBusy}
            onClose={() => setIsEditing(false)}
            onSave={(change) => void save(change)}
          />
        </Suspense>
      )}
    </li>
  )
}

function TaskBox({
  task,
  plan,
  isWaiting,
}: Pick<TaskRowProps, 'task' | 'plan'> & { readonly isWaiting: boolean }): ReactNode {
  const { t } = useTranslation('plan')
  const tick = useTick(plan.id)
  if (task.isPrivate)
    return (
      <span className={classes.lock}>
        <IconLock size={17} aria-hidden />
      </span>
    )
  if (isWaiting)
    return (
      <span className={classes.lock}>
        <IconHourglass size={17} aria-hidden />
      </span>
    )
  if (plan.state !== 'launched') return <span className={classes.lock}>{task.isDone && '✓'}</span>
  return (
    <Checkbox
      className={classes.box}
      checked={task.isDone}
      onChange={() => tick(task)}
      aria-label={t('tick', { task: task.title })}
    />
  )
}

function TaskWhy({
  task,
  municipality,
  isWaiting,
}: {
  readonly task: Task
  readonly municipality: string
  readonly isWaiting: boolean
}) {
  const { t } = useTranslation('plan')
  const language = useStaffLanguage()
  const reasonText = useReasonText(municipality)
  return (
    <>
      <span className={classes.why}>
        {task.isDone && task.doneAt !== null ? (
          <span>{t('doneOn', { date: finnishShortDay(task.doneAt, language) })}</span>
        ) : (
          <span>{reasonText(task)}</span>
        )}
        {isWaiting && (
          <span className="soon">
            <IconHourglass size={15} aria-hidden />
            {t('waitsFor', { tasks: task.waitsFor.map(({ title }) => title).join(', ') })}
          </span>
        )}
        {task.isPrivate && (
          <span>
            <IconLock size={15} aria-hidden />
            {t('private')}
          </span>
        )}
        {task.place !== null && 'name' in task.place && (
          <span>
            <IconMapPin size={15} aria-hidden />
            {task.place.name}
          </span>
        )}
      </span>
      {task.note !== null && (
        <span className={classes.note}>
          <IconMessage size={15} className="icon" aria-hidden /> {t('noteFromYou')} {task.note}
        </span>
      )}
    </>
  )
}
