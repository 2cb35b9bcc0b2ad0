// violates: e2e-takes-no-insides
export { service } from '../packages/server/src/features/plans/plan.service.ts'
