// violates: nothing
export { planView as routes } from '../features/plans/plan-view.ts'
