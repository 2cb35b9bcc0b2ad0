import type { CivilDate } from '@kase/shared/calendar/civil-date.ts'
import { anchors, type Anchor } from '@kase/shared/facts/facts.schema.ts'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { codeOf, useErrorText } from '../../lib/errors.ts'
import { useStaffLanguage } from '../../lib/i18n.ts'
import { notify } from '../../lib/notify.ts'
import { useTRPC, type Outputs } from '../../lib/trpc.ts'
import { useRefreshPlans } from '../../lib/use-refresh-plans.ts'

/** New key dates of a plan while they are chosen: what they would move, and the saving of them. */
export function useMoveDates(plan: Outputs['plan']['get'], onMoved: () => void) {
  const { t } = useTranslation('plan')
  const language = useStaffLanguage()
  const trpc = useTRPC()
  const refreshPlans = useRefreshPlans()
  const errorText = useErrorText()
  // Only what was chosen here is kept: dates that somebody else moves meanwhile come through.
  const [chosen, setChosen] = useState<Partial<Record<Anchor, CivilDate | null>>>({})
  const dateOf = (anchor: Anchor): CivilDate | undefined => {
    const date = chosen[anchor]
    return date === undefined ? plan.dates[anchor] : (date ?? undefined)
  }
  const dates = Object.fromEntries(
    anchors.flatMap((anchor) => {
      const date = dateOf(anchor)
      return date === undefined ? [] : [[anchor, date]]
    }),
  )
  const isChanged = anchors.some((anchor) => dateOf(anchor) !== plan.dates[anchor])
  const preview = useQuery({
    ...trpc.plan.previewMove.queryOptions({ planId: plan.id, dates, language }),
    enabled: isChanged,
    placeholderData: keepPreviousData,
  })
  const save = useMutation(
    trpc.plan.moveDates.mutationOptions({
      onSuccess: () => {
        void notify(t('move.moved'))
        onMoved()
      },
      onSettled: refreshPlans,
    }),
  )
  return {
    dateOf,
    choose: (anchor: Anchor, date: CivilDate | undefined) => {
      save.reset()
      setChosen((before) => ({ ...before, [anchor]: date ?? null }))
    },
    isChanged,
    preview,
    isSaving: save.isPending,
    move: () => save.mutate({ planId: plan.id, revision: plan.revision, dates }),
    refusal: !save.isError
      ? undefined
      : codeOf(save.error) === 'changed-meanwhile'
        ? t('move.changedMeanwhile')
        : errorText(save.error),
  }
}
