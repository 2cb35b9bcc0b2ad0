import type { JSX, ReactNode } from 'react'
import { directionOf, languages, type Language } from '@kase/shared/locales.ts'
import type { WorkerWords } from '@kase/shared/i18n/worker/worker-texts.ts'
import type { Inline, RichText } from '@kase/shared/text/rich-text.ts'

/** Pieces of text: rich text, door plates, numbers that stay left-to-right, and the marks of unsure text. */

/** `lang` and `dir` for a piece whose language may differ from the page's; nothing where it is the same. */
export const langOf = (language: Language, page: Language): { lang?: string; dir?: 'ltr' | 'rtl' } =>
  language === page ? {} : { lang: language, dir: directionOf(language) }

/** The official name, as it stands on the door or the form. */
export const Plate = ({ name, language }: { name: string; language: 'fi' | 'sv' }): JSX.Element => (
  <span className="plate" lang={language} data-tag={language.toUpperCase()}>
    <span>{name}</span>
  </span>
)

/** A number, time or Latin address inside any text. */
export const Ltr = ({ children }: { children: ReactNode }): JSX.Element => <bdi className="ltr">{children}</bdi>

export const telHref = (phone: string): string => `tel:${phone.replace(/[^\d+]/g, '')}`

const Inlines = ({ inlines }: { inlines: readonly Inline[] }): JSX.Element => (
  <>
    {inlines.map((inline, index) => (
      // The pieces of a published text never move: their place is their identity.
      <InlinePiece key={index} inline={inline} />
    ))}
  </>
)

function InlinePiece({ inline }: { inline: Inline }): ReactNode {
  switch (inline.type) {
    case 'text':
      return inline.value
    case 'strong':
      return (
        <b>
          <Inlines inlines={inline.children} />
        </b>
      )
    case 'link':
      return (
        <a href={inline.href} rel="noreferrer">
          <Inlines inlines={inline.children} />
        </a>
      )
    case 'value':
      return <Value {...inline} />
  }
}

function Value({ kind, value, language }: Extract<Inline, { type: 'value' }>): JSX.Element {
  if (kind === 'phone')
    return (
      <a href={telHref(value)}>
        <Ltr>{value}</Ltr>
      </a>
    )
  if (kind === 'email') return <a href={`mailto:${value}`}>{value}</a>
  return <bdi lang={language}>{value}</bdi>
}

/** A text of paragraphs and lists. `Wrap` is what each paragraph stands in. */
export const Rich = ({ text, as: Wrap = 'p' }: { text: RichText; as?: 'p' | 'span' }): JSX.Element => (
  <>
    {text.map((block, index) =>
      block.type === 'paragraph' ? (
        <Wrap key={index}>
          <Inlines inlines={block.children} />
        </Wrap>
      ) : (
        <ul className="list" key={index}>
          {block.items.map((item, at) => (
            <li key={at}>
              <span>
                <Inlines inlines={item} />
              </span>
            </li>
          ))}
        </ul>
      ),
    )}
  </>
)

interface UnsureProps {
  /** What the text really is. */
  readonly picked: { readonly language: Language; readonly isMachine: boolean; readonly isFallback: boolean }
  readonly page: Language
  readonly words: WorkerWords
  readonly children: ReactNode
  /** The source text, which a reader may compare a machine translation with. */
  readonly original?: ReactNode
}

/** Puts a dashed edge and words around text that nobody has vouched for or that stands in for a missing translation. */
export function Unsure({ picked, page, words, children, original }: UnsureProps): JSX.Element {
  const { language, isMachine, isFallback } = picked
  if (!isMachine && !isFallback) return <>{children}</>
  return (
    <div className="unsure">
      <p className="mark">
        {isFallback ? (
          <>
            <b>{words.t('mark.fallback')}</b>
            {isMachine && <b>{words.t('mark.machine')}</b>}
            <span>
              {words.t('mark.textLanguage')}: <bdi lang={language}>{languages[language].nativeName}</bdi>
            </span>
          </>
        ) : (
          <b>{words.t('mark.machine')}</b>
        )}
      </p>
      <div {...langOf(language, page)} className="unsure__text">
        {children}
      </div>
      {original && (
        <details className="original">
          <summary>{words.t('mark.original')}</summary>
          {original}
        </details>
      )}
    </div>
  )
}
