// violates: layers-router-not-to-repository
export { repository } from './plan.repository.ts'
