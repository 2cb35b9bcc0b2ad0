import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useErrorText } from '../../lib/errors.ts'
import { notify } from '../../lib/notify.ts'
import { useTRPC } from '../../lib/trpc.ts'
import { useRefreshPlans } from '../../lib/use-refresh-plans.ts'

function useOutcome(message: string) {
  const refreshPlans = useRefreshPlans()
  const errorText = useErrorText()
  return {
    onSuccess: () => notify(message),
    onError: (error: unknown) => void notify(errorText(error), 'refused'),
    onSettled: refreshPlans,
  }
}

/** Closes a plan; it stays readable with its whole history. */
export function useFinish() {
  const { t } = useTranslation('plan')
  const trpc = useTRPC()
  return useMutation(trpc.plan.finish.mutationOptions(useOutcome(t('finishedDone'))))
}

/** Opens a finished plan again. */
export function useReopen() {
  const { t } = useTranslation('plan')
  const trpc = useTRPC()
  return useMutation(trpc.plan.reopen.mutationOptions(useOutcome(t('reopened'))))
}
