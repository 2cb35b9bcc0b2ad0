import type { JSX, ReactNode } from 'react'
import { finnishDay } from '@kase/shared/calendar/civil-date.ts'
import type { RichText } from '@kase/shared/text/rich-text.ts'
import {
  wordsOf,
  type ParticipantPlan,
  type ParticipantTask,
  type TaskWords,
} from '../plans/participant-plan.service.ts'
import { Icon } from './icon.page.tsx'
import { fromToday, fullDate, longDay, officialDay, shortDay } from './page-dates.ts'
import { Order } from './task-order.page.tsx'
import { PlaceSection } from './place.page.tsx'
import { langOf, Plate, Rich, Unsure } from './text.page.tsx'
import { TickForm } from './tick-form.page.tsx'
import type { Reading } from './visit.ts'

interface TaskPageProps {
  readonly reading: Reading
  readonly plan: ParticipantPlan
  readonly task: ParticipantTask
  readonly now: Date
  readonly canTick: boolean
  readonly notes?: ReactNode
  /** What stands before "done": what was said, what is to be confirmed. */
  readonly before?: ReactNode
  /** Ways on besides "done": stuck, not for me, acknowledge. */
  readonly more?: ReactNode
}

export function TaskPage({ reading, plan, task, now, canTick, notes, before, more }: TaskPageProps): JSX.Element {
  const { words, reader } = reading
  const picked = wordsOf(plan, task, reader)
  const { sourceLanguage } = plan.versions.get(task.row.textVersionId) ?? {}
  const original =
    picked.isMachine && sourceLanguage && sourceLanguage !== picked.language
      ? wordsOf(plan, task, sourceLanguage)
      : undefined
  return (
    <main className="task">
      {notes}
      <Head reading={reading} plan={plan} task={task} picked={picked} />
      {!task.doneAt && <Due reading={reading} plan={plan} task={task} />}
      <Unsure
        picked={picked}
        page={words.language}
        words={words}
        original={original && <Original words={original} reading={reading} />}
      >
        <div className="task__text">
          <button
            className="btn"
            type="button"
            hidden
            data-read={words.t('task.readAloud')}
            data-stop={words.t('task.stopReading')}
            {...langOf(words.language, picked.language)}
          >
            <Icon name="talk" />
            {words.t('task.readAloud')}
          </button>
          <Texts picked={picked} reading={reading} />
        </div>
      </Unsure>
      {task.note && (
        <section>
          <h2>{words.t('task.note')}</h2>
          <p className="note note--act" dir="auto">
            <span>{task.note}</span>
          </p>
        </section>
      )}
      <PlaceSection reading={reading} plan={plan} task={task} picked={picked} now={now} />
      <Order reading={reading} plan={plan} task={task} />
      {before}
      <section className="end">
        {task.doneAt && (
          <p className="done">
            <Icon name="tick" />
            {words.t('plan.doneOn')}: {shortDay(finnishDay(task.doneAt), words.language)}
          </p>
        )}
        {canTick && <TickForm reading={reading} task={task} look="wide" />}
        {more}
      </section>
    </main>
  )
}

interface PartProps {
  readonly reading: Reading
  readonly plan: ParticipantPlan
  readonly task: ParticipantTask
}

function Head({ reading, plan, task, picked }: PartProps & { picked: TaskWords }): JSX.Element {
  const { words, to } = reading
  const { officialLanguage: official } = plan
  return (
    <div className="task__head">
      <p className="muted">
        {words.t(`phase.${task.phase}`)} · {words.t('task.position', { number: task.number, total: plan.tasks.length })}
        {task.assignee === 'child' && ` · ${words.t('task.child')}`}
      </p>
      <h1 {...langOf(picked.language, words.language)}>{picked.title}</h1>
      {task.officialName && <Plate {...task.officialName} />}
      {reading.reader !== official && (
        <a className="btn btn--stack btn--wide" href={to(`/task/${task.key}/clerk`)}>
          <Icon name="talk" />
          <span>
            {words.t(`task.show-${official}`)}
            <small>{words.t('task.showHint')}</small>
          </span>
        </a>
      )}
    </div>
  )
}

function Due({ reading: { words, to }, plan, task }: PartProps): JSX.Element {
  const { language } = words
  if (task.dueOn === null)
    return (
      <section className="due due--open">
        <p className="due__date">{words.t(task.waitsForDate ? 'plan.waitsForDate' : 'plan.anyTime')}</p>
      </section>
    )
  const isLate = task.dueOn < plan.today
  return (
    <section className={isLate ? 'due due--late' : 'due'}>
      <div>
        <p>{words.t('plan.due')}</p>
        <p className="due__date">{longDay(task.dueOn, language)}</p>
        <p>
          {fromToday(task.dueOn, plan.today, words)}
          {isLate && `. ${words.t('plan.stillPossible')}`}
        </p>
        {task.rolledFrom && (
          <p className="small">{words.t('plan.movedFrom', { date: fullDate(task.rolledFrom, language) })}</p>
        )}
      </div>
      {language !== plan.officialLanguage && (
        <Plate name={officialDay(task.dueOn, plan.officialLanguage)} language={plan.officialLanguage} />
      )}
      <a className="btn" href={to(`/task/${task.key}/task.ics`)} download>
        <Icon name="cal" />
        {words.t('task.addToCalendar')}
      </a>
    </section>
  )
}

function Texts({ picked, reading: { words } }: { picked: TaskWords; reading: Reading }): JSX.Element {
  // Headings stand in the page's language, also between lines that stand in another.
  const own = langOf(words.language, picked.language)
  return (
    <>
      {picked.steps.length > 0 && (
        <section>
          <h2 {...own}>{words.t('task.what')}</h2>
          <ol className="steps">
            {picked.steps.map((step, index) => (
              <li key={index}>
                <Rich text={step} as="span" />
              </li>
            ))}
          </ol>
        </section>
      )}
      {picked.why && (
        <section>
          <h2 {...own}>{words.t('task.why')}</h2>
          <Rich text={picked.why} />
        </section>
      )}
      {picked.bring.length > 0 && (
        <section>
          <h2 {...own}>{words.t('task.bring')}</h2>
          <Lines lines={picked.bring} />
        </section>
      )}
    </>
  )
}

const Lines = ({ lines }: { lines: readonly RichText[] }): JSX.Element => (
  <ul className="list">
    {lines.map((line, index) => (
      <li key={index}>
        <Rich text={line} as="span" />
      </li>
    ))}
  </ul>
)

/** The source text in full, to compare a machine translation with. */
const Original = ({ words, reading }: { words: TaskWords; reading: Reading }): JSX.Element => (
  <div {...langOf(words.language, reading.words.language)} className="original__text">
    <p>
      <b>{words.title}</b>
    </p>
    {words.steps.length > 0 && (
      <ol className="steps">
        {words.steps.map((step, index) => (
          <li key={index}>
            <Rich text={step} as="span" />
          </li>
        ))}
      </ol>
    )}
    {words.why && <Rich text={words.why} />}
    {words.bring.length > 0 && <Lines lines={words.bring} />}
  </div>
)
