import type { JSX } from 'react'
import { directionOf, type Language } from '@kase/shared/locales.ts'
import { workerWords, type WorkerText, type WorkerWords } from '@kase/shared/i18n/worker/worker-texts.ts'
import { plainText } from '@kase/shared/text/rich-text.ts'
import { wordsOf, type ParticipantPlan, type ParticipantTask } from '../plans/participant-plan.service.ts'
import { BackLink, renderDocument } from './layout.page.tsx'
import { fullDate, officialDay } from './page-dates.ts'
import { phoneOf } from './plan-document.page.tsx'
import { langOf } from './text.page.tsx'
import type { Reading } from './visit.ts'

interface ClerkProps {
  readonly reading: Reading
  readonly plan: ParticipantPlan
  readonly task: ParticipantTask
}

/**
 * A task shown to the person at the desk: the official language large, the reader's own words below each line. It says
 * nothing of permits or of the family beyond the task itself.
 */
export function clerkDocument({ reading, plan, task }: ClerkProps): string {
  const { words, reader, to } = reading
  const official = plan.officialLanguage
  const theirs = wordsOf(plan, task, official)
  const own = wordsOf(plan, task, reader)
  const speak: Speak = { official, theirs: workerWords(official), own: words }
  return renderDocument({
    words,
    title: own.title,
    colour: null,
    bodyClass: 'clerk',
    hasBand: false,
    ...phoneOf(reading),
    top: (
      <header>
        <BackLink href={to(`/task/${task.key}`)}>{words.t('page.back')}</BackLink>
      </header>
    ),
    children: (
      <main>
        <p className="clerk__say" lang={official} dir="ltr">
          {speak.theirs.t(`clerk.hello-${official}`)}
        </p>
        <p className="clerk__own">{words.t(`clerk.hello-${official}`)}</p>
        <h1 {...langOf(theirs.language, words.language)} dir={directionOf(theirs.language)}>
          {theirs.title}
        </h1>
        <p className="clerk__own" {...langOf(own.language, words.language)}>
          {own.title}
        </p>
        <ul className="clerk__lines">
          {task.dueOn && (
            <Line
              speak={speak}
              label="clerk.by"
              theirs={officialDay(task.dueOn, official)}
              own={fullDate(task.dueOn, words.language)}
            />
          )}
          <WorkLines plan={plan} task={task} speak={speak} />
          {theirs.bring.length > 0 && (
            <Line
              speak={speak}
              label="clerk.bring"
              theirs={theirs.bring.map(plainText).join(', ')}
              theirsLanguage={theirs.language}
              own={own.bring.map(plainText).join(', ')}
              ownLanguage={own.language}
            />
          )}
        </ul>
        <Answers speak={speak} />
      </main>
    ),
  })
}

/** The two languages of the page: the clerk's and the reader's. */
interface Speak {
  readonly official: 'fi' | 'sv'
  readonly theirs: WorkerWords
  readonly own: WorkerWords
}

interface LineProps {
  readonly speak: Speak
  readonly label: WorkerText
  readonly theirs: string
  readonly theirsLanguage?: Language
  readonly own: string
  readonly ownLanguage?: Language
}

/** `label: value` twice, so that no value has to be inflected. */
const Line = ({ speak, label, theirs, theirsLanguage, own, ownLanguage }: LineProps): JSX.Element => (
  <li>
    <b lang={speak.official} dir="ltr">
      {speak.theirs.t(label)}: <bdi lang={theirsLanguage}>{theirs}</bdi>
    </b>
    <span className="clerk__own">
      {speak.own.t(label)}: <bdi lang={ownLanguage}>{own}</bdi>
    </span>
  </li>
)

/** Where the worker works and from when; a partner's or a child's errand says nothing of it. */
function WorkLines({ plan, task, speak }: Omit<ClerkProps, 'reading'> & { speak: Speak }): JSX.Element | null {
  const { participant, employer, dates, municipality, officialLanguage } = plan
  if (participant.role !== 'worker' || task.assignee === 'child') return null
  const firstDay = dates['first-day']
  const name = [employer.name, municipality.name[officialLanguage]].filter(Boolean).join(', ')
  return (
    <>
      {firstDay && (
        <Line
          speak={speak}
          label="clerk.startsWork"
          theirs={officialDay(firstDay, speak.official)}
          own={fullDate(firstDay, speak.own.language)}
        />
      )}
      <Line speak={speak} label="clerk.employer" theirs={name} own={name} />
    </>
  )
}

const answers = ['clerk.done', 'clerk.paper', 'clerk.again', 'clerk.elsewhere'] as const

const Answers = ({ speak }: { speak: Speak }): JSX.Element => (
  <>
    <h2 lang={speak.official} dir="ltr">
      {speak.theirs.t('clerk.point')}
    </h2>
    <p className="clerk__own">{speak.own.t('clerk.point')}</p>
    <ul className="clerk__answers">
      {answers.map((answer) => (
        <li key={answer}>
          <b lang={speak.official} dir="ltr">
            {speak.theirs.t(answer)}
          </b>
          <span className="clerk__own">{speak.own.t(answer)}</span>
        </li>
      ))}
    </ul>
  </>
)
