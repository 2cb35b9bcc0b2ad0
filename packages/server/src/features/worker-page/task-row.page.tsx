import type { JSX } from 'react'
import { finnishDay } from '@kase/shared/calendar/civil-date.ts'
import type { ListedTask } from './home-view.ts'
import { Icon } from './icon.page.tsx'
import { shortDay } from './page-dates.ts'
import { langOf, Plate } from './text.page.tsx'
import { TickForm } from './tick-form.page.tsx'
import type { Reading } from './visit.ts'

interface RowProps {
  readonly reading: Reading
  readonly listed: ListedTask
  readonly canTick: boolean
}

/** A task in a list: its square, its title, when it is due and what it waits for. */
export function TaskRow({ reading, listed, canTick }: RowProps): JSX.Element {
  const { task, firstDo } = listed
  const { words, to } = reading
  return (
    <li className={task.doneAt ? 'row row--done' : 'row'} id={`t-${task.key}`} data-task={task.id}>
      {canTick ? (
        <TickForm reading={reading} task={task} look="box" title={listed.words.title} />
      ) : (
        <span className="row__box" aria-hidden="true">
          <TickBox isOn={task.doneAt !== null} />
        </span>
      )}
      <a href={to(`/task/${task.key}`)}>
        <b>
          <TaskTitle reading={reading} listed={listed} />
        </b>
        {task.officialName && <Plate {...task.officialName} />}
        <span className="row__when">
          <span className={listed.isLate ? 'row__late' : undefined}>{whenWords(listed, reading)}</span>
          {task.assignee === 'child' && (
            <>
              <br />
              {words.t('task.child')}
            </>
          )}
          {firstDo.length > 0 && task.doneAt === null && (
            <>
              <br />
              <FirstDo reading={reading} listed={listed} />
            </>
          )}
        </span>
      </a>
    </li>
  )
}

const TickBox = ({ isOn }: { isOn: boolean }): JSX.Element => (
  <span className={isOn ? 'box box--on' : 'box'}>{isOn && <Icon name="tick" />}</span>
)

export function TaskTitle({ reading, listed: { words } }: { reading: Reading; listed: ListedTask }): JSX.Element {
  const isUnsure = words.isMachine || words.isFallback
  return (
    <span className={isUnsure ? 'unsure-title' : undefined} {...langOf(words.language, reading.words.language)}>
      {words.title}
    </span>
  )
}

export function whenWords({ task }: ListedTask, { words }: Reading): string {
  const { language } = words
  if (task.doneAt) return `${words.t('plan.doneOn')}: ${shortDay(finnishDay(task.doneAt), language)}`
  if (task.dueOn) return `${words.t('plan.due')}: ${shortDay(task.dueOn, language)}`
  return words.t(task.waitsForDate ? 'plan.waitsForDate' : 'plan.anyTime')
}

export const FirstDo = ({ reading, listed }: { reading: Reading; listed: ListedTask }): JSX.Element => (
  <>
    {reading.words.t('plan.first')}:{' '}
    {listed.firstDo.map(({ title, language }, index) => (
      <span key={title}>
        {index > 0 && ' + '}
        <bdi {...langOf(language, reading.words.language)}>{title}</bdi>
      </span>
    ))}
  </>
)
