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

/** What the page's script says, in the page's language: a template, so that nobody reads it before. */
export const ScriptWords = ({ words }: { words: WorkerWords }): JSX.Element => (
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
