import { Button } from '@mantine/core'
import { IconShieldLock } from '@tabler/icons-react'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PersonAvatar } from '../../components/person-avatar.tsx'
import { clockTime, finnishShortDay } from '../../lib/calendar-format.ts'
import { useStaffLanguage } from '../../lib/i18n.ts'
import { languageName } from '../../lib/language.ts'
import { firstName } from '../../lib/person-name.ts'
import type { Outputs } from '../../lib/trpc.ts'
import classes from './home.module.css'

type Stuck = Outputs['plan']['home']['stuck'][number]

const route = getRouteApi('/o/$organisation/')
const firstShown = 3

/** Who is stuck and waits for an answer, with the way to it. Nothing stands here when nobody waits. */
export function StuckPeople({ people }: { readonly people: readonly Stuck[] }) {
  const { t } = useTranslation('home')
  const [showsAll, setShowsAll] = useState(false)
  if (people.length === 0) return null
  const shown = showsAll ? people : people.slice(0, firstShown)
  return (
    <section className="card" aria-labelledby="questions">
      <div className="card-head">
        <h2 id="questions">{t('questions')}</h2>
        <span className={`push ${classes.count}`}>{people.length}</span>
      </div>
      <ul className="rows">
        {shown.map((person) => (
          <StuckPerson key={person.id} person={person} />
        ))}
      </ul>
      {shown.length < people.length && (
        <p className="card-foot">
          <button type="button" className="link" onClick={() => setShowsAll(true)}>
            {t('questionsMore', { count: people.length - shown.length })}
          </button>
        </p>
      )}
      <p className="card-foot row row-top">
        <IconShieldLock size={18} className="icon" aria-hidden />
        <span className="xs">{t('questionsNote')}</span>
      </p>
    </section>
  )
}

function StuckPerson({ person }: { readonly person: Stuck }) {
  const { t } = useTranslation(['home', 'said'])
  const { organisation } = route.useParams()
  const staffLanguage = useStaffLanguage()
  const { personName, title, titleLanguage, reason, body, language, sentAt, planId, id } = person
  return (
    <li className={`stack g3 ${classes.question}`}>
      <div className="row row-3">
        <PersonAvatar name={personName} kind="worker" />
        <div className="grow">
          <p className="sm semi anywhere">{t('said:title', { name: firstName(personName) })}</p>
          <p className="xs ink3 anywhere" lang={titleLanguage}>
            {title}
          </p>
        </div>
      </div>
      {reason !== null && <p className="sm med">{t(`said:reason.${reason}`)}</p>}
      {body !== '' && (
        <blockquote lang={language} dir="auto">
          {body}
        </blockquote>
      )}
      <p className="xs ink3">
        {body !== '' && (
          <>
            {t('said:writtenIn', { language: languageName(language, staffLanguage) })}
            <span className="sep" />
          </>
        )}
        <time dateTime={sentAt}>
          {finnishShortDay(sentAt, staffLanguage)} {clockTime(sentAt, staffLanguage)}
        </time>
      </p>
      <div>
        <Button
          size="sm"
          renderRoot={(props) => (
            <Link
              to="/o/$organisation/plans/$planId"
              params={{ organisation, planId }}
              hash={`answer-${id}`}
              {...props}
            />
          )}
        >
          {t('answer')}
          <span className="vh">
            : {firstName(personName)}, {title}
          </span>
        </Button>
      </div>
    </li>
  )
}
