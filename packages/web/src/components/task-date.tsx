import type { CivilDate } from '@kase/shared/calendar/civil-date.ts'
import { daysBetween } from '../lib/civil-day.ts'
import { useTranslation } from 'react-i18next'
import { shortDay } from '../lib/calendar-format.ts'
import { useStaffLanguage } from '../lib/i18n.ts'
import type { Outputs } from '../lib/trpc.ts'
import classes from './task-date.module.css'
import { Day } from './when.tsx'

type Task = Outputs['plan']['get']['tasks'][number]

interface TaskDateProps {
  readonly task: Task
  readonly today: CivilDate
  /** Late days are counted in a running plan; in a draft a passed day is only said to have passed. */
  readonly isDraft?: boolean
}

/** The day of a task, what moved it, or what it waits for. */
export function TaskDate({ task, today, isDraft = false }: TaskDateProps) {
  const { t } = useTranslation(['launch', 'facts', 'common', 'holiday'])
  const language = useStaffLanguage()
  if (task.dueOn === null)
    return (
      <span className={`${classes.date} ink3`}>
        {task.waitsForDate === null ? t('tasks.noDate') : t(`facts:waitsFor.${task.waitsForDate}`)}
      </span>
    )
  const days = daysBetween(today, task.dueOn)
  const isLate = !task.isDone && !task.isPrivate && days < 0
  return (
    <span className={classes.date}>
      <Day date={task.dueOn} tone={isLate ? 'late' : task.isDone ? 'quiet' : 'plain'} />
      {isLate && <small className="late">{isDraft ? t('tasks.passed') : t('common:daysLate', { count: -days })}</small>}
      {task.rolledFrom !== null && (
        <small className="hol">
          {task.rolledOffHoliday === null
            ? t('tasks.movedFrom', { date: shortDay(task.rolledFrom, language) })
            : t('tasks.movedFromHoliday', {
                date: shortDay(task.rolledFrom, language),
                holiday: t(`holiday:${task.rolledOffHoliday}` as 'holiday:epiphany'),
              })}
        </small>
      )}
      {task.isDateFixed && <small className="ink3">{t('tasks.dateByHand')}</small>}
    </span>
  )
}
