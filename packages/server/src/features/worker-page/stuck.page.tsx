import type { JSX } from 'react'
import { stuckReasons, type StuckReason } from '@kase/shared/plans/stuck.schema.ts'
import type { WorkerText } from '@kase/shared/i18n/worker/worker-texts.ts'
import { titleOf, type ParticipantPlan, type ParticipantTask } from '../plans/participant-plan.service.ts'
import { Icon } from './icon.page.tsx'
import { BackLink } from './layout.page.tsx'
import { planDocument } from './plan-document.page.tsx'
import { langOf } from './text.page.tsx'
import { FormToken, Once } from './tick-form.page.tsx'
import type { Reading } from './visit.ts'

interface StuckProps {
  readonly reading: Reading
  readonly plan: ParticipantPlan
  readonly task: ParticipantTask
  /** What was typed before and why it was not taken. */
  readonly again?: { readonly reason: StuckReason | null; readonly body: string; readonly error: WorkerText }
}

/** What does not work, and two buttons that each name who reads it: no reader is chosen for anybody. */
export function stuckDocument({ reading, plan, task, again }: StuckProps): string {
  const { words, reader, to, visit } = reading
  const { title, language } = titleOf(plan, task, reader)
  return planDocument(
    { reading, plan },
    {
      top: <BackLink href={to(`/task/${task.key}`)}>{words.t('page.back')}</BackLink>,
      title: words.t('stuck.title'),
      content: (
        <main>
          <form className="form" method="post" data-queue action={to(`/task/${task.key}/stuck`)}>
            <FormToken token={visit.formToken} />
            <Once />
            <div className="task__head">
              <p className="muted">
                <bdi {...langOf(language, words.language)}>{title}</bdi>
              </p>
              <h1>{words.t('stuck.title')}</h1>
              <p>{words.t('stuck.choose')}</p>
            </div>
            {again && <FormError text={words.t(again.error)} />}
            <fieldset>
              <legend className="hidden">{words.t('stuck.title')}</legend>
              {stuckReasons.map((reason) => (
                <label className="choice" key={reason}>
                  <input type="radio" name="reason" value={reason} defaultChecked={again?.reason === reason} />
                  {words.t(`stuck.${reason}`)}
                </label>
              ))}
            </fieldset>
            <OwnWords
              label={words.t('ask.own')}
              hint={words.t('stuck.ownHint')}
              text={again?.body ?? ''}
              isWrong={again !== undefined}
            />
            <Readers reading={reading} plan={plan} task={task} />
          </form>
        </main>
      ),
    },
  )
}

function Readers({ reading: { words }, plan: { employer }, task }: Omit<StuckProps, 'again'>): JSX.Element {
  const { contactName, name } = employer
  return (
    <div className="send">
      <h2>{words.t('stuck.to')}</h2>
      {!task.row.isPrivate && (
        <button className="btn btn--stack" name="to" value="employer">
          <Icon name="talk" />
          <span>
            {words.t('stuck.toEmployer')}
            <small>
              {words.t('stuck.readers')}: <bdi>{[contactName, name].filter(Boolean).join(', ')}</bdi>
            </small>
          </span>
        </button>
      )}
      <button className="btn btn--stack btn--help" name="to" value="advisor">
        <Icon name="ring" />
        <span>
          {words.t('stuck.toAdvisor')}
          <small>{words.t('stuck.advisorReads')}</small>
        </span>
      </button>
      <p className="muted">{words.t('stuck.answerHere')}</p>
    </div>
  )
}

interface OwnWordsProps {
  readonly label: string
  readonly hint: string
  readonly text: string
  readonly isWrong: boolean
  readonly isLabelHidden?: boolean
}

/** A field for a few lines in any language; its direction follows what is written. */
export const OwnWords = ({ label, hint, text, isWrong, isLabelHidden = false }: OwnWordsProps): JSX.Element => (
  <div className="field">
    <label htmlFor="own" className={isLabelHidden ? 'hidden' : undefined}>
      {label}
    </label>
    <p className="muted" id="own-hint">
      {hint}
    </p>
    <textarea
      id="own"
      name="body"
      dir="auto"
      maxLength={2000}
      defaultValue={text}
      aria-invalid={isWrong || undefined}
      aria-describedby={isWrong ? 'form-error own-hint' : 'own-hint'}
    />
  </div>
)

export const FormError = ({ text }: { text: string }): JSX.Element => (
  <p className="error" id="form-error" role="alert">
    <Icon name="new" />
    <span>{text}</span>
  </p>
)
