import { declineReasons, type DeclineReason } from '@kase/shared/plans/stuck.schema.ts'
import type { WorkerText } from '@kase/shared/i18n/worker/worker-texts.ts'
import { titleOf, type ParticipantPlan, type ParticipantTask } from '../plans/participant-plan.service.ts'
import { BackLink } from './layout.page.tsx'
import { planDocument } from './plan-document.page.tsx'
import { langOf } from './text.page.tsx'
import { FormToken } from './tick-form.page.tsx'
import type { Reading } from './visit.ts'

interface NotMineProps {
  readonly reading: Reading
  readonly plan: ParticipantPlan
  readonly task: ParticipantTask
}

const reasonWords: Record<DeclineReason, WorkerText> = {
  already: 'notMine.already',
  'not-needed': 'notMine.notNeeded',
  wrong: 'notMine.wrong',
}

/** Puts a task aside, with a reason; it says who sees the choice. */
export function notMineDocument({ reading, plan, task }: NotMineProps): string {
  const { words, reader, to, visit } = reading
  const { title, language } = titleOf(plan, task, reader)
  return planDocument(
    { reading, plan },
    {
      top: <BackLink href={to(`/task/${task.key}`)}>{words.t('page.back')}</BackLink>,
      title: words.t('notMine.title'),
      content: (
        <main>
          <form className="form" method="post" data-queue action={to(`/task/${task.key}/not-mine`)}>
            <FormToken token={visit.formToken} />
            <div className="task__head">
              <p className="muted">
                <bdi {...langOf(language, words.language)}>{title}</bdi>
              </p>
              <h1>{words.t('notMine.title')}</h1>
              <p>{words.t('notMine.lead')}</p>
            </div>
            <fieldset>
              <legend>{words.t('notMine.why')}</legend>
              {declineReasons.map((reason, index) => (
                <label className="choice" key={reason}>
                  <input type="radio" name="reason" value={reason} defaultChecked={index === 0} />
                  {words.t(reasonWords[reason])}
                </label>
              ))}
            </fieldset>
            <div className="send">
              <p className="muted">{words.t(task.row.isPrivate ? 'notMine.familySees' : 'notMine.employerSees')}</p>
              <button className="btn btn--act btn--wide">{words.t('notMine.button')}</button>
            </div>
          </form>
        </main>
      ),
    },
  )
}
