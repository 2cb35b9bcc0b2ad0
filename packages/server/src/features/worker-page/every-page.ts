import type { HelpRequestRow } from '../help-requests/help-request.service.ts'
import type { ParticipantPlan, ParticipantTask } from '../plans/participant-plan.service.ts'
import { clerkDocument } from './clerk.page.tsx'
import type { Extras } from './extras.service.ts'
import { familyDocument } from './family.page.tsx'
import type { Other } from './family.service.ts'
import { notMineDocument } from './not-mine.page.tsx'
import { canTick, notSavedDocument, rightsDocument, taskDocument } from './plan-pages.page.tsx'
import { stuckDocument } from './stuck.page.tsx'
import type { Reading } from './visit.ts'

interface EveryPageInput {
  readonly reading: Reading
  readonly plan: ParticipantPlan
  readonly extras: Extras
  readonly requests: readonly HelpRequestRow[]
  readonly others: readonly Other[]
  readonly now: Date
}

type Page = [path: string, html: string]

/**
 * Every page that can be opened from the home page, for a phone to keep: without the language switch, because other languages
 * are not kept, and without questions, which are shown only while the phone can ask for them.
 */
export function* everyPage(input: EveryPageInput): Generator<Page> {
  const { plan, others } = input
  const reading = (path: string): Reading => ({ ...input.reading, languages: [], path })
  yield ['/not-saved', notSavedDocument({ reading: reading('/not-saved'), plan })]
  yield ['/rights', rightsDocument({ reading: reading('/rights'), plan, questions: [] })]
  for (const other of others) {
    const path = `/family/${other.person.position}`
    yield [path, familyDocument({ reading: reading(path), plan, ...other, canTick: canTick(plan) })]
  }
  for (const task of plan.tasks) yield* pagesOfTask(input, task, reading)
}

function* pagesOfTask(
  { plan, extras, requests, now }: EveryPageInput,
  task: ParticipantTask,
  reading: (path: string) => Reading,
): Generator<Page> {
  const path = `/task/${task.key}`
  const own = requests.filter(({ planTaskId }) => planTaskId === task.id)
  yield [path, taskDocument({ reading: reading(path), plan, extras, requests: own, sent: undefined, task, now })]
  yield [`${path}/clerk`, clerkDocument({ reading: reading(`${path}/clerk`), plan, task })]
  yield [`${path}/stuck`, stuckDocument({ reading: reading(`${path}/stuck`), plan, task })]
  if (!task.row.definition.locked)
    yield [`${path}/not-mine`, notMineDocument({ reading: reading(`${path}/not-mine`), plan, task })]
}
