import type { ReactNode } from 'react'
import { helpView } from '../plans/help-view.service.ts'
import { wordsOf, type ParticipantPlan, type ParticipantTask } from '../plans/participant-plan.service.ts'
import { Family, Foot, Tools } from './aside.page.tsx'
import { HelpBlock, RightsPage } from './help.page.tsx'
import { HomePage } from './home.page.tsx'
import { homeView } from './home-view.ts'
import { findTasks } from './search.ts'
import { BackLink, Note } from './layout.page.tsx'
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

export function homeDocument({ reading, plan, flash, search }: PageInput & { search?: string | undefined }): string {
  const { words } = reading
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
          view={homeView(plan, reading.reader)}
          {...(search && { found: { query: search, tasks: findTasks(plan, search, reading.reader) } })}
          canTick={canTick(plan)}
          notes={<FlashNote reading={reading} plan={plan} flash={flash} />}
          family={<Family reading={reading} plan={plan} current={plan.participant.id} />}
          aside={
            <>
              <HelpBlock reading={reading} help={helpView(plan, reading.reader)} />
              <Tools reading={reading} plan={plan} />
              <Foot reading={reading} plan={plan} />
            </>
          }
        />
      ),
    },
  )
}

export function taskDocument({
  reading,
  plan,
  flash,
  task,
  now,
}: PageInput & { task: ParticipantTask; now: Date }): string {
  return planDocument(
    { reading, plan },
    {
      top: <BackLink href={reading.to('/')}>{reading.words.t('page.title')}</BackLink>,
      title: wordsOf(plan, task, reading.reader).title,
      content: (
        <TaskPage
          reading={reading}
          plan={plan}
          task={task}
          now={now}
          canTick={canTick(plan)}
          notes={<FlashNote reading={reading} plan={plan} flash={flash} />}
        />
      ),
    },
  )
}

export function rightsDocument({ reading, plan }: PageInput): string {
  return planDocument(
    { reading, plan },
    {
      top: <BackLink href={reading.to('/')}>{reading.words.t('page.title')}</BackLink>,
      title: reading.words.t('help.title'),
      current: 'help',
      content: <RightsPage reading={reading} help={helpView(plan, reading.reader)} />,
    },
  )
}

/** Says what has just been done, with the way back beside it. */
export function FlashNote({ reading, plan, flash }: PageInput): ReactNode {
  if (!flash) return null
  const { words, reader } = reading
  const { title } = wordsOf(plan, flash.task, reader)
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
