import type { Language } from '@kase/shared/locales.ts'
import { plainText } from '@kase/shared/text/rich-text.ts'
import { wordsOf, type ParticipantPlan, type ParticipantTask } from '../plans/participant-plan.service.ts'
import { listTask, type ListedTask } from './home-view.ts'
import { hasEveryWord, simplified } from './search-words.ts'

/**
 * The tasks of a plan in which every word of a query stands, in the reader's language, Finnish or Swedish: somebody may search
 * for what they read on a door or in a letter. Marks and case are forgiven.
 */
export const findTasks = (plan: ParticipantPlan, query: string, reader: Language): ListedTask[] =>
  plan.tasks
    .filter((task) => hasEveryWord(searchText(plan, task, reader), query))
    .map((task) => listTask(plan, task, reader))

/** Everything a task can be found by, simplified. */
export function searchText(plan: ParticipantPlan, task: ParticipantTask, reader: Language): string {
  const tongues = new Set<Language>([reader, 'fi', 'sv'])
  const texts = [...tongues].flatMap((language) => {
    const { title, why, steps, bring } = wordsOf(plan, task, language)
    return [title, ...[...(why ? [why] : []), ...steps, ...bring].map(plainText)]
  })
  const names = [task.officialName?.name, task.place?.officialName, task.place?.address]
  return simplified([...names, ...texts].filter(Boolean).join(' '))
}
