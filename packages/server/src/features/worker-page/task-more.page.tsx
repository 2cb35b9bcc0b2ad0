import type { JSX } from 'react'
import type { HelpRequestRow } from '../help-requests/help-request.service.ts'
import { titleOf, wordsOf, type ParticipantPlan, type ParticipantTask } from '../plans/participant-plan.service.ts'
import type { Correction } from '../plans/acknowledgement.service.ts'
import type { Extras } from './extras.service.ts'
import { Icon } from './icon.page.tsx'
import { Note } from './note.page.tsx'
import { dayAndTime } from './page-dates.ts'
import { langOf, Rich } from './text.page.tsx'
import { FormToken } from './tick-form.page.tsx'
import type { Reading } from './visit.ts'

/** What a task's page has besides the task: what changed, what was said, and the ways on when it cannot be done. */

interface MoreProps {
  readonly reading: Reading
  readonly plan: ParticipantPlan
  readonly task: ParticipantTask
  readonly extras: Extras
  readonly canTick: boolean
}

/** The ways on besides "done". A task about rights or help cannot be put aside. */
export function WaysOn({ reading, task, extras, canTick }: MoreProps): JSX.Element | null {
  const { words, to, visit } = reading
  if (!canTick) return null
  if (extras.declined.has(task.id))
    return (
      <form method="post" data-queue action={to('/take-back')}>
        <FormToken token={visit.formToken} />
        <input type="hidden" name="task" value={task.id} />
        <button className="btn btn--wide">{words.t('notMine.takeBack')}</button>
      </form>
    )
  if (task.doneAt) return null
  return (
    <>
      <a className="btn btn--wide" href={to(`/task/${task.key}/stuck`)}>
        <Icon name="ask" />
        {words.t('stuck.button')}
      </a>
      {!task.row.definition.locked && (
        <a className="btn btn--wide btn--quiet" href={to(`/task/${task.key}/not-mine`)}>
          {words.t('notMine.button')}
        </a>
      )}
    </>
  )
}

/** "I have read and understood", where the template asks for it. */
export function Acknowledge({ reading, plan, task, extras, canTick }: MoreProps): JSX.Element | null {
  const { words } = reading
  if (!task.acknowledge) return null
  const at = extras.confirmed.get(task.id)
  return (
    <section className="acknowledge">
      {at ? (
        <p className="done">
          <Icon name="tick" />
          {words.t('acknowledge.done')}: {dayAndTime(at, words.language)}
        </p>
      ) : (
        <>
          <h2>{words.t('acknowledge.title')}</h2>
          {canTick && (
            <ConfirmForm
              reading={reading}
              task={task}
              versionId={task.row.textVersionId}
              language={titleOf(plan, task, reading.reader).language}
              label={words.t('acknowledge.button')}
            />
          )}
        </>
      )}
    </section>
  )
}

interface ConfirmProps {
  readonly reading: Reading
  readonly task: ParticipantTask
  readonly versionId: string
  readonly language: string
  readonly label: string
}

/** Confirms a reading: the form names the version and the language that stood on the page. */
const ConfirmForm = ({ reading, task, versionId, language, label }: ConfirmProps): JSX.Element => (
  <form method="post" data-queue action={reading.to('/acknowledge')}>
    <FormToken token={reading.visit.formToken} />
    <input type="hidden" name="task" value={task.id} />
    <input type="hidden" name="version" value={versionId} />
    <input type="hidden" name="language" value={language} />
    <input type="hidden" name="back" value={reading.path} />
    <button className="btn btn--wide">{label}</button>
  </form>
)

/** An urgent change of the rules: the new words, and a way to say that they were read. */
export function CorrectionNote({
  reading,
  plan,
  task,
  correction,
  canTick,
}: Omit<MoreProps, 'extras'> & { correction: Correction }): JSX.Element {
  const { words, reader } = reading
  const { version } = correction
  const versions = new Map([...plan.versions, [version.versionId, version]])
  const row = { ...task.row, textVersionId: version.versionId }
  const next = wordsOf({ versions, valuesFor: plan.valuesFor }, { row, place: task.place }, reader)
  return (
    <Note icon="new" tone="late" title={words.t('correction.title')}>
      <div {...langOf(next.language, words.language)} className="correction">
        <p>
          <b>{next.title}</b>
        </p>
        {next.steps.length > 0 && (
          <ol className="steps">
            {next.steps.map((step, index) => (
              <li key={index}>
                <Rich text={step} as="span" />
              </li>
            ))}
          </ol>
        )}
        {next.why && <Rich text={next.why} />}
      </div>
      {(next.isMachine || next.isFallback) && (
        <p className="mark">
          <b>{words.t(next.isFallback ? 'mark.fallback' : 'mark.machine')}</b>
        </p>
      )}
      {canTick && !correction.isSeen && (
        <ConfirmForm
          reading={reading}
          task={task}
          versionId={version.versionId}
          language={next.language}
          label={words.t('correction.seen')}
        />
      )}
    </Note>
  )
}

/** What was sent to the employer about this task, and what came back. */
export function Said({
  reading: { words },
  requests,
}: {
  reading: Reading
  requests: readonly HelpRequestRow[]
}): JSX.Element | null {
  if (requests.length === 0) return null
  return (
    <section>
      <h2>{words.t('stuck.yourMessage')}</h2>
      <ul className="who">
        {requests.map(({ id, reason, body, sentAt, answer, answeredAt }) => (
          <li key={id}>
            <span className="small muted">{dayAndTime(sentAt, words.language)}</span>
            {reason && <b>{words.t(`stuck.${reason}`)}</b>}
            {body && (
              <p className="said" dir="auto">
                {body}
              </p>
            )}
            {answer && answeredAt ? (
              <div className="answer">
                <b>{words.t('stuck.answered')}</b>
                <p className="said" dir="auto">
                  {answer}
                </p>
                <span className="small muted">{dayAndTime(answeredAt, words.language)}</span>
              </div>
            ) : (
              <span className="muted">{words.t('ask.waiting')}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
