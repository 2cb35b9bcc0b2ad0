import type { JSX, ReactNode } from 'react'
import { directionOf, type Language } from '@kase/shared/locales.ts'
import { workerPageLanguages, workerWords, type WorkerText } from '@kase/shared/i18n/worker/worker-texts.ts'
import { Icon } from './icon.page.tsx'
import { renderDocument, Top } from './layout.page.tsx'

/** Pages on which no plan can be shown. Each says in the reader's language what to do, and carries the emergency numbers. */

interface DeadEndProps {
  readonly reader: Language
  readonly title: WorkerText
  readonly text: WorkerText
  /** Says it in other languages too: nobody knows who reads this. */
  readonly inAllLanguages?: boolean
}

/** The whole document; it depends on nothing but its parameters, so that refusals cannot be told apart. */
export function deadEndDocument({ reader, title, text, inAllLanguages = false }: DeadEndProps): string {
  const words = workerWords(reader)
  return renderDocument({
    words,
    title: 'KASE Welcome',
    colour: null,
    top: (
      <Top
        words={words}
        reader={words.language}
        languages={workerPageLanguages}
        inLanguage={(language) => `?lang=${language}`}
      >
        <span className="top__name">
          <bdi>KASE Welcome</bdi>
        </span>
      </Top>
    ),
    children: (
      <main className="form">
        <div className="task__head">
          <h1>{words.t(title)}</h1>
          <p>{words.t(text)}</p>
        </div>
        {inAllLanguages && (
          <ul className="several">
            {workerPageLanguages
              .filter((language) => language !== words.language)
              .map((language) => (
                <li key={language} lang={language} dir={directionOf(language)}>
                  <b>{workerWords(language).t(title)}.</b> {workerWords(language).t(text)}
                </li>
              ))}
          </ul>
        )}
        <EmergencyNumbers reader={words.language} />
      </main>
    ),
  })
}

/** The two numbers that hold in all of Finland, for pages that know no plan and so no region. */
export function EmergencyNumbers({ reader, lead }: { reader: Language; lead?: ReactNode }): JSX.Element {
  const words = workerWords(reader)
  return (
    <section className="help">
      <h2>
        <Icon name="ring" />
        {words.t('help.title')}
      </h2>
      {lead}
      <div className="sos">
        <a href="tel:112">
          <Icon name="phone" />
          <b>112</b>
          <span>{words.t('help.emergency')}</span>
        </a>
        <a href="tel:116117">
          <Icon name="phone" />
          <b>116 117</b>
          <span>{words.t('help.medical')}</span>
        </a>
      </div>
    </section>
  )
}
