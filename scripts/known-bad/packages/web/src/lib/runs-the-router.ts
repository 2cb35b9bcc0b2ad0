// violates: web-takes-the-router-type-only
export { router } from '@kase/server/src/trpc/router.ts'
