import type { BatchChoice, BatchKind } from '@kase/shared/documents/document-batch.schema.ts'
import { officialChoices } from '@kase/shared/documents/official-choices.ts'
import { DomainError } from '@kase/shared/errors.ts'
import type { Language } from '@kase/shared/locales.ts'
import type { StoredBatchFile } from '../../db/schema.ts'
import type { PlanReaders } from '../plans/plan-readers.service.ts'

/**
 * Every file that a choice comes to, person by person: one for each language and kind.
 *
 * @throws DomainError `not-found` for somebody who is not in the plans or has no page
 */
export function batchFiles(plans: readonly PlanReaders[], choice: BatchChoice): StoredBatchFile[] {
  const { participantIds } = choice
  const known = new Set(plans.flatMap(({ people }) => people.map(({ id }) => id)))
  if (participantIds?.some((id) => !known.has(id))) throw new DomainError('not-found')
  return plans.flatMap((readers) =>
    readers.people
      .filter(({ id }) => participantIds === undefined || participantIds.includes(id))
      .flatMap((person) => filesOf(readers, person, { choice, folder: plans.length > 1 ? folderOf(readers) : '' })),
  )
}

/** Two people of one name arrive on different days; those of one day share a folder, where files get numbers. */
const folderOf = ({ plan: { startsOn, workerName } }: PlanReaders): string =>
  `${[startsOn, asPart(workerName)].filter((part) => part !== null && part !== '').join(' ')}/`

function filesOf(
  { officials, offered }: PlanReaders,
  { id: participantId, planId, name, language: own }: PlanReaders['people'][number],
  { choice, folder }: { choice: BatchChoice; folder: string },
): StoredBatchFile[] {
  const languages = choice.languages === 'own' ? [own] : choice.languages === 'offered' ? offered : choice.languages
  return [...new Set(languages)].flatMap((language) =>
    [...new Set(choice.kinds)].map((kind) => {
      const [official] = kind === 'side-by-side' ? officialChoices(language, { languages: officials }) : []
      return {
        name: `${folder}${asPart(name)} ${ending(kind, language, official)}`,
        planId,
        participantId,
        kind,
        language,
        ...(official && { official }),
      }
    }),
  )
}

const ending = (kind: BatchKind, language: Language, official: string | undefined): string =>
  kind === 'pocket' ? `${language} pocket` : [language, official].filter((tag) => tag !== undefined).join('+')

/** A name as one part of a path: slashes would make folders. */
const asPart = (name: string): string => name.replaceAll(/[/\\]/g, '-').trim()
