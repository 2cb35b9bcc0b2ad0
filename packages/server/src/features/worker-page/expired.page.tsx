import { finnishDay } from '@kase/shared/calendar/civil-date.ts'
import type { Language } from '@kase/shared/locales.ts'
import { workerPageLanguages, workerWords } from '@kase/shared/i18n/worker/worker-texts.ts'
import { EmergencyNumbers } from './dead-end.page.tsx'
import { renderDocument, Top } from './layout.page.tsx'
import { Note } from './note.page.tsx'
import { fullDate } from './page-dates.ts'
import { Ltr } from './text.page.tsx'

interface ExpiredProps {
  readonly reader: Language
  readonly employer: { readonly name: string; readonly brandColour: string | null }
  readonly expiredAt: Date
  /** Where a new link would go, masked; null where nobody gave an address. */
  readonly address: string | null
  readonly isSent: boolean
  readonly base: string
}

/** Told only to somebody who holds a token that once worked: when it ended, and how to go on. */
export function expiredDocument({ reader, employer, expiredAt, address, isSent, base }: ExpiredProps): string {
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
        inLanguage={(language) => `${base}?lang=${language}`}
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
        {isSent ? (
          <Note icon="tick" tone="act" isNews title={words.t('link.sent')} />
        ) : (
          <p>{words.t(address ? 'link.stillThere' : 'link.noAddress')}</p>
        )}
        {address && !isSent && (
          <div className="field">
            <p>
              {words.t('link.sendTo')}
              <br />
              <b>
                <Ltr>{address}</Ltr>
              </b>
            </p>
            <form method="post" action={`${base}/fresh`}>
              <button className="btn btn--act btn--wide">{words.t('link.sendNew')}</button>
            </form>
            <p className="muted">{words.t('link.otherAddress')}</p>
          </div>
        )}
        <EmergencyNumbers reader={words.language} />
      </main>
    ),
  })
}
