import { randomUUID } from 'node:crypto'
import type { JSX } from 'react'
import type { ParticipantTask } from '../plans/participant-plan.service.ts'
import { Icon } from './icon.page.tsx'
import type { Reading } from './visit.ts'

interface TickFormProps {
  readonly reading: Reading
  readonly task: Pick<ParticipantTask, 'id' | 'doneAt'>
  /** `box`: the small square of a row; `button`: a button with a word; `wide`: the end of a task's page. */
  readonly look: 'box' | 'button' | 'wide'
  /** Names the task for screen readers where only a square is seen. */
  readonly title?: string
}

/** Marks a task done or takes the mark away: a form, because a GET never ticks. */
export function TickForm({ reading, task, look, title }: TickFormProps): JSX.Element {
  const { words, visit, to } = reading
  const isDone = task.doneAt !== null
  const word = words.t(isDone ? 'plan.undo' : 'plan.done')
  return (
    <form method="post" action={to(isDone ? '/undo' : '/done')} data-tick={task.id}>
      <FormToken token={visit.formToken} />
      <input type="hidden" name="task" value={task.id} />
      <input type="hidden" name="back" value={reading.path} />
      <button
        className={look === 'box' ? undefined : look === 'wide' ? wideClass(isDone) : 'btn'}
        aria-label={title === undefined ? undefined : `${word}: ${title}`}
      >
        {(look === 'box' || !isDone) && (
          <span className={isDone ? 'box box--on' : 'box'}>{isDone && <Icon name="tick" />}</span>
        )}
        {look !== 'box' && word}
      </button>
    </form>
  )
}

const wideClass = (isDone: boolean): string => (isDone ? 'btn btn--wide' : 'btn btn--act btn--wide')

export const FormToken = ({ token }: { token: string }): JSX.Element => (
  <input type="hidden" name="form" value={token} />
)

/** Names what a form will make, so that sending it twice makes it once. */
export const Once = (): JSX.Element => <input type="hidden" name="once" value={randomUUID()} />
