import type { CivilDate } from '@kase/shared/calendar/civil-date.ts'
import { Checkbox } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DueText } from '../../components/due-text.tsx'
import { firstName } from '../../lib/person-name.ts'
import { useErrorText } from '../../lib/errors.ts'
import { notify } from '../../lib/notify.ts'
import { useTRPC, type Outputs } from '../../lib/trpc.ts'
import classes from './home.module.css'

type Owed = Outputs['plan']['home']['owed'][number]

const route = getRouteApi('/o/$organisation/')
const firstShown = 8

interface OwedTasksProps {
  readonly tasks: readonly Owed[]
  readonly today: CivilDate
}

/** The employer's own tasks up to the end of the week. A ticked one stays in sight, struck out, until the page is left. */
export function OwedTasks({ tasks, today }: OwedTasksProps) {
  const { t } = useTranslation('home')
  const [showsAll, setShowsAll] = useState(false)
  const shown = showsAll ? tasks : tasks.slice(0, firstShown)
  return (
    <section className="card" aria-labelledby="owe">
      <div className="card-head">
        <h2 id="owe">{t('owe')}</h2>
      </div>
      {tasks.length === 0 && <p className="card-body sm ink3">{t('oweNothing')}</p>}
      <ul className="rows">
        {shown.map((task) => (
          <OwedTask key={task.taskId} task={task} today={today} />
        ))}
      </ul>
      {shown.length < tasks.length && (
        <p className="card-foot">
          <button type="button" className="link" onClick={() => setShowsAll(true)}>
            {t('oweMore', { count: tasks.length - shown.length })}
          </button>
        </p>
      )}
    </section>
  )
}

function OwedTask({ task, today }: { readonly task: Owed; readonly today: CivilDate }) {
  const { t } = useTranslation('home')
  const { organisation } = route.useParams()
  const { isDone, toggle } = useTick(task)
  return (
    <li className={`${classes.task} ${isDone ? classes.done : ''}`}>
      <Checkbox checked={isDone} onChange={toggle} aria-label={t('oweTick', { task: task.title })} />
      <div>
        <Link
          to="/o/$organisation/plans/$planId"
          params={{ organisation, planId: task.planId }}
          hash={`task-${task.taskId}`}
          className={classes.title}
        >
          {task.title}
        </Link>
        <p className={classes.meta}>
          <DueText date={task.dueOn} today={today} isDone={isDone} />
          <span>{t('for', { name: firstName(task.workerName) })}</span>
        </p>
      </div>
    </li>
  )
}

/** Ticks at once and takes it back when the server refuses. Lists elsewhere are read again when they are next opened. */
function useTick({ planId, taskId, title }: Owed) {
  const { t } = useTranslation('home')
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const errorText = useErrorText()
  const [isDone, setIsDone] = useState(false)
  const onSettled = () => queryClient.invalidateQueries({ queryKey: trpc.plan.pathKey(), refetchType: 'none' })
  const refused = (was: boolean) => (error: unknown) => {
    setIsDone(was)
    void notify(errorText(error), 'refused')
  }
  const tick = useMutation(
    trpc.task.tick.mutationOptions({
      onSuccess: () => notify(t('oweDone', { task: title })),
      onError: refused(false),
      onSettled,
    }),
  )
  const untick = useMutation(trpc.task.untick.mutationOptions({ onError: refused(true), onSettled }))
  const toggle = () => {
    setIsDone(!isDone)
    ;(isDone ? untick : tick).mutate({ planId, taskId })
  }
  return { isDone, toggle }
}
