import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useErrorText } from '../../lib/errors.ts'
import { useStaffLanguage } from '../../lib/i18n.ts'
import { notify } from '../../lib/notify.ts'
import { useTRPC, type Outputs } from '../../lib/trpc.ts'
import { useRefreshPlans } from '../../lib/use-refresh-plans.ts'

type Task = Outputs['plan']['get']['tasks'][number]

/** Ticks or unticks: shown at once, taken back when the server refuses, then read again. */
export function useTick(planId: string): (task: Task) => void {
  const { t } = useTranslation('plan')
  const language = useStaffLanguage()
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const refreshPlans = useRefreshPlans()
  const errorText = useErrorText()
  const tick = useMutation(trpc.task.tick.mutationOptions())
  const untick = useMutation(trpc.task.untick.mutationOptions())
  const key = trpc.plan.get.queryKey({ planId, language })

  const run = async ({ id: taskId, title, isDone }: Task) => {
    await queryClient.cancelQueries({ queryKey: key })
    const before = queryClient.getQueryData(key)
    queryClient.setQueryData(
      key,
      (plan) =>
        plan && {
          ...plan,
          tasks: plan.tasks.map((task) => (task.id === taskId ? { ...task, isDone: !isDone, doneAt: null } : task)),
        },
    )
    try {
      await (isDone ? untick : tick).mutateAsync({ planId, taskId })
      void notify(t(isDone ? 'unticked' : 'ticked', { task: title }))
    } catch (error) {
      queryClient.setQueryData(key, before)
      void notify(errorText(error), 'refused')
    }
    await refreshPlans()
  }
  return (task) => void run(task)
}
