import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useErrorText } from './errors.ts'
import { notify } from './notify.ts'
import { useTRPC } from './trpc.ts'
import { useRefreshPlans } from './use-refresh-plans.ts'

interface Task {
  readonly id: string
  readonly title: string
}

export interface TaskChange {
  /** Null goes back to the date of the rule. */
  readonly dueOn?: string | null
  readonly ownerId?: string | null
  readonly note?: string
}

/** The changes of single tasks in one plan. Each says what it did; what was read about plans is read again. */
export function useTaskChanges(planId: string) {
  const { t } = useTranslation('plan')
  const trpc = useTRPC()
  const refreshPlans = useRefreshPlans()
  const errorText = useErrorText()
  const include = useMutation(trpc.task.include.mutationOptions())
  const setDate = useMutation(trpc.task.setDate.mutationOptions())
  const setOwner = useMutation(trpc.task.setOwner.mutationOptions())
  const setNote = useMutation(trpc.task.setNote.mutationOptions())

  /** Answers whether it went through; a refusal is shown and changes nothing. */
  const run = async (work: () => Promise<unknown>, message: string): Promise<boolean> => {
    try {
      await work()
      await refreshPlans()
      void notify(message)
      return true
    } catch (error) {
      await refreshPlans()
      void notify(errorText(error), 'refused')
      return false
    }
  }

  return {
    isBusy: include.isPending || setDate.isPending || setOwner.isPending || setNote.isPending,
    include: ({ id, title }: Task, isIncluded: boolean) =>
      run(
        () => include.mutateAsync({ planId, taskId: id, isIncluded }),
        t(isIncluded ? 'putIn' : 'leftOut', { task: title }),
      ),
    change: ({ id, title }: Task, { dueOn, ownerId, note }: TaskChange) =>
      run(
        async () => {
          const ref = { planId, taskId: id }
          if (dueOn !== undefined) await setDate.mutateAsync({ ...ref, dueOn })
          if (ownerId !== undefined) await setOwner.mutateAsync({ ...ref, ownerId })
          if (note !== undefined) await setNote.mutateAsync({ ...ref, note })
        },
        t('saved', { task: title }),
      ),
  }
}
