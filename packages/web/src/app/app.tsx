import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { makeClient, TRPCProvider } from '../lib/trpc.ts'
import { cspNonce } from './csp-nonce.ts'
import { queryClient } from './query-client.ts'
import { router } from './router.tsx'
import { cssVariablesResolver, theme } from './theme.ts'

const Notifications = lazy(async () => {
  const { Notifications } = await import('@mantine/notifications')
  return { default: Notifications }
})

const personClient = makeClient(undefined)

/** The whole app under its providers. Calls outside of an organisation go through the person's own client. */
export function App() {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      defaultColorScheme="auto"
      getStyleNonce={cspNonce}
    >
      <QueryClientProvider client={queryClient}>
        <TRPCProvider trpcClient={personClient} queryClient={queryClient} keyPrefix="person">
          <RouterProvider router={router} />
        </TRPCProvider>
      </QueryClientProvider>
      <Suspense>
        <Notifications position="bottom-right" limit={3} />
      </Suspense>
    </MantineProvider>
  )
}
