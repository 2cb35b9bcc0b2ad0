// violates: web-features-apart
export { planView } from '../plans/plan-view.ts'
