import type { ReactNode } from 'react'
import { helpView } from '../plans/help-view.service.ts'
import { titleOf, type ParticipantPlan, type ParticipantTask } from '../plans/participant-plan.service.ts'
import { Ask } from './ask.page.tsx'
import { Family, Foot, Tools } from './aside.page.tsx'
import type { HelpRequestRow } from '../help-requests/help-request.service.ts'
import type { OwnQuestion } from '../questions/question.service.ts'
import type { WorkerText } from '@kase/shared/i18n/worker/worker-texts.ts'
import type { Extras } from './extras.service.ts'
import { HomeNotes } from './home-notes.page.tsx'
import { Acknowledge, CorrectionNote, Said, WaysOn } from './task-more.page.tsx'
import { HelpBlock, RightsPage } from './help.page.tsx'
import { HomePage } from './home.page.tsx'
import { homeView } from './home-view.ts'
import { findTasks } from './search.ts'
import { BackLink } from './layout.page.tsx'
import { Note } from './note.page.tsx'
import { planDocument } from './plan-document.page.tsx'
import { TaskPage } from './task.page.tsx'
import { TickForm } from './tick-form.page.tsx'
import type { Reading } from './visit.ts'

/** The documents of a plan: each page put together from its parts, as text. */

/** What a page says of the request before it (post, redirect, get). */
export interface Flash {
  readonly kind: 'done' | 'undone'
  readonly task: ParticipantTask
}

interface PageInput {
  readonly reading: Reading
  readonly plan: ParticipantPlan
  readonly flash?: Flash | undefined
}

/** A plan that has been launched and is not finished can be ticked. */
export const canTick = ({ plan }: ParticipantPlan): boolean => plan.state === 'launched'

interface HomeInput extends PageInput {
  readonly extras: Extras
  readonly search?: string | undefined
}

export function homeDocument({ reading, plan, extras, flash, search }: HomeInput): string {
  const { words, reader } = reading
  return planDocument(
    { reading, plan },
    {
      top: (
        <span className="top__name">
          <bdi>{plan.employer.name}</bdi>
        </span>
      ),
      title: `${words.t('page.title')} · ${plan.employer.name}`,
      skipTo: 'plan',
      current: 'home',
      content: (
        <HomePage
          reading={reading}
          plan={plan}
          view={homeView(plan, reader, extras.declined)}
          {...(search && { found: { query: search, tasks: findTasks(plan, search, reader) } })}
          canTick={canTick(plan)}
          notes={
            <>
              <FlashNote reading={reading} plan={plan} flash={flash} />
              <HomeNotes reading={reading} plan={plan} extras={extras} />
            </>
          }
          family={<Family reading={reading} plan={plan} current={plan.participant.id} />}
          aside={
            <>
              <HelpBlock reading={reading} help={helpView(plan, reader)} />
              <Tools reading={reading} plan={plan} />
              <Foot reading={reading} plan={plan} />
            </>
          }
        />
      ),
    },
  )
}

interface TaskInput extends PageInput {
  readonly extras: Extras
  readonly requests: readonly HelpRequestRow[]
  /** To whom a message has just been sent. */
  readonly sent: 'employer' | 'advisor' | undefined
  readonly task: ParticipantTask
  readonly now: Date
}

export function taskDocument({ reading, plan, extras, requests, flash, sent, task, now }: TaskInput): string {
  const { words, reader, to } = reading
  const more = { reading, plan, task, extras, canTick: canTick(plan) }
  const correction = extras.corrections.get(task.id)
  return planDocument(
    { reading, plan },
    {
      top: <BackLink href={to('/')}>{words.t('page.title')}</BackLink>,
      title: titleOf(plan, task, reader).title,
      content: (
        <TaskPage
          reading={reading}
          plan={plan}
          task={task}
          now={now}
          canTick={canTick(plan) && !extras.declined.has(task.id)}
          notes={
            <>
              <FlashNote reading={reading} plan={plan} flash={flash} />
              {sent && <SentNote reading={reading} to={sent} />}
              {correction && <CorrectionNote {...more} correction={correction} />}
            </>
          }
          before={
            <>
              <Said reading={reading} requests={requests} />
              <Acknowledge {...more} />
            </>
          }
          more={<WaysOn {...more} />}
        />
      ),
    },
  )
}

function SentNote({ reading: { words }, to }: { reading: Reading; to: 'employer' | 'advisor' }): ReactNode {
  return (
    <Note icon="tick" tone="act" isNews title={words.t(to === 'employer' ? 'stuck.sentEmployer' : 'ask.sent')}>
      <p>
        {words.t(to === 'employer' ? 'stuck.answerHere' : 'ask.sentMore')} {words.t('stuck.staysInPlan')}
      </p>
    </Note>
  )
}

interface RightsInput extends PageInput {
  readonly questions: readonly OwnQuestion[]
  readonly news?: 'asked' | 'deleted' | undefined
  readonly again?: { readonly body: string; readonly error: WorkerText }
}

export function rightsDocument({ reading, plan, questions, news, again }: RightsInput): string {
  const { words, reader, to } = reading
  return planDocument(
    { reading, plan },
    {
      top: <BackLink href={to('/')}>{words.t('page.title')}</BackLink>,
      title: words.t('help.title'),
      current: 'help',
      content: (
        <RightsPage
          reading={reading}
          help={helpView(plan, reader)}
          notes={
            news && (
              <Note icon="tick" tone="act" isNews title={words.t(news === 'asked' ? 'ask.sent' : 'ask.deleted')}>
                {news === 'asked' && <p>{words.t('ask.sentMore')}</p>}
              </Note>
            )
          }
          ask={<Ask reading={reading} questions={questions} again={again} />}
        />
      ),
    },
  )
}

/** Says what has just been done, with the way back beside it. */
export function FlashNote({ reading, plan, flash }: PageInput): ReactNode {
  if (!flash) return null
  const { words, reader } = reading
  const { title } = titleOf(plan, flash.task, reader)
  const isDone = flash.kind === 'done'
  return (
    <Note
      icon="tick"
      tone="act"
      isNews
      title={words.t(isDone ? 'plan.justDone' : 'plan.justUndone')}
      action={isDone && <TickForm reading={reading} task={flash.task} look="button" />}
    >
      <p>
        <bdi>{title}</bdi>
      </p>
    </Note>
  )
}

/** Shown in place of a page that the phone does not have, while there is no connection. */
export function notSavedDocument({ reading, plan }: PageInput): string {
  const { words, to } = reading
  return planDocument(
    { reading, plan },
    {
      top: <BackLink href={to('/')}>{words.t('page.title')}</BackLink>,
      title: words.t('offline.title'),
      content: (
        <main className="form">
          <div className="task__head">
            <h1>{words.t('offline.title')}</h1>
            <p>{words.t('offline.notSaved')}</p>
          </div>
        </main>
      ),
    },
  )
}
