import type { JSX, ReactNode } from 'react'
import type { HelpView, Worded } from '../plans/help-view.service.ts'
import { Icon } from './icon.page.tsx'
import { fullDate } from './page-dates.ts'
import { langOf, Ltr, Plate, Rich, telHref, Unsure } from './text.page.tsx'
import type { Reading } from './visit.ts'

/** The block that stands on every page of a plan; no employer can take it away. */
export const HelpBlock = ({ reading, help }: { reading: Reading; help: HelpView }): JSX.Element => {
  const { words, to } = reading
  return (
    <section className="help" id="help">
      <h2>
        <Icon name="ring" />
        {words.t('help.title')}
      </h2>
      <p className="help__lead">
        <Icon name="unseen" />
        <b>{words.t('help.unseen')}</b>
      </p>
      <Numbers reading={reading} help={help} isShort />
      <p>
        <a className="btn btn--help btn--wide" href={to('/rights')}>
          {words.t('help.all')}
        </a>
      </p>
    </section>
  )
}

/** The first two numbers stand everywhere; the page of rights has them all. */
const shortCount = 2

function Numbers({
  reading: { words },
  help,
  isShort = false,
}: {
  reading: Reading
  help: HelpView
  isShort?: boolean
}): JSX.Element {
  const numbers = isShort ? help.numbers.slice(0, shortCount) : help.numbers
  return (
    <div className="sos">
      {numbers.map(({ key, phone, about }) => (
        <a key={key} href={telHref(phone)}>
          <Icon name="phone" />
          <b>{phone}</b>
          <span {...langOf(about.language, words.language)}>{about.text}</span>
        </a>
      ))}
    </div>
  )
}

interface RightsProps {
  readonly reading: Reading
  readonly help: HelpView
  readonly notes?: ReactNode
  /** The question to the advisor, and the answers. */
  readonly ask?: ReactNode
}

export function RightsPage({ reading, help, notes, ask }: RightsProps): JSX.Element {
  const { words } = reading
  return (
    <main className="form">
      {notes}
      <div className="task__head">
        <h1>{words.t('help.title')}</h1>
      </div>
      <div className="help">
        <p className="help__lead">
          <Icon name="unseen" />
          <span>
            <b>{words.t('help.unseenPage')}</b>
            <br />
            {words.t('help.unseenMore')}
          </span>
        </p>
        <h2 className="help__sub">{words.t('help.danger')}</h2>
        <Numbers reading={reading} help={help} />
      </div>
      {help.points.length > 0 && (
        <section>
          <h2>{words.t('help.know')}</h2>
          <AllAlike reading={reading} texts={help.points.map(({ text }) => text)}>
            {(Each) => (
              <ul className="know">
                {help.points.map(({ key, text }) => (
                  <li key={key}>
                    <Each worded={text}>
                      <Rich text={text.text} />
                    </Each>
                  </li>
                ))}
              </ul>
            )}
          </AllAlike>
        </section>
      )}
      <Helpers reading={reading} help={help} />
      {ask}
      {help.checkedOn && (
        <p className="small muted">
          {words.t('task.checked')}: {fullDate(help.checkedOn, words.language)}
        </p>
      )}
    </main>
  )
}

function Helpers({ reading, help }: { reading: Reading; help: HelpView }): JSX.Element | null {
  const { words } = reading
  if (help.helpers.length === 0) return null
  return (
    <section>
      <h2>{words.t('help.who')}</h2>
      <AllAlike reading={reading} texts={help.helpers.flatMap(({ about }) => about ?? [])}>
        {(Each) => (
          <ul className="who">
            {help.helpers.map(({ key, name, nameLanguage, about, phone, email, url }) => (
              <li key={key}>
                <Plate name={name} language={nameLanguage} />
                {about && (
                  <Each worded={about}>
                    <Rich text={about.text} as="span" />
                  </Each>
                )}
                {phone && (
                  <a className="btn" href={telHref(phone)}>
                    <Icon name="phone" />
                    <span {...langOf(words.language, about?.language ?? words.language)}>
                      {words.t('task.call')}:
                    </span>{' '}
                    <Ltr>{phone}</Ltr>
                  </a>
                )}
                {email && (
                  <a className="btn" href={`mailto:${email}`}>
                    <Ltr>{email}</Ltr>
                  </a>
                )}
                {url && (
                  <a className="btn" href={url} rel="noreferrer">
                    <Ltr>{URL.parse(url)?.host.replace(/^www\./, '') ?? url}</Ltr>
                  </a>
                )}
              </li>
            ))}
          </ul>
        )}
      </AllAlike>
    </section>
  )
}

type Mark = Pick<Worded<unknown>, 'language' | 'isMachine'>
type MarkEach = (props: { worded: Mark; children: ReactNode }) => ReactNode

interface AllAlikeProps {
  readonly reading: Reading
  readonly texts: readonly Mark[]
  /** Draws the list; `Each` stands around every text and marks it where the list as a whole is not marked. */
  readonly children: (Each: MarkEach) => ReactNode
}

/** Marks a list of texts once where all are unsure in the same way, else each of them. */
function AllAlike({ reading: { reader, words }, texts, children }: AllAlikeProps): JSX.Element {
  const mark = ({ language, isMachine }: Mark) => ({ language, isMachine, isFallback: language !== reader })
  const [first] = texts
  const areAlike = texts.every(
    ({ language, isMachine }) => language === first?.language && isMachine === first.isMachine,
  )
  if (first && areAlike)
    return (
      <Unsure picked={mark(first)} page={words.language} words={words}>
        {children(({ children: text }) => text)}
      </Unsure>
    )
  return (
    <>
      {children(({ worded, children: text }) => (
        <Unsure picked={mark(worded)} page={words.language} words={words}>
          {text}
        </Unsure>
      ))}
    </>
  )
}
