import type { JSX } from 'react'
import type { HomeView, ListedTask } from './home-view.ts'
import { Icon } from './icon.page.tsx'
import { TaskRow } from './task-row.page.tsx'
import type { Reading } from './visit.ts'

/** What a search found. */
export interface Found {
  readonly query: string
  readonly tasks: readonly ListedTask[]
}

interface WholePlanProps {
  readonly reading: Reading
  readonly view: HomeView
  readonly canTick: boolean
  readonly found?: Found
}

/** The plan by phases with its progress; or what a search found. */
export function WholePlan({ reading, view, canTick, found }: WholePlanProps): JSX.Element {
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

function Progress({ words, done, total }: { words: Reading['words']; done: number; total: number }): JSX.Element {
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
