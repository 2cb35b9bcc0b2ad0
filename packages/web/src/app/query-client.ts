import { QueryClient } from '@tanstack/react-query'
import { codeOf } from '../lib/errors.ts'

/** One cache for all organisations: the keys carry the organisation. Only a missing connection is worth a second try. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (failures, error) => failures < 2 && codeOf(error) === 'offline',
    },
    mutations: { networkMode: 'always' },
  },
})
