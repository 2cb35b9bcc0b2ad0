import type { BatchChoice } from '@kase/shared/documents/document-batch.schema.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useErrorText } from './errors.ts'
import { notify } from './notify.ts'
import { useRequestKey } from './request-key.ts'
import { useTRPC } from './trpc.ts'

/** Starts, repeats and removes batches of PDFs; each change says what it did. */
export function useBatchChanges() {
  const { t } = useTranslation('batch')
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const errorText = useErrorText()
  const { keyFor, renew } = useRequestKey()
  const after = {
    onError: (error: unknown) => void notify(errorText(error), 'refused'),
    onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.documentBatch.list.pathKey() }),
  }
  const start = useMutation(
    trpc.documentBatch.start.mutationOptions({
      ...after,
      onSuccess: () => {
        renew()
        void notify(t('started'))
      },
    }),
  )
  const retry = useMutation(
    trpc.documentBatch.retry.mutationOptions({ ...after, onSuccess: () => notify(t('retried')) }),
  )
  const remove = useMutation(
    trpc.documentBatch.remove.mutationOptions({ ...after, onSuccess: () => notify(t('removed')) }),
  )
  return {
    isStarting: start.isPending,
    isBusy: retry.isPending || remove.isPending,
    start: (choice: BatchChoice) => start.mutate({ ...choice, requestKey: keyFor(choice) }),
    retry: (batchId: string) => retry.mutate({ batchId }),
    remove: (batchId: string) => remove.mutate({ batchId }),
  }
}
