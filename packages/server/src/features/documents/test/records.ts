/** A record of what Olena was told, for every task of her plan. */
import type { StaffLanguage } from '@kase/shared/locales.ts'
import type { PlanRecord } from '../plan-document.ts'
import { olenasPlan } from './olena.ts'

/** As many rows as asked, the tasks repeated. */
export function olenasRecord(language: StaffLanguage, rows = 40): PlanRecord {
  const tasks = olenasPlan.sections.flatMap((section) => section.tasks)
  return {
    kind: 'record',
    language,
    employer: olenasPlan.employer,
    participant: olenasPlan.participant,
    madeOn: olenasPlan.madeOn,
    entries: Array.from({ length: rows }, (_, index) => ({
      number: index + 1,
      title: tasks[index % tasks.length]?.title ?? {},
      version: '2027.1',
      language: index % 2 === 0 ? 'uk' : 'ar',
      toldAt: '2027-01-02T08:00:00Z',
      ...(index % 3 === 0 ? {} : { openedAt: '2027-01-03T18:20:00Z' }),
      ...(index % 4 === 0 ? { acknowledgedAt: '2027-01-04T06:05:00Z' } : {}),
    })),
  }
}
