import type { JSX, ReactNode } from 'react'
import type { ParticipantPlan } from '../plans/participant-plan.service.ts'
import { Family } from './aside.page.tsx'
import { listTask } from './home-view.ts'
import { BackLink } from './layout.page.tsx'
import { TaskRow, TaskTitle, whenWords } from './task-row.page.tsx'
import { planDocument } from './plan-document.page.tsx'
import type { Reading } from './visit.ts'

interface FamilyProps {
  readonly reading: Reading
  /** The reader's own plan: a child's tasks stand in it. */
  readonly plan: ParticipantPlan
  readonly person: ParticipantPlan['participant']
  /** The plan of another adult; of it only titles and dates are shown. */
  readonly theirs?: ParticipantPlan | undefined
  readonly canTick: boolean
  readonly notes?: ReactNode
}

/** What a reader sees of somebody else in the family: a child's tasks in full, another adult's by title and date. */
export function familyDocument({ reading, plan, person, theirs, canTick, notes }: FamilyProps): string {
  const { words, to } = reading
  const named = (text: string): JSX.Element => {
    const [before = '', after = ''] = text.split('{name}')
    return (
      <>
        {before}
        <bdi>{person.name}</bdi>
        {after}
      </>
    )
  }
  return planDocument(
    { reading, plan },
    {
      top: <BackLink href={to('/')}>{words.t('page.title')}</BackLink>,
      title: words.t('family.planOf', { name: person.name }),
      content: (
        <main>
          {notes}
          <div className="hello">
            <h1>{named(words.t('family.planOf'))}</h1>
            <p>{theirs ? named(words.t('family.adult')) : words.t('family.children')}</p>
          </div>
          <Family reading={reading} plan={plan} current={person.id} />
          {theirs ? (
            <Titles reading={reading} plan={theirs} />
          ) : (
            <ChildTasks reading={reading} plan={plan} canTick={canTick} />
          )}
        </main>
      ),
    },
  )
}

function ChildTasks({
  reading,
  plan,
  canTick,
}: {
  reading: Reading
  plan: ParticipantPlan
  canTick: boolean
}): JSX.Element {
  const tasks = plan.tasks.filter(({ assignee }) => assignee === 'child')
  if (tasks.length === 0) return <p>{reading.words.t('family.noTasks')}</p>
  return (
    <ul className="phase phase--only">
      {tasks.map((task) => (
        <TaskRow key={task.id} reading={reading} listed={listTask(plan, task, reading.reader)} canTick={canTick} />
      ))}
    </ul>
  )
}

function Titles({ reading, plan }: { reading: Reading; plan: ParticipantPlan }): JSX.Element {
  const tasks = plan.tasks.filter(({ assignee }) => assignee === plan.participant.role)
  if (tasks.length === 0) return <p>{reading.words.t('family.noTasks')}</p>
  return (
    <ul className="phase phase--only">
      {tasks.map((task) => {
        const listed = listTask(plan, { ...task, doneAt: null }, reading.reader)
        return (
          <li className="row row--title" key={task.id}>
            <p>
              <b>
                <TaskTitle reading={reading} listed={listed} />
              </b>
              <span className="row__when">{whenWords(listed, reading)}</span>
            </p>
          </li>
        )
      })}
    </ul>
  )
}
