// violates: layers-repository-not-up
export { service } from './plan.service.ts'
