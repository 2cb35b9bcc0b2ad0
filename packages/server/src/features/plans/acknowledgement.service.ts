import type { Language } from '@kase/shared/locales.ts'
import type { LinkScope, TenantDb } from '../../db/scope.ts'
import type { Dependencies } from '../../infra/dependencies.ts'
import type { PublishedVersion } from '../catalogue/catalogue.service.ts'
import { listAcknowledgements, listUrgentVersions, type AcknowledgementRow } from './acknowledgement.repository.ts'
import type { ParticipantPlan, ParticipantTask } from './participant-plan.service.ts'
import { insertPlanEvent } from './plan-event.repository.ts'

/** What a participant has confirmed to have read, and what they are to read again because the rules have changed. */

export interface Readings {
  /** When a task's present words were confirmed, by task id. */
  readonly confirmed: ReadonlyMap<string, Date>
  /** Tasks whose words an urgent version has changed since the plan was made, by task id. */
  readonly corrections: ReadonlyMap<string, Correction>
}

export interface Correction {
  readonly version: PublishedVersion
  readonly isSeen: boolean
}

/**
 * In the scope of the link; travels with the plan that is under way.
 *
 * @throws DomainError what loading the plan throws
 */
export async function loadReadings(
  deps: Pick<Dependencies, 'versions'>,
  db: TenantDb,
  scope: LinkScope,
  loading: Promise<Pick<ParticipantPlan, 'tasks'>>,
): Promise<Readings> {
  const [acknowledged, urgent, { tasks }] = await Promise.all([
    listAcknowledgements(db, scope),
    listUrgentVersions(db, scope.planId),
    loading,
  ])
  const newer = new Map(urgent.map(({ oldId, newId }) => [oldId, newId]))
  const versions = await deps.versions.get(db, [...newer.keys(), ...newer.values()])
  const corrections = tasks.flatMap((task) => {
    const correction = correctionOf(task, { newer, versions, acknowledged })
    return correction ? [[task.id, correction] as const] : []
  })
  return {
    confirmed: new Map(
      tasks.flatMap((task) => {
        const found = acknowledged.find((row) => isOf(row, task.id, task.row.textVersionId))
        return found ? [[task.id, found.at] as const] : []
      }),
    ),
    corrections: new Map(corrections),
  }
}

const isOf = (row: AcknowledgementRow, taskId: string, textVersionId: string): boolean =>
  row.planTaskId === taskId && row.textVersionId === textVersionId

interface CorrectionInput {
  readonly newer: ReadonlyMap<string, string>
  readonly versions: ReadonlyMap<string, PublishedVersion>
  readonly acknowledged: readonly AcknowledgementRow[]
}

/** A task is corrected when its own words in the source language differ; the rest of the version is no matter of its. */
function correctionOf(
  { id, key, row }: ParticipantTask,
  { newer, versions, acknowledged }: CorrectionInput,
): Correction | undefined {
  const old = versions.get(row.textVersionId)
  const version = versions.get(newer.get(row.textVersionId) ?? '')
  if (!old || !version) return undefined
  const words = ({ texts, sourceLanguage }: PublishedVersion): string =>
    JSON.stringify(texts[sourceLanguage]?.tasks[key] ?? null)
  if (words(version) === 'null' || words(old) === words(version)) return undefined
  return { version, isSeen: acknowledged.some((each) => isOf(each, id, version.versionId)) }
}

interface Acknowledged {
  readonly task: Pick<ParticipantTask, 'id' | 'row'>
  readonly version: Pick<PublishedVersion, 'versionId' | 'number'>
  /** The language in which the words were read. */
  readonly language: Language
  readonly at: Date
}

/** Records that a participant has confirmed to have read a task: which version, in which language, when. */
export async function acknowledgeTask(
  db: TenantDb,
  scope: LinkScope,
  { task, version, language, at }: Acknowledged,
): Promise<void> {
  await insertPlanEvent(db, {
    ...scope,
    kind: 'acknowledged',
    actorKind: 'participant',
    planTaskId: task.id,
    isPrivate: task.row.isPrivate,
    at,
    detail: { textVersionId: version.versionId, version: version.number, language },
  })
}
