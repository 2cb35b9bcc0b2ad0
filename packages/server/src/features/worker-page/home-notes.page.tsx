import type { JSX } from 'react'
import { titleOf, type ParticipantPlan } from '../plans/participant-plan.service.ts'
import type { Extras } from './extras.service.ts'
import { Note } from './note.page.tsx'
import { langOf } from './text.page.tsx'
import { FormToken } from './tick-form.page.tsx'
import type { Reading } from './visit.ts'

interface NotesProps {
  readonly reading: Reading
  readonly plan: ParticipantPlan
  readonly extras: Extras
}

/** What the region says to everybody, and which tasks are to be read again: on top of the home page. */
export const HomeNotes = ({ reading, plan, extras }: NotesProps): JSX.Element => (
  <>
    {extras.announcements.map((announcement) => (
      <Announcement key={announcement.id} reading={reading} announcement={announcement} />
    ))}
    <Corrections reading={reading} plan={plan} extras={extras} />
  </>
)

function Announcement({
  reading: { words, visit, to, path },
  announcement: { id, title, body, language, isMachine, isFallback },
}: {
  reading: Reading
  announcement: Extras['announcements'][number]
}): JSX.Element {
  const own = langOf(language, words.language)
  return (
    <Note
      icon="new"
      tone="now"
      title={words.t('announcement.from')}
      action={
        <form method="post" data-queue action={to('/dismiss')}>
          <FormToken token={visit.formToken} />
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="back" value={path} />
          <button className="btn">{words.t('announcement.dismiss')}</button>
        </form>
      }
    >
      <p {...own}>
        <b>{title}</b>
      </p>
      {body && (
        <p {...own} className="said">
          {body}
        </p>
      )}
      {(isMachine || isFallback) && <p className="small">{words.t(isFallback ? 'mark.fallback' : 'mark.machine')}</p>}
    </Note>
  )
}

function Corrections({ reading, plan, extras }: NotesProps): JSX.Element | null {
  const { words, reader, to } = reading
  const tasks = plan.tasks.filter((task) => extras.corrections.get(task.id)?.isSeen === false)
  if (tasks.length === 0) return null
  return (
    <Note icon="new" tone="late" title={words.t('correction.title')}>
      {tasks.map((task) => {
        const { title, language } = titleOf(plan, task, reader)
        return (
          <a key={task.id} href={to(`/task/${task.key}`)}>
            <bdi {...langOf(language, words.language)}>{title}</bdi>
          </a>
        )
      })}
    </Note>
  )
}
