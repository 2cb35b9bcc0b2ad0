import type { Language } from '@kase/shared/locales.ts'
import { plainText } from '@kase/shared/text/rich-text.ts'
import { wordsOf, type ParticipantPlan, type ParticipantTask } from '../plans/participant-plan.service.ts'
import { listTask, type ListedTask } from './home-view.ts'

/**
 * The tasks of a plan in which every word of a query stands, in the reader's language or in the official one: somebody may
 * search for what they read on a door. Marks and case are forgiven.
 */
export function findTasks(plan: ParticipantPlan, query: string, reader: Language): ListedTask[] {
  const wanted = simplified(query).split(' ').filter(Boolean)
  return plan.tasks
    .filter((task) => {
      const text = simplified(textOf(plan, task, reader))
      return wanted.every((word) => text.includes(word))
    })
    .map((task) => listTask(plan, task, reader))
}

function textOf(plan: ParticipantPlan, task: ParticipantTask, reader: Language): string {
  const tongues = new Set<Language>([reader, plan.officialLanguage])
  const texts = [...tongues].flatMap((language) => {
    const { title, why, steps, bring } = wordsOf(plan, task, language)
    return [title, ...[...(why ? [why] : []), ...steps, ...bring].map(plainText)]
  })
  return [task.officialName?.name, task.place?.officialName, task.place?.address, ...texts].filter(Boolean).join(' ')
}

/** Without case and combining marks, and with one blank between words. */
const simplified = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
