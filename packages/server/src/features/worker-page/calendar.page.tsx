import type { ParticipantPlan } from '../plans/participant-plan.service.ts'
import { Icon } from './icon.page.tsx'
import { BackLink } from './layout.page.tsx'
import { planDocument } from './plan-document.page.tsx'
import type { Reading } from './visit.ts'

interface CalendarProps {
  readonly reading: Reading
  readonly plan: ParticipantPlan
  /** Address of the feed, absolute. */
  readonly feed: string
}

/** Two ways to get the dates: a feed that follows the plan, and a file that is read once. */
export function calendarDocument({ reading, plan, feed }: CalendarProps): string {
  const { words, to } = reading
  return planDocument(
    { reading, plan },
    {
      top: <BackLink href={to('/')}>{words.t('page.title')}</BackLink>,
      title: words.t('tools.calendar'),
      content: (
        <main className="form">
          <div className="task__head">
            <h1>{words.t('tools.calendar')}</h1>
            <p>{words.t('tools.calendarHint')}</p>
          </div>
          <div className="send">
            <a className="btn btn--act btn--wide" href={feed.replace(/^https?:/, 'webcal:')}>
              <Icon name="cal" />
              {words.t('tools.calendarFollow')}
            </a>
            <a className="btn btn--wide" href={to('/calendar.ics')} download>
              <Icon name="save" />
              {words.t('tools.calendarFile')}
            </a>
          </div>
        </main>
      ),
    },
  )
}
