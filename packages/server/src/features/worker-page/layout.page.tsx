import { renderToStaticMarkup } from 'react-dom/server'
import type { JSX, ReactNode } from 'react'
import { directionOf, languages, type Language } from '@kase/shared/locales.ts'
import type { WorkerWords } from '@kase/shared/i18n/worker/worker-texts.ts'
import { Icon, spriteFor } from './icon.page.tsx'
import { assetPaths } from './page-assets.ts'
import { scriptWords } from './script-words.page.tsx'

/** What stands around every page: the head, the woven band, employer or way back, the language switch, the fixed bar. */

interface LayoutProps {
  readonly words: WorkerWords
  /** Shown in the tab. Link previews always get the neutral name of the service. */
  readonly title: string
  /** The employer's colour, only ever as a ribbon. */
  readonly colour: string | null
  readonly top: ReactNode
  /** The fixed bar, on pages of a plan. */
  readonly bar?: ReactNode
  readonly skipTo?: string
  readonly bodyClass?: string
  readonly isLarge?: boolean
  /** The link's own addresses, for the script; absent on pages that no phone keeps. */
  readonly phone?: { readonly base: string; readonly formToken: string }
  /** All icons, for a page whose content comes later. */
  readonly hasAllIcons?: boolean
  /** The woven band; the page for the clerk goes without. */
  readonly hasBand?: boolean
  readonly children: ReactNode
}

const placeholder = 'BODY'
const defaultColour = '#0f564a'
const isColour = (colour: string | null): colour is string => colour !== null && /^#[0-9a-f]{6}$/.test(colour)

/** The whole document as text. */
export function renderDocument({ words, colour, ...props }: LayoutProps): string {
  const band = isColour(colour) ? colour : defaultColour
  const body =
    renderToStaticMarkup(<Body {...props} words={words} band={band} />) + (props.phone ? scriptWords(words) : '')
  const document = renderToStaticMarkup(
    <html
      lang={words.language}
      dir={directionOf(words.language)}
      className={props.isLarge ? 'large' : undefined}
      data-base={props.phone?.base}
      data-form={props.phone?.formToken}
    >
      <head>
        <Head title={props.title} band={band} phone={props.phone} />
      </head>
      <body className={props.bodyClass}>{placeholder}</body>
    </html>,
  )
  const sprite = spriteFor(body, props.hasAllIcons)
  return `<!doctype html>${document.replace(placeholder, () => `${sprite}${body}`)}`
}

type Phone = LayoutProps['phone']

const Head = ({ title, band, phone }: { title: string; band: string; phone: Phone }): JSX.Element => (
  <>
    <meta charSet="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="robots" content="noindex, nofollow, noarchive" />
    <meta name="referrer" content="no-referrer" />
    <meta name="format-detection" content="telephone=no" />
    <meta name="theme-color" content={band} />
    <meta property="og:title" content="KASE Welcome" />
    <title>{title}</title>
    <link rel="icon" href={assetPaths.icon} type="image/svg+xml" />
    <link rel="stylesheet" href={assetPaths.css} />
    {phone && assetPaths.script && (
      <>
        <link rel="manifest" href={`${phone.base}/manifest.webmanifest`} crossOrigin="use-credentials" />
        <script src={assetPaths.script} defer />
      </>
    )}
  </>
)

type BodyProps = Omit<LayoutProps, 'phone' | 'colour' | 'title' | 'bodyClass' | 'isLarge' | 'hasAllIcons'> & {
  readonly band: string
}

const Body = ({ words, band, hasBand = true, top, bar, skipTo, children }: BodyProps): JSX.Element => (
  <>
    {skipTo && (
      <a className="skip" href={`#${skipTo}`}>
        {words.t('page.skip')}
      </a>
    )}
    {hasBand && <Band colour={band} />}
    <div className="page">
      {top}
      {children}
    </div>
    {bar}
  </>
)

const Band = ({ colour }: { colour: string }): JSX.Element => (
  <svg className="band" aria-hidden="true">
    <pattern id="woven" width="24" height="14" patternUnits="userSpaceOnUse">
      <path fill={colour} d="M0 0h24v14H0z" />
      <path fill="#fff" d="M0 2h24v1H0zM0 11h24v1H0zM12 4l4.5 3-4.5 3-4.5-3zM0 5.7L2 7 0 8.3zM24 5.7L22 7l2 1.3z" />
    </pattern>
    <rect width="100%" height="14" fill="url(#woven)" />
  </svg>
)

interface TopProps {
  readonly words: WorkerWords
  /** Whose language is chosen; the words may be in another, where no catalogue exists. */
  readonly reader: Language
  readonly languages: readonly Language[]
  readonly inLanguage: (language: Language) => string
  /** The employer's name, or the way back. */
  readonly children: ReactNode
}

/** The language switch stands on every page, each language under its own name. */
export const Top = ({ words, reader, languages: offered, inLanguage, children }: TopProps): JSX.Element => (
  <header className="top">
    {children}
    {offered.length > 1 && (
      <details className="lang">
        <summary>
          <Icon name="globe" />
          <span className="hidden">{words.t('page.language')}: </span>
          <bdi lang={reader}>{languages[reader].nativeName}</bdi>
        </summary>
        <div className="lang__list">
          {[reader, ...offered.filter((language) => language !== reader)].map((language) => (
            <a
              key={language}
              href={inLanguage(language)}
              lang={language}
              hrefLang={language}
              aria-current={language === reader ? 'true' : undefined}
            >
              {languages[language].nativeName}
            </a>
          ))}
        </div>
      </details>
    )}
  </header>
)

export const BackLink = ({ href, children }: { href: string; children: ReactNode }): JSX.Element => (
  <a className="top__back" href={href}>
    <Icon name="back" turns />
    {children}
  </a>
)

interface BarProps {
  readonly words: WorkerWords
  readonly home: string
  readonly help: string
  readonly current?: 'home' | 'help'
}

export const Bar = ({ words, home, help, current }: BarProps): JSX.Element => (
  <nav className="bar" aria-label={words.t('page.bar')}>
    <a href={home} aria-current={current === 'home' ? 'page' : undefined}>
      {words.t('page.title')}
    </a>
    <a className="bar__help" href={help} aria-current={current === 'help' ? 'page' : undefined}>
      <Icon name="ring" />
      {words.t('help.title')}
    </a>
  </nav>
)
