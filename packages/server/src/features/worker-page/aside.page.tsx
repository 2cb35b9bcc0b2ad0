import type { JSX } from 'react'
import { finnishDay } from '@kase/shared/calendar/civil-date.ts'
import { languages, type Language } from '@kase/shared/locales.ts'
import type { ParticipantPlan } from '../plans/participant-plan.service.ts'
import { othersOf } from './family.service.ts'
import { Icon } from './icon.page.tsx'
import { fullDate } from './page-dates.ts'
import { FormToken } from './tick-form.page.tsx'
import type { Reading } from './visit.ts'

/** The family switch: the reader's own plan, and what the reader may see of the others'. */
export function Family({
  reading: { words, to },
  plan,
  current,
}: {
  reading: Reading
  plan: ParticipantPlan
  current: string
}): JSX.Element | null {
  const { participant } = plan
  const others = othersOf(plan)
  if (others.length === 0) return null
  const about = ({ role, age }: ParticipantPlan['people'][number]): string =>
    [words.t(`family.${role}`), ...(age === null ? [] : [words.count('family.years', age)])].join(', ')
  return (
    <nav className="family" aria-label={words.t('family.label')}>
      <a href={to('/')} aria-current={current === participant.id ? 'page' : undefined}>
        <b>{words.t('family.me')}</b>
        <span>
          <bdi>{participant.name}</bdi>
        </span>
      </a>
      {others.map((person) => (
        <a
          key={person.id}
          href={to(`/family/${person.position}`)}
          aria-current={current === person.id ? 'page' : undefined}
        >
          <b>
            <bdi>{person.name}</bdi>
          </b>
          <span>{about(person)}</span>
        </a>
      ))}
    </nav>
  )
}

/** Keeping the plan: PDF in each language and beside the official one, calendar, text size, print. */
export function Tools({ reading, plan }: { reading: Reading; plan: ParticipantPlan }): JSX.Element {
  const { words, reader, languages: offered, to } = reading
  const official = plan.officialLanguage
  const pdf = (query: Record<string, string>): string => to('/plan.pdf', query)
  const others = offered.filter((language) => language !== reader && language !== official)
  return (
    <section className="tools">
      <h2>{words.t('tools.title')}</h2>
      <ul>
        <li>
          <details>
            <summary>
              <Icon name="save" />
              {words.t('tools.pdf')}
            </summary>
            <PdfLink href={pdf({ lang: reader })} names={[reader]} />
            {reader !== official && (
              <>
                <PdfLink href={pdf({ lang: reader, with: official })} names={[reader, official]} />
                <PdfLink href={pdf({ lang: official })} names={[official]} />
              </>
            )}
            {others.map((language) => (
              <PdfLink key={language} href={pdf({ lang: language })} names={[language]} />
            ))}
          </details>
        </li>
        <li>
          <a href={to('/calendar')}>
            <Icon name="cal" />
            {words.t('tools.calendar')}
          </a>
        </li>
        <li>
          <TextSize reading={reading} />
        </li>
        <li data-print="" hidden>
          <button type="button">
            <Icon name="print" />
            {words.t('tools.print')}
          </button>
        </li>
        <li data-install="" hidden>
          <button type="button">
            <Icon name="save" />
            {words.t('tools.install')}
          </button>
        </li>
        {!reading.visit.isByToken && (
          <li>
            <Forget reading={reading} />
          </li>
        )}
      </ul>
    </section>
  )
}

const TextSize = ({ reading: { words, isLarge, path, visit, to } }: { reading: Reading }): JSX.Element => (
  <form method="post" action={to('/text-size')}>
    <FormToken token={visit.formToken} />
    <input type="hidden" name="back" value={path} />
    <button name="size" value={isLarge ? 'normal' : 'large'}>
      <Icon name="type" />
      {words.t(isLarge ? 'tools.normal' : 'tools.larger')}
    </button>
  </form>
)

const Forget = ({ reading: { words, visit, to } }: { reading: Reading }): JSX.Element => (
  <form method="post" action={to('/forget')} data-forget="">
    <FormToken token={visit.formToken} />
    <p className="tools__hint" data-when-saved="" hidden>
      <Icon name="tick" />
      {words.t('tools.saved')}
    </p>
    <button>
      <Icon name="unseen" />
      <span>
        {words.t('tools.forget')}
        <small>{words.t('tools.forgetHint')}</small>
      </span>
    </button>
  </form>
)

const PdfLink = ({ href, names }: { href: string; names: readonly Language[] }): JSX.Element => (
  <a href={href}>
    {names.map((language, index) => (
      <span key={language}>
        {index > 0 && ' + '}
        <bdi lang={language}>{languages[language].nativeName}</bdi>
      </span>
    ))}
  </a>
)

/** Who sees what, and until when the link works. */
export function Foot({
  reading: { words, visit },
  plan: { participant },
}: {
  reading: Reading
  plan: Pick<ParticipantPlan, 'participant'>
}): JSX.Element {
  return (
    <footer className="foot">
      <div>
        <h2>{words.t('who.title')}</h2>
        <p>{words.t(participant.role === 'worker' ? 'who.worker' : 'who.family')}</p>
      </div>
      <p>
        {words.t('who.linkUntil')}: {fullDate(finnishDay(visit.expiresAt), words.language)}
      </p>
    </footer>
  )
}
