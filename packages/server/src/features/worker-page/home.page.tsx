import type { JSX, ReactNode } from 'react'
import { finnishDay } from '@kase/shared/calendar/civil-date.ts'
import { languages } from '@kase/shared/locales.ts'
import type { ParticipantPlan } from '../plans/participant-plan.service.ts'
import type { HomeView, ListedTask } from './home-view.ts'
import { Icon } from './icon.page.tsx'
import { fromToday, leafParts, shortDay, spokenDay, weekdayName } from './page-dates.ts'
import { langOf, Ltr, Plate, telHref } from './text.page.tsx'
import { TickForm } from './tick-form.page.tsx'
import type { Reading } from './visit.ts'

interface Found {
  readonly query: string
  readonly tasks: readonly ListedTask[]
}

interface HomeProps {
  readonly reading: Reading
  readonly plan: ParticipantPlan
  readonly view: HomeView
  /** Answers to what the reader has just done, and messages from the region. */
  readonly notes?: ReactNode
  readonly family: ReactNode
  readonly aside: ReactNode
  /** What a search found; undefined when nobody searches. */
  readonly found?: Found
  /** A finished plan is for reading. */
  readonly canTick: boolean
}

export const HomePage = ({ reading, plan, view, notes, family, aside, canTick, found }: HomeProps): JSX.Element => {
  const { words } = reading
  return (
    <main>
      {notes}
      <Greeting reading={reading} plan={plan} isFinished={view.total > 0 && view.done === view.total} />
      {family}
      <div className="cols">
        <div>
          {view.next.length > 0 && !found && (
            <section aria-labelledby="next">
              <h2 id="next">{words.t('plan.next')}</h2>
              <UnsureTitles reading={reading} view={view} />
              <ol className="next">
                {view.next.map((listed, index) => (
                  <NextCard
                    key={listed.task.id}
                    reading={reading}
                    plan={plan}
                    listed={listed}
                    isFirst={index === 0}
                    canTick={canTick}
                  />
                ))}
              </ol>
            </section>
          )}
          <WholePlan reading={reading} view={view} canTick={canTick} {...(found && { found })} />
        </div>
        <aside>{aside}</aside>
      </div>
    </main>
  )
}

function Greeting({
  reading: { words },
  plan: { participant, employer, municipality, officialLanguage },
  isFinished,
}: {
  reading: Reading
  plan: ParticipantPlan
  isFinished: boolean
}): JSX.Element {
  const place = municipality.name[officialLanguage] ?? municipality.name.fi ?? municipality.name.sv
  const [before = '', after = ''] = words.t(isFinished ? 'hello.finished' : 'hello.welcome').split('{name}')
  return (
    <div className="hello">
      <h1>
        {before}
        <bdi>{participant.name}</bdi>
        {after}
      </h1>
      {isFinished && <p>{words.t('hello.finishedStays')}</p>}
      <dl className="facts">
        <div>
          <dt>{words.t('hello.employer')}</dt>
          <dd>
            <bdi>{[employer.name, place].filter(Boolean).join(', ')}</bdi>
          </dd>
        </div>
        {employer.contactName && (
          <div>
            <dt>{words.t('hello.contact')}</dt>
            <dd className="facts__tel">
              <bdi>{employer.contactName}</bdi>
              {employer.contactPhone && (
                <>
                  {' '}
                  <a href={telHref(employer.contactPhone)}>
                    <Icon name="phone" />
                    <Ltr>{employer.contactPhone}</Ltr>
                  </a>
                </>
              )}
            </dd>
          </div>
        )}
      </dl>
    </div>
  )
}

/** Says once in words what the dashed edges of the titles below mean. */
function UnsureTitles({ reading: { words }, view }: { reading: Reading; view: HomeView }): JSX.Element | null {
  if (!view.hasMachine && view.fallbacks.length === 0) return null
  return (
    <p className="mark mark--page">
      {view.hasMachine && <b>{words.t('mark.machine')}</b>}
      {view.fallbacks.length > 0 && (
        <>
          <b>{words.t('mark.fallback')}</b>
          <span>
            {words.t('mark.textLanguage')}:{' '}
            {view.fallbacks.map((language, index) => (
              <span key={language}>
                {index > 0 && ', '}
                <bdi lang={language}>{languages[language].nativeName}</bdi>
              </span>
            ))}
          </span>
        </>
      )}
    </p>
  )
}

