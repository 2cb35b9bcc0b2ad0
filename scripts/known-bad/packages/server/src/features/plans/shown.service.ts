// violates: layers-service-not-up
export { planRouter } from './plan.router.ts'
