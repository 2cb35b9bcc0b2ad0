// violates: web-one-arrow
export { planView } from '../features/plans/plan-view.ts'