interface CardProps {
  readonly reading: Reading
  readonly plan: ParticipantPlan
  readonly listed: ListedTask
  readonly isFirst: boolean
  readonly canTick: boolean
}

function NextCard({ reading, plan, listed, isFirst, canTick }: CardProps): JSX.Element {
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

const FirstDo = ({ reading, listed }: { reading: Reading; listed: ListedTask }): JSX.Element => (
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

interface WholePlanProps {
  readonly reading: Reading
  readonly view: HomeView
  readonly canTick: boolean
  readonly found?: Found
}

function WholePlan({ reading, view, canTick, found }: WholePlanProps): JSX.Element {
  const { words, to } = reading
  if (found)
    return (
      <section className="plan" aria-labelledby="plan">
        <h2 id="plan">{words.t('search.label')}</h2>
        <Search reading={reading} query={found.query} />
        <output>{words.count('search.found', found.tasks.length)}</output>
        <ul className="phase phase--only">
          {found.tasks.map((listed) => (
            <TaskRow key={listed.task.id} reading={reading} listed={listed} canTick={canTick} />
          ))}
        </ul>
        <a className="btn btn--wide" href={to('/')}>
          {words.t('search.clear')}
        </a>
      </section>
    )
  return (
    <section className="plan" aria-labelledby="plan">
      <h2 id="plan">{words.t('plan.all')}</h2>
      <Progress words={words} done={view.done} total={view.total} />
      <Search reading={reading} query="" />
      {view.phases.map(({ phase, tasks, done, isOpen }) => (
        <details className="phase" key={phase} open={isOpen}>
          <summary>
            <Icon name="go" turns />
            {words.t(`phase.${phase}`)}
            <span>{words.t('plan.phaseProgress', { done, total: tasks.length })}</span>
          </summary>
          <ul>
            {tasks.map((listed) => (
              <TaskRow key={listed.task.id} reading={reading} listed={listed} canTick={canTick} />
            ))}
          </ul>
        </details>
      ))}
      {view.aside.length > 0 && (
        <details className="phase">
          <summary>
            <Icon name="go" turns />
            {words.t('notMine.list')}
            <span>{view.aside.length}</span>
          </summary>
          <ul>
            {view.aside.map((listed) => (
              <TaskRow key={listed.task.id} reading={reading} listed={listed} canTick={false} />
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

/** A plain form: it works without a script, and the address can be kept. */
function Search({ reading, query }: { reading: Reading; query: string }): JSX.Element {
  const { words, visit, to } = reading
  return (
    <search>
      <form className="search" action={to('/').replace(/\?.*/, '')}>
        {visit.isByToken && <input type="hidden" name="lang" value={reading.reader} />}
        <label htmlFor="q">{words.t('search.label')}</label>
        <span className="small muted" id="q-hint">
          {words.t('search.hint')}
        </span>
        <span className="search__line">
          <input id="q" name="q" type="search" defaultValue={query} maxLength={100} aria-describedby="q-hint" />
          <button className="btn">
            <Icon name="search" />
            {words.t('search.button')}
          </button>
        </span>
      </form>
    </search>
  )
}

interface RowProps {
  readonly reading: Reading
  readonly listed: ListedTask
  readonly canTick: boolean
}

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
        <span className={listed.isLate ? 'row__when row__when--late' : 'row__when'}>
          {whenWords(listed, reading)}
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

export function Progress({
  words,
  done,
  total,
}: {
  words: Reading['words']
  done: number
  total: number
}): JSX.Element {
  const share = total === 0 ? 0 : Math.round((done / total) * 1000) / 10
  return (
    <div className="progress">
      <p id="progress">{words.t('plan.progress', { done, total })}</p>
      <svg className="weave" aria-hidden="true">
        <pattern id="cloth" width="18" height="18" patternUnits="userSpaceOnUse">
          <path className="weave__cloth" d="M0 0h18v18H0z" />
          <path
            className="weave__motif"
            d="M0 2h18v1H0zM0 15h18v1H0zM9 5l4 4-4 4-4-4zM0 7.7L1.3 9 0 10.3zM18 7.7L16.7 9l1.3 1.3z"
          />
        </pattern>
        <path className="weave__warp" d="M0 2.5h4000M0 5.75h4000M0 9h4000M0 12.25h4000M0 15.5h4000" />
        <rect width={`${share}%`} height="18" fill="url(#cloth)" />
      </svg>
    </div>
  )
}
