import type { JSX } from 'react'
import { hoursLine, hoursRows, openState, weekdayWord } from '@kase/shared/directory/opening-hours.ts'
import { languages } from '@kase/shared/locales.ts'
import { workerWords } from '@kase/shared/i18n/worker/worker-texts.ts'
import { linkFor } from '@kase/shared/text/fill-text.ts'
import {
  slotWords,
  type ParticipantPlan,
  type ParticipantTask,
  type TaskWords,
} from '../plans/participant-plan.service.ts'
import { Icon } from './icon.page.tsx'
import { fullDate } from './page-dates.ts'
import { langOf, Ltr, telHref } from './text.page.tsx'
import type { Reading } from './visit.ts'

interface PlaceProps {
  readonly reading: Reading
  readonly plan: ParticipantPlan
  readonly task: ParticipantTask
  readonly picked: TaskWords
  readonly now: Date
}

/** Where a task is done: the sign on the door, hours, map and phone; or whom to ask while nobody knows. */
export function PlaceSection({ reading, plan, task, picked, now }: PlaceProps): JSX.Element | null {
  const { words } = reading
  const { place, missingPlace } = task
  if (!place && !missingPlace && !picked.officialPage) return null
  return (
    <section className="place">
      <h2>{words.t('task.where')}</h2>
      {place && <Door reading={reading} plan={plan} place={place} now={now} />}
      {missingPlace && <Missing reading={reading} plan={plan} missing={missingPlace} />}
      {picked.officialPage && (
        <a className="btn" href={picked.officialPage} rel="noreferrer">
          <span>
            {words.t('task.officialPage')}
            <small>
              <Ltr>{hostOf(picked.officialPage)}</Ltr>
            </small>
          </span>
        </a>
      )}
      {place && (
        <p className="small muted">
          {words.t('task.checked')}: {fullDate(place.checkedOn, words.language)}
        </p>
      )}
    </section>
  )
}

type Place = NonNullable<ParticipantTask['place']>

function Door({
  reading,
  plan,
  place,
  now,
}: Pick<PlaceProps, 'reading' | 'plan' | 'now'> & { place: Place }): JSX.Element {
  const { words, reader } = reading
  const official = plan.officialLanguage
  const map = mapHref(place.position, place.address)
  const url = linkFor(place.url, reader)
  return (
    <>
      <p className="muted">{words.t('task.onDoor')}</p>
      <p className="plate plate--door" lang={official} data-tag={official.toUpperCase()}>
        <span>
          {place.officialName}
          {place.address && <small>{place.address}</small>}
          {place.hours.length > 0 && (
            <small>{hoursLine(place.hours, official, workerWords(official).t('task.closed'))}</small>
          )}
        </span>
      </p>
      {place.hours.length > 0 && <Hours reading={reading} place={place} now={now} />}
      {place.languages.length > 0 && (
        <p>
          {words.t('task.spoken')}:{' '}
          {place.languages.map((language, index) => (
            <span key={language}>
              {index > 0 && ', '}
              <bdi lang={language}>{languages[language].nativeName}</bdi>
            </span>
          ))}
        </p>
      )}
      <div className="pair">
        {map && (
          <a className="btn" href={map}>
            <Icon name="pin" />
            {words.t('task.map')}
          </a>
        )}
        {place.phone && (
          <a className="btn" href={telHref(place.phone)}>
            <Icon name="phone" />
            {words.t('task.call')}: <Ltr>{place.phone}</Ltr>
          </a>
        )}
        {place.email && (
          <a className="btn" href={`mailto:${place.email}`}>
            <span>
              {words.t('task.email')}
              <small>
                <Ltr>{place.email}</Ltr>
              </small>
            </span>
          </a>
        )}
        {url && (
          <a className="btn" href={url} rel="noreferrer">
            <span>
              {words.t('task.website')}
              <small>
                <Ltr>{hostOf(url)}</Ltr>
              </small>
            </span>
          </a>
        )}
      </div>
    </>
  )
}

function Hours({ reading: { words }, place, now }: { reading: Reading; place: Place; now: Date }): JSX.Element {
  const { language } = words
  const state = { open: 'task.openNow', 'closed-now': 'task.closedNow', 'closed-today': 'task.closedToday' } as const
  return (
    <>
      <dl className="hours">
        {hoursRows(place.hours).map(({ from, to, times }) => (
          <div key={from}>
            <dt>
              {weekdayWord(from, language)}
              {to !== from && ` – ${weekdayWord(to, language)}`}
            </dt>
            <dd>{times.length === 0 ? words.t('task.closed') : <Ltr>{times.join(', ')}</Ltr>}</dd>
          </div>
        ))}
      </dl>
      <p>
        <b>{words.t(state[openState(place.hours, now)])}</b> {words.t('task.timeInFinland')}
      </p>
    </>
  )
}

function Missing({
  reading,
  plan,
  missing,
}: Pick<PlaceProps, 'reading' | 'plan'> & { missing: NonNullable<ParticipantTask['missingPlace']> }): JSX.Element {
  const { words, reader } = reading
  const slot = slotWords(plan, missing.slot, reader)
  const ask = linkFor(missing.ask ?? undefined, reader)
  return (
    <>
      <p>
        <b {...langOf(slot.language, words.language)}>{slot.text}</b>
      </p>
      <p>{words.t('task.placeMissing')}</p>
      {ask && (
        <a className="btn" href={ask} rel="noreferrer">
          <span>
            {words.t('task.askHere')}
            <small>
              <Ltr>{hostOf(ask)}</Ltr>
            </small>
          </span>
        </a>
      )}
    </>
  )
}

const hostOf = (url: string): string => URL.parse(url)?.host.replace(/^www\./, '') ?? url

/** `geo:` opens the phone's own map; nothing is asked of anybody until the reader does. */
function mapHref(position: readonly [number, number] | undefined, address: string | undefined): string | undefined {
  if (!position && !address) return undefined
  const [latitude, longitude] = position ?? [0, 0]
  return `geo:${latitude},${longitude}${address ? `?q=${encodeURIComponent(address)}` : ''}`
}
