import type { QuestionState } from '@kase/shared/plans/stuck.schema.ts'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { codeOf } from '../../lib/errors.ts'
import { notify } from '../../lib/notify.ts'
import { useTRPC, useTRPCClient, type Outputs } from '../../lib/trpc.ts'

const pageSize = 50
const minute = 60_000

/** The questions page by page; new ones come by themselves. */
export function useQuestionPages(state: QuestionState | undefined) {
  const trpc = useTRPC()
  const client = useTRPCClient()
  const input = { limit: pageSize, ...(state !== undefined && { state }) }
  return useInfiniteQuery({
    queryKey: [...trpc.question.list.queryKey(input), 'pages'],
    queryFn: ({ pageParam, signal }) =>
      client.question.list.query({ ...input, ...(pageParam !== null && { cursor: pageParam }) }, { signal }),
    initialPageParam: null as Outputs['question']['list']['cursor'],
    getNextPageParam: (page) => page.cursor,
    refetchInterval: minute,
  })
}

/** Forgets what was read about questions, so that lists and counts ask again. */
export function useRefreshQuestions(): () => Promise<void> {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  return () => queryClient.invalidateQueries({ queryKey: trpc.question.pathKey() })
}

/** Sends an answer. A question that has gone stays in sight until somebody takes it away; an answer by another is read again. */
export function useAnswer(onSent: () => void) {
  const { t } = useTranslation('questions')
  const trpc = useTRPC()
  const refresh = useRefreshQuestions()
  return useMutation(
    trpc.question.answer.mutationOptions({
      onSuccess: async () => {
        onSent()
        await refresh()
        await notify(t('sent'))
      },
      onError: async (error) => {
        if (codeOf(error) === 'changed-meanwhile') await refresh()
      },
    }),
  )
}
