import type { JSX } from 'react'
import type { ParticipantPlan } from '../plans/participant-plan.service.ts'
import type { ListedTask } from './home-view.ts'
import { Icon } from './icon.page.tsx'
import { fromToday, leafParts, spokenDay, weekdayName } from './page-dates.ts'
import { FirstDo, TaskTitle, whenWords } from './task-row.page.tsx'
import { Plate } from './text.page.tsx'
import { TickForm } from './tick-form.page.tsx'
import type { Reading } from './visit.ts'

interface CardProps {
  readonly reading: Reading
  readonly plan: ParticipantPlan
  readonly listed: ListedTask
  readonly isFirst: boolean
  readonly canTick: boolean
}

/** One of the next things to do; the first has its buttons with it. */
export function NextCard({ reading, plan, listed, isFirst, canTick }: CardProps): JSX.Element {
  const { task, firstDo } = listed
  const { words, to } = reading
  const href = to(`/task/${task.key}`)
  return (
    <li className={isFirst ? 'card card--now' : 'card'} data-task={task.id}>
      {task.dueOn && <Leaf day={task.dueOn} words={words} />}
      <div className="card__body">
        <h3>
          <a href={href}>
            <TaskTitle reading={reading} listed={listed} />
          </a>
        </h3>
        {task.officialName && <Plate {...task.officialName} />}
        {task.assignee === 'child' && <p className="small muted">{words.t('task.child')}</p>}
        {task.dueOn && (
          <p className={listed.isLate ? 'meta meta--late' : 'meta'}>
            <Icon name="cal" />
            <span>
              <span className="hidden">
                {words.t('plan.due')}: {spokenDay(task.dueOn, words.language)}.{' '}
              </span>
              <span className="meta__parts">
                <span aria-hidden="true">{weekdayName(task.dueOn, words.language)}</span>{' '}
                <b>{fromToday(task.dueOn, plan.today, words)}</b>
                {listed.isLate && <span>{words.t('plan.stillPossible')}</span>}
              </span>
            </span>
          </p>
        )}
        {task.dueOn === null && <p className="small muted">{whenWords(listed, reading)}</p>}
        {firstDo.length > 0 && (
          <p className="small muted">
            <FirstDo reading={reading} listed={listed} />
          </p>
        )}
        {task.place && (
          <p className="meta">
            <Icon name="pin" />
            <span>
              <bdi lang={plan.officialLanguage}>{task.place.officialName}</bdi>
            </span>
          </p>
        )}
      </div>
      {isFirst && (
        <div className="card__do">
          <a className="btn btn--act" href={href}>
            {words.t('plan.howTo')}
          </a>
          {canTick && <TickForm reading={reading} task={task} look="button" />}
        </div>
      )}
    </li>
  )
}

function Leaf({ day, words }: { day: string; words: Reading['words'] }): JSX.Element {
  const { weekday, day: date, month } = leafParts(day, words.language)
  return (
    <div className="leaf" lang={words.language} aria-hidden="true">
      <b>{weekday}</b>
      <i>{date}</i>
      <span>{month}</span>
    </div>
  )
}
