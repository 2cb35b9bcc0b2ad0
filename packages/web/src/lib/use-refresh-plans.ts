import { useQueryClient } from '@tanstack/react-query'
import { useTRPC } from './trpc.ts'

/** Forgets what was read about plans, so that lists and pages ask again. */
export function useRefreshPlans(): () => Promise<void> {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  return () => queryClient.invalidateQueries({ queryKey: trpc.plan.pathKey() })
}
