import { Select } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useErrorText } from '../../lib/errors.ts'
import { notify } from '../../lib/notify.ts'
import { useTRPC, type Outputs } from '../../lib/trpc.ts'
import { useMembers } from '../../lib/use-owner.ts'
import { useRefreshPlans } from '../../lib/use-refresh-plans.ts'

/** Gives the plan a buddy: the tasks of a buddy get an owner with it. */
export function BuddyChoice({ plan }: { readonly plan: Outputs['plan']['get'] }) {
  const { t } = useTranslation('launch')
  const trpc = useTRPC()
  const members = useMembers()
  const errorText = useErrorText()
  const refreshPlans = useRefreshPlans()
  const assign = useMutation(
    trpc.plan.assignBuddy.mutationOptions({
      onSuccess: (_nothing, { buddyId }) =>
        notify(t('buddySet', { name: members.find(({ userId }) => userId === buddyId)?.name ?? '' })),
      onError: (error) => void notify(errorText(error), 'refused'),
      onSettled: refreshPlans,
    }),
  )
  return (
    <Select
      aria-label={t('buddy')}
      placeholder={t('chooseBuddy')}
      data={members.map(({ userId, name }) => ({ value: userId, label: name }))}
      value={plan.buddyId}
      disabled={assign.isPending}
      onChange={(buddyId) => {
        if (buddyId !== null) assign.mutate({ planId: plan.id, buddyId })
      }}
    />
  )
}
