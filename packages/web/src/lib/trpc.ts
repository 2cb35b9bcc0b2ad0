import type { AppRouter } from '@kase/server/router'
import { createTRPCClient, httpBatchStreamLink, type TRPCClient } from '@trpc/client'
import { createTRPCContext } from '@trpc/tanstack-react-query'
import type { inferRouterOutputs } from '@trpc/server'

/** The calls of the server, typed by its router. Keys carry the organisation, so that no answer is shown in another one. */
export const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter, { keyPrefix: true }>()

export type Outputs = inferRouterOutputs<AppRouter>

/** A client whose calls act in the organisation with this slug; without one, for the signed-in person only. */
export function makeClient(organisation: string | undefined): TRPCClient<AppRouter> {
  return createTRPCClient<AppRouter>({
    links: [
      httpBatchStreamLink({
        url: '/trpc',
        headers: organisation === undefined ? {} : { 'x-organisation': organisation },
        maxURLLength: 4000,
      }),
    ],
  })
}
