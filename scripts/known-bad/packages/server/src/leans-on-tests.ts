// violates: no-tests-from-sources
export { buildPlan } from '../test/build-plan.ts'
