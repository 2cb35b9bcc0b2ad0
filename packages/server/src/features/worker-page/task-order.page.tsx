import type { JSX } from 'react'
import type { WorkerText } from '@kase/shared/i18n/worker/worker-texts.ts'
import type { Assignee } from '@kase/shared/templates/template.schema.ts'
import { titleOfOther, titleOf, type ParticipantPlan, type ParticipantTask } from '../plans/participant-plan.service.ts'
import { Icon } from './icon.page.tsx'
import { langOf } from './text.page.tsx'
import type { Reading } from './visit.ts'

interface OrderProps {
  readonly reading: Reading
  readonly plan: ParticipantPlan
  readonly task: ParticipantTask
}

/** What a task waits for and what it unlocks. */
export function Order({ reading, plan, task }: OrderProps): JSX.Element | null {
  const { words, reader, to } = reading
  const before = task.row.definition.requires.flatMap((key) => plan.tasks.find((each) => each.key === key) ?? [])
  const after = task.unlocks.flatMap((number) => plan.tasks[number - 1] ?? [])
  if (before.length + after.length + task.waitsForOthers.length === 0) return null
  const link = (other: ParticipantTask, word: string): JSX.Element => {
    const { title, language } = titleOf(plan, other, reader)
    return (
      <a key={other.id} href={to(`/task/${other.key}`)}>
        <span>{word}</span>
        <span>
          <bdi {...langOf(language, words.language)}>{title}</bdi>
          {other.doneAt && (
            <span className="chain__state">
              <Icon name="tick" />
              {words.t('task.ready')}
            </span>
          )}
        </span>
      </a>
    )
  }
  return (
    <section>
      <h2>{words.t('task.order')}</h2>
      <div className="chain">
        {before.map((other) => link(other, words.t('plan.first')))}
        {task.waitsForOthers.map((other) => (
          <p className="chain__other" key={other.key}>
            <span>{words.t('plan.first')}</span>
            <span>
              <bdi>{titleOfOther(plan, other, reader)}</bdi>
              <small>{words.t(doerWord(other.assignee))}</small>
            </span>
          </p>
        ))}
        {after.map((other) => link(other, words.t('task.then')))}
      </div>
    </section>
  )
}

const doerWord = (assignee: Assignee): WorkerText =>
  assignee === 'worker' || assignee === 'partner' || assignee === 'child' ? `family.${assignee}` : 'hello.employer'
