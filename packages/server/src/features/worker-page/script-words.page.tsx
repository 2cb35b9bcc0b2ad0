import type { JSX } from 'react'
import type { WorkerText, WorkerWords } from '@kase/shared/i18n/worker/worker-texts.ts'
import { Icon } from './icon.page.tsx'
import { Note } from './note.page.tsx'

const texts: Readonly<Record<string, WorkerText>> = {
  'offline-title': 'offline.title',
  'offline-saved': 'offline.saved',
  sent: 'offline.sent',
  conflict: 'offline.conflict',
}

/** What the page's script says, in the page's language: a template, so that nobody reads it before. */
export const ScriptWords = ({ words }: { words: WorkerWords }): JSX.Element => (
  <template id="words">
    {Object.entries(texts).map(([name, key]) => (
      <span key={name} data-word={name}>
        {words.t(key)}
      </span>
    ))}
    {Object.entries(words.forms('offline.queued')).map(([form, text]) => (
      <span key={form} data-word={`queued-${form}`}>
        {text}
      </span>
    ))}
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
