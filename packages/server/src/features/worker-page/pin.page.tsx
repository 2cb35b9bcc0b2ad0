import type { Language } from '@kase/shared/locales.ts'
import { workerPageLanguages, workerWords } from '@kase/shared/i18n/worker/worker-texts.ts'
import { EmergencyNumbers } from './dead-end.page.tsx'
import { Icon } from './icon.page.tsx'
import { renderDocument, Top } from './layout.page.tsx'
import { FormToken } from './tick-form.page.tsx'

export type PinState =
  | { readonly kind: 'asked' }
  | { readonly kind: 'wrong'; readonly triesLeft: number }
  | { readonly kind: 'locked' }

interface PinProps {
  readonly reader: Language
  readonly state: PinState
  readonly base: string
  /** The language that was asked for, as the end of an address. */
  readonly query: string
  readonly formToken: string
}

/** Asks for the code; names neither the employer nor the plan, because nobody has shown yet that it is theirs. */
export function pinDocument({ reader, state, base, query, formToken }: PinProps): string {
  const words = workerWords(reader)
  const problem =
    state.kind === 'locked' || (state.kind === 'wrong' && state.triesLeft <= 0)
      ? words.t('pin.locked')
      : state.kind === 'wrong'
        ? words.count('pin.wrong', state.triesLeft)
        : undefined
  return renderDocument({
    words,
    title: 'KASE Welcome',
    colour: null,
    top: (
      <Top
        words={words}
        reader={words.language}
        languages={workerPageLanguages}
        inLanguage={(language) => `${base}/?lang=${language}`}
      >
        <span className="top__name">
          <bdi>KASE Welcome</bdi>
        </span>
      </Top>
    ),
    children: (
      <main className="form">
        <div className="task__head">
          <h1>{words.t('pin.title')}</h1>
          <p>{words.t('pin.lead')}</p>
        </div>
        <form method="post" className="field field--pin" action={`${base}/pin${query}`}>
          <FormToken token={formToken} />
          <label htmlFor="pin">{words.t('pin.label')}</label>
          {problem && (
            <p className="error" id="pin-error" role="alert">
              <Icon name="new" />
              <span>{problem}</span>
            </p>
          )}
          <input
            id="pin"
            name="pin"
            inputMode="numeric"
            autoComplete="one-time-code"
            pattern="[0-9]{4}"
            maxLength={4}
            required
            aria-invalid={problem ? true : undefined}
            aria-describedby={problem ? 'pin-error' : undefined}
          />
          <button className="btn btn--act btn--wide">{words.t('pin.open')}</button>
          <p className="muted">{words.t('pin.noCode')}</p>
        </form>
        <EmergencyNumbers reader={words.language} />
      </main>
    ),
  })
}
