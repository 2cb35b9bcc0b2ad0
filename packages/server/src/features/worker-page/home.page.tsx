import type { JSX, ReactNode } from 'react'
import { languages } from '@kase/shared/locales.ts'
import type { ParticipantPlan } from '../plans/participant-plan.service.ts'
import type { HomeView } from './home-view.ts'
import { Icon } from './icon.page.tsx'
import { NextCard } from './next-card.page.tsx'
import { Ltr, telHref } from './text.page.tsx'
import type { Reading } from './visit.ts'
import { WholePlan, type Found } from './whole-plan.page.tsx'

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
