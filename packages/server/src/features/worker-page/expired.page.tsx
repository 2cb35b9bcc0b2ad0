import { finnishDay } from '@kase/shared/calendar/civil-date.ts'
import type { Language } from '@kase/shared/locales.ts'
import { workerPageLanguages, workerWords } from '@kase/shared/i18n/worker/worker-texts.ts'
import { EmergencyNumbers } from './dead-end.page.tsx'
import { renderDocument, Top } from './layout.page.tsx'
import { fullDate } from './page-dates.ts'

interface ExpiredProps {
  readonly reader: Language
  readonly employer: { readonly name: string; readonly brandColour: string | null }
  readonly expiredAt: Date
}

/** Told only to somebody who holds a token that once worked: when it ended, and how to go on. */
export function expiredDocument({ reader, employer, expiredAt }: ExpiredProps): string {
  const words = workerWords(reader)
  return renderDocument({
    words,
    title: 'KASE Welcome',
    colour: employer.brandColour,
    top: (
      <Top
        words={words}
        reader={words.language}
        languages={workerPageLanguages}
        inLanguage={(language) => `?lang=${language}`}
      >
        <span className="top__name">
          <bdi>{employer.name}</bdi>
        </span>
      </Top>
    ),
    children: (
      <main className="form">
        <div className="task__head">
          <h1>{words.t('link.expired')}</h1>
          <p className="muted">
            {words.t('link.expiredOn')}: {fullDate(finnishDay(expiredAt), words.language)}
          </p>
        </div>
        <p>{words.t('link.noAddress')}</p>
        <EmergencyNumbers reader={words.language} />
      </main>
    ),
  })
}
