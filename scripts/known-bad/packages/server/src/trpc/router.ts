// violates: nothing
import { planRouter } from '../features/plans/plan.router.ts'
export const router = { planRouter }
export type AppRouter = typeof router
