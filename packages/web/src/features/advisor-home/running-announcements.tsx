import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { OwnWords } from '../../components/own-words.tsx'
import { shortDay } from '../../lib/calendar-format.ts'
import { useStaffLanguage } from '../../lib/i18n.ts'
import type { Outputs } from '../../lib/trpc.ts'
import classes from './advisor-home.module.css'

const route = getRouteApi('/o/$organisation/')

interface RunningProps {
  readonly announcements: Outputs['announcement']['list']
}

/** What stands on the worker pages today, in the words it was written in. */
export function RunningAnnouncements({ announcements }: RunningProps) {
  const { t } = useTranslation(['advisor', 'announcements'])
  const { organisation } = route.useParams()
  const language = useStaffLanguage()
  return (
    <section className="card c4" aria-labelledby="running-announcements">
      <div className="card-head card-head-sm">
        <h2 id="running-announcements">{t('announcements')}</h2>
      </div>
      {announcements.length === 0 && <p className="card-body sm ink3">{t('noAnnouncements')}</p>}
      <ul className="rows">
        {announcements.map(({ id, sourceLanguage, texts, lastDay }) => {
          const { title = '', body = '' } = texts[sourceLanguage] ?? {}
          return (
            <li key={id} className={classes.announcement}>
              <OwnWords text={title} language={sourceLanguage} className="semi" />
              {body !== '' && <OwnWords text={body} language={sourceLanguage} className="sm" />}
              <p className="xs ink3">
                {t('announcements:until', { date: shortDay(lastDay, language) })}
                <span className="sep" />
                {t('announcements:inLanguages', { count: Object.keys(texts).length })}
              </p>
            </li>
          )
        })}
      </ul>
      <p className="card-foot">
        <Link className="link" to="/o/$organisation/announcements" params={{ organisation }}>
          {t('allAnnouncements')}
        </Link>
      </p>
    </section>
  )
}
