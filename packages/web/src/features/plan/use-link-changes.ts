import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { firstName } from '../../lib/person-name.ts'
import { useErrorText } from '../../lib/errors.ts'
import { notify } from '../../lib/notify.ts'
import { useTRPC } from '../../lib/trpc.ts'
import { useRefreshPlans } from '../../lib/use-refresh-plans.ts'

interface Person {
  readonly id: string
  readonly name: string
}

/** What can be done with one person's link; each change says what it did. */
export function useLinkChanges(planId: string, person: Person) {
  const { t } = useTranslation('share')
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const refreshPlans = useRefreshPlans()
  const errorText = useErrorText()
  const name = firstName(person.name)
  const after = {
    onError: (error: unknown) => void notify(errorText(error), 'refused'),
    onSettled: async () => {
      await queryClient.invalidateQueries({ queryKey: trpc.shareLink.pathKey() })
      await queryClient.invalidateQueries({ queryKey: trpc.mail.pathKey() })
      await refreshPlans()
    },
  }
  const create = useMutation(trpc.shareLink.create.mutationOptions(after))
  const revoke = useMutation(
    trpc.shareLink.revoke.mutationOptions({ ...after, onSuccess: () => notify(t('revoked', { name })) }),
  )
  const send = useMutation(
    trpc.shareLink.send.mutationOptions({
      ...after,
      onSuccess: (_nothing, { to }) => notify(t('sent', { to: to ?? '' })),
    }),
  )
  const setPin = useMutation(
    trpc.shareLink.setPin.mutationOptions({
      ...after,
      onSuccess: (_nothing, { pin }) => notify(t(pin === null ? 'pin.removed' : 'pin.saved', { name })),
    }),
  )
  return {
    isBusy: create.isPending || revoke.isPending,
    isSending: send.isPending,
    isSettingPin: setPin.isPending,
    create: (words: 'made' | 'replaced') =>
      create.mutate({ planId, participantId: person.id }, { onSuccess: () => void notify(t(words, { name })) }),
    revoke: (linkId: string) => revoke.mutate({ planId, linkId }),
    /** With null it is taken away. Answers whether it went through; a refusal is shown. */
    setPin: (linkId: string, pin: string | null) =>
      setPin.mutateAsync({ planId, linkId, pin }).then(
        () => true,
        () => false,
      ),
    send: (to: string) => send.mutate({ planId, participantId: person.id, to }),
  }
}
