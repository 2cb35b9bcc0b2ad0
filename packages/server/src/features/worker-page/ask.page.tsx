import type { JSX } from 'react'
import type { WorkerText } from '@kase/shared/i18n/worker/worker-texts.ts'
import type { OwnQuestion } from '../questions/question.service.ts'
import { dayAndTime } from './page-dates.ts'
import { FormError, OwnWords } from './stuck.page.tsx'
import { FormToken, Once } from './tick-form.page.tsx'
import type { Reading } from './visit.ts'

interface AskProps {
  readonly reading: Reading
  /** What this phone has asked. */
  readonly questions: readonly OwnQuestion[]
  readonly again?: { readonly body: string; readonly error: WorkerText } | undefined
}

/** A private question to the region's advisor, and what was asked before with its answers. */
export const Ask = ({ reading, questions, again }: AskProps): JSX.Element => {
  const { words, to, visit } = reading
  return (
    <>
      <form method="post" className="field" id="ask" data-queue action={to('/ask')}>
        <FormToken token={visit.formToken} />
        <Once />
        <h2>{words.t('ask.title')}</h2>
        {again && <FormError text={words.t(again.error)} />}
        <OwnWords
          label={words.t('ask.own')}
          hint={words.t('ask.hint')}
          text={again?.body ?? ''}
          isWrong={again !== undefined}
          isLabelHidden
        />
        <p className="small muted">{words.t('ask.thisPhone')}</p>
        <button className="btn btn--help">{words.t('ask.send')}</button>
      </form>
      {questions.length > 0 && (
        <section>
          <h2>{words.t('ask.mine')}</h2>
          <ul className="who">
            {questions.map((question) => (
              <Question key={question.id} reading={reading} question={question} />
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function Question({ reading, question }: { reading: Reading; question: OwnQuestion }): JSX.Element {
  const { words, to, visit } = reading
  const { id, taskTitle, reason, body, askedAt, answer, answeredAt } = question
  return (
    <li>
      <span className="small muted">{dayAndTime(askedAt, words.language)}</span>
      {taskTitle && <bdi className="small">{taskTitle}</bdi>}
      {reason && <b>{words.t(`stuck.${reason}`)}</b>}
      {body && (
        <p className="said" dir="auto">
          {body}
        </p>
      )}
      {answer && answeredAt ? (
        <div className="answer">
          <b>{words.t('ask.answer')}</b>
          <p className="said" dir="auto">
            {answer}
          </p>
          <span className="small muted">{dayAndTime(answeredAt, words.language)}</span>
        </div>
      ) : (
        <span className="muted">{words.t('ask.waiting')}</span>
      )}
      <form method="post" action={to('/question/delete')}>
        <FormToken token={visit.formToken} />
        <input type="hidden" name="id" value={id} />
        <button className="btn">{words.t('ask.delete')}</button>
      </form>
    </li>
  )
}
