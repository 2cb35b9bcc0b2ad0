import { useQuery } from '@tanstack/react-query'
import { useTRPC, type Outputs } from '../../lib/trpc.ts'

export type Message = Outputs['helpRequest']['list'][number]
type Decline = Outputs['task']['said']['declines'][number]
type Reading = Outputs['task']['said']['readings'][number]

/** What the people of a plan have said of one task besides "done". */
export interface TaskSaid {
  /** "I am stuck", the newest first, with the answers. */
  readonly messages: readonly Message[]
  readonly decline: Decline | undefined
  readonly readings: readonly Reading[]
}

export interface Said {
  readonly messages: readonly Message[]
  readonly of: (taskId: string) => TaskSaid
  /** Something of it has never been read; what was read before stays. */
  readonly isMissing: boolean
  readonly retry: () => void
}

/** Asks again as often as the plan itself is asked for: a message shows without a reload. */
const refetchInterval = 60_000

/** What the people of a plan say: read beside the plan, so that the plan stands even when this cannot be read. */
export function useSaid(planId: string): Said {
  const trpc = useTRPC()
  const messages = useQuery({ ...trpc.helpRequest.list.queryOptions({ planId }), refetchInterval })
  const said = useQuery({ ...trpc.task.said.queryOptions({ planId }), refetchInterval })
  return {
    messages: messages.data ?? [],
    of: (taskId) => ({
      messages: (messages.data ?? []).filter((message) => message.taskId === taskId),
      decline: said.data?.declines.find((decline) => decline.taskId === taskId),
      readings: (said.data?.readings ?? []).filter((reading) => reading.taskId === taskId),
    }),
    isMissing: [messages, said].some(({ isError, data }) => isError && data === undefined),
    retry: () => void Promise.all([messages.refetch(), said.refetch()]),
  }
}

/** Messages that wait for an answer: the task is in the plan and not done. The oldest first. */
export const waitingMessages = (
  { messages }: Said,
  { tasks }: Pick<Outputs['plan']['get'], 'tasks'>,
): readonly Message[] =>
  messages
    .filter(({ answer, taskId }) => answer === null && tasks.some((task) => task.id === taskId && !task.isDone))
    .toReversed()
