import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { notify } from '../../lib/notify.ts'
import { useTRPC } from '../../lib/trpc.ts'

/** Accepts an invitation as the signed-in person, then opens the organisation. */
export function useAccept(organisation: string) {
  const { t } = useTranslation('auth')
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  return useMutation(
    trpc.invitation.accept.mutationOptions({
      onSuccess: async ({ slug }) => {
        await queryClient.invalidateQueries({ queryKey: trpc.session.me.queryKey() })
        await navigate({ to: '/o/$organisation', params: { organisation: slug } })
        await notify(t('invitation.joined', { organisation }))
      },
    }),
  )
}
