import { renderToStaticMarkup } from 'react-dom/server'
import type { JSX } from 'react'
import type { WorkerPlural, WorkerText, WorkerWords } from '@kase/shared/i18n/worker/worker-texts.ts'
import { Icon } from './icon.page.tsx'
import { Note } from './note.page.tsx'

const texts: Readonly<Record<string, WorkerText>> = {
  'offline-title': 'offline.title',
  'offline-saved': 'offline.saved',
  sent: 'offline.sent',
  conflict: 'offline.conflict',
}

const counted: Readonly<Record<string, WorkerPlural>> = { queued: 'offline.queued', found: 'search.found' }

const made = new Map<WorkerWords, string>()

/** What the page's script says, in the page's language: a template, so that nobody reads it before. Made once for each. */
export function scriptWords(words: WorkerWords): string {
  const known = made.get(words)
  if (known !== undefined) return known
  const html = renderToStaticMarkup(<ScriptWords words={words} />)
  made.set(words, html)
  return html
}

const ScriptWords = ({ words }: { words: WorkerWords }): JSX.Element => (
  <template id="words">
    {Object.entries(texts).map(([name, key]) => (
      <span key={name} data-word={name}>
        {words.t(key)}
      </span>
    ))}
    {Object.entries(counted).map(([name, key]) =>
      Object.entries(words.forms(key)).map(([form, text]) => (
        <span key={name + form} data-word={`${name}-${form}`}>
          {text}
        </span>
      )),
    )}
    <span data-tick-icon>
      <Icon name="tick" />
    </span>
    <div data-note="off">
      <Note icon="off" isNews title="" />
    </div>
    <div data-note="tick">
      <Note icon="tick" tone="act" isNews title="" />
    </div>
  </template>
)
