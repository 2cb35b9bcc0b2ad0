import { isStaffLanguage, type Language, type StaffLanguage } from '@kase/shared/locales.ts'
import type { TenantDb } from '../../db/scope.ts'
import { listOpenings } from '../plans/plan-access.service.ts'
import { wordsOf, type ParticipantPlan, type ParticipantTask } from '../plans/participant-plan.service.ts'
import { listSaid, type ReadingOfTask } from '../plans/said.service.ts'
import type { DocumentSource } from './documents.service.ts'
import { printedEmployer } from './participant-document.service.ts'
import type { PlanRecord, RecordEntry } from './plan-document.ts'

/** The record is read by staff: in the language asked for where it is one of theirs, else in the municipality's own. */
export const recordLanguage = (plan: ParticipantPlan, asked: Language): StaffLanguage =>
  isStaffLanguage(asked) ? asked : plan.officialLanguage

/**
 * What a participant was told, as evidence: a line for each reading that was confirmed, and one for each task that was not.
 * The family's own tasks are not in it. In the scope of staff.
 */
export async function loadParticipantRecord(
  db: TenantDb,
  { plan, logo }: Pick<DocumentSource, 'plan' | 'logo'>,
  language: StaffLanguage,
): Promise<PlanRecord> {
  const { participant, today } = plan
  const { id: planId } = plan.plan
  const openings = await listOpenings(db, [planId])
  const { readings } = await listSaid(db, planId)
  const first = openings
    .filter(({ participantId }) => participantId === participant.id)
    .flatMap(({ firstOpenedAt }) => (firstOpenedAt ? [firstOpenedAt.toISOString()] : []))
    .sort()[0]
  const own = readings.filter(({ participantId }) => participantId === participant.id)
  return {
    kind: 'record',
    language,
    employer: printedEmployer(plan, logo),
    participant: { name: participant.name },
    madeOn: today,
    entries: plan.tasks
      .filter(({ row }) => !row.isPrivate)
      .flatMap((task) => {
        const confirmed = own.filter(({ taskId }) => taskId === task.id)
        const lines: readonly (ReadingOfTask | undefined)[] = confirmed.length > 0 ? confirmed : [undefined]
        return lines.map((reading) => entryOf({ plan, language, openedAt: first }, task, reading))
      }),
  }
}

interface Recording {
  readonly plan: ParticipantPlan
  readonly language: StaffLanguage
  readonly openedAt: string | undefined
}

/** Without a reading: the words that stand on the participant's page, in the language they stand there in. */
function entryOf(
  { plan, language, openedAt }: Recording,
  task: ParticipantTask,
  reading: ReadingOfTask | undefined,
): RecordEntry {
  const title = wordsOf(plan, task, language)
  const version = reading?.version ?? plan.versions.get(task.row.textVersionId)?.number
  const { launchedAt } = plan.plan
  return {
    number: task.number,
    title: {
      [language]: {
        language: title.language,
        text: title.title,
        ...(title.isMachine && { mark: 'machine' as const }),
      },
    },
    version: version === undefined ? '' : String(version),
    language: reading?.language ?? wordsOf(plan, task, plan.participant.language).language,
    ...(launchedAt && { toldAt: launchedAt.toISOString() }),
    ...(openedAt && { openedAt }),
    ...(reading && { acknowledgedAt: reading.at }),
  }
}
