// violates: nothing
import type { AppRouter } from '@kase/server/src/trpc/router.ts'
export const api = (router: AppRouter): AppRouter => router
